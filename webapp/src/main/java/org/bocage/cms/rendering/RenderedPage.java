package org.bocage.cms.rendering;

import java.util.Optional;
import org.bocage.cms.rendering.cache.RenderDependencies;

/**
 * The outcome of a rendering.
 *
 * @param status 200, or what the script asked for
 * @param location target of a redirect the script asked for
 * @param contentType media type and charset, always UTF-8
 * @param complete false when a component failed and was left out
 * @param reads what it depends on
 */
public record RenderedPage(
        String html,
        int status,
        Optional<String> location,
        String contentType,
        boolean complete,
        RenderDependencies reads) {

    /** Content type of a page, unless its script says otherwise. */
    public static final String HTML = "text/html;charset=UTF-8";
}
