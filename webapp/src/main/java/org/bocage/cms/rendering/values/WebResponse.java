package org.bocage.cms.rendering.values;

import org.bocage.cms.rendering.Escaping;
import org.bocage.cms.rendering.RenderContext;

/** {@code ctx.response}: what a script may say of the answer. Public because FreeMarker calls public classes only. */
public final class WebResponse {

    private final RenderContext context;

    WebResponse(RenderContext context) {
        this.context = context;
    }

    public void setStatus(int status) {
        context.setStatus(status);
    }

    /** Only {@code Location} can be set; other headers are the host's business. */
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase("Location")) {
            context.setLocation(Escaping.unescape(value));
        }
    }

    /**
     * Sets the type of an answer that is not a page: {@code application/xml}, {@code text/plain}… in UTF-8. The servlet API's
     * own name, so that templates say it as they do on a stock Magnolia.
     */
    public void setContentType(String type) {
        context.setContentType(type);
    }

    public void sendRedirect(String address) {
        context.redirectTo(302, Escaping.unescape(address));
    }
}
