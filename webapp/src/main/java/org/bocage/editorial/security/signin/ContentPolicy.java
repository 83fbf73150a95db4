package org.bocage.editorial.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.bocage.cms.site.FrameOrigins;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Content security policy of a page: it may load our own scripts, styles and pictures, and an inline script that
 * carries the nonce of its answer, under the request attribute {@code cspNonce}. A page that any site may frame has a policy of its
 * own: it runs nothing and sends nothing, so that nobody is made to press what they do not see.
 */
final class ContentPolicy implements HeaderWriter {

    /** Name of the request attribute with the nonce. */
    static final String NONCE = "cspNonce";

    private static final String HEADER = "Content-Security-Policy";

    private static final String FOR_FRAMES =
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action"
                    + " 'none'; frame-ancestors *";

    private final String images;
    private final String frames;

    ContentPolicy(List<String> imageSources, List<String> frameSources) {
        this.images = sources(imageSources);
        this.frames = sources(frameSources);
    }

    static String nonce(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(NONCE));
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER) && SignInAddresses.isForFrames(request)) {
            response.setHeader(HEADER, FOR_FRAMES);
        } else if (!response.containsHeader(HEADER)) {
            response.setHeader(
                    HEADER,
                    "default-src 'self'; script-src 'self' 'nonce-" + nonce(request) + "'; style-src 'self'; img-src"
                            + " 'self' data: blob:" + images
                            + "; font-src 'self'; connect-src 'self'; frame-src 'self'"
                            + frames + shown(request)
                            + "; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors"
                            + " 'self'");
        }
    }

    /** The films of this one page. */
    private static String shown(HttpServletRequest request) {
        return request.getAttribute(FrameOrigins.ATTRIBUTE) instanceof String origins && !origins.isEmpty()
                ? " " + origins
                : "";
    }

    private static String sources(List<String> origins) {
        for (String origin : origins) {
            if (!origin.matches("https://[A-Za-z0-9.*-]+(:[0-9]+)?")) {
                throw new IllegalArgumentException(
                        "bocage.security sources: " + origin + ": expected an origin such as https://tile.exemple.org");
            }
        }
        return origins.isEmpty() ? "" : " " + String.join(" ", origins);
    }
}
