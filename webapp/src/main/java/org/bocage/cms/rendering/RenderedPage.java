package org.bocage.cms.rendering;

import java.util.Optional;

/**
 * The outcome of a rendering.
 *
 * @param status 200, or what the script asked for
 * @param location target of a redirect the script asked for
 * @param complete false when a component failed and was left out
 * @param reads what it depends on
 */
public record RenderedPage(String html, int status, Optional<String> location, boolean complete, Reads reads) {}
