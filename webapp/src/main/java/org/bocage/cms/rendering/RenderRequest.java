package org.bocage.cms.rendering;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bocage.cms.repository.Identity;

/**
 * Request data available to a rendering.
 *
 * @param reader on whose behalf the session reads
 * @param locale language of the content
 * @param hostPath context path of the application, without final slash
 * @param baseUrl scheme, host and port, without final slash
 * @param originalUri path as asked, without {@code hostPath} and query
 * @param currentUri path after virtual URI mappings
 * @param selectors what stands between {@code ~} in the path
 * @param queryString empty when there is none
 * @param parameters of the query and of the target of a virtual URI mapping
 */
public record RenderRequest(
        Mode mode,
        Identity reader,
        Locale locale,
        String hostPath,
        String baseUrl,
        String method,
        String originalUri,
        String currentUri,
        List<String> selectors,
        String queryString,
        Map<String, List<String>> parameters) {

    /** Returns the start of links to pages of this store: {@code /author} comes after the path of the host. */
    public String contextPath() {
        return mode.isAuthor() ? hostPath + "/author" : hostPath;
    }
}
