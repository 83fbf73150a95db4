package org.bocage.editorial.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Whether a page of this very site sent a request, as far as its browser says. */
final class SameOrigin {

    private SameOrigin() {}

    /** By {@code Sec-Fetch-Site}, else by {@code Origin}; a client that sends neither is no browser of these years. */
    static boolean sent(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        try {
            URI uri = URI.create(origin);
            return request.getScheme().equals(uri.getScheme())
                    && request.getServerName().equalsIgnoreCase(uri.getHost())
                    && request.getServerPort() == port(uri);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
