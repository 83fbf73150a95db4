package org.bocage.cms.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/** Answer to the request of an application. */
public final class RestAnswer {

    public static final String JSON = "application/json;charset=UTF-8";
    public static final String HTML = "text/html;charset=UTF-8";

    private final int status;
    private final String contentType;
    private final byte[] body;
    private volatile @Nullable String tag;

    /** @param contentType empty when there is nothing to say */
    public RestAnswer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    public static RestAnswer json(byte[] body) {
        return new RestAnswer(HttpServletResponse.SC_OK, JSON, body);
    }

    public static RestAnswer text(int status, String contentType, String text) {
        return new RestAnswer(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Magnolia's answer to a change: nothing, as HTML. */
    public static RestAnswer done() {
        return text(HttpServletResponse.SC_OK, HTML, "");
    }

    /** Bytes of its body. */
    public int size() {
        return body.length;
    }

    /** Sends it; what a visitor was given before is not sent again. */
    public void send(RestRequest request, HttpServletResponse response) throws IOException {
        if (status == HttpServletResponse.SC_OK && request.method().equals("GET") && request.isVisitor()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            if (new ServletWebRequest(request.http(), response).checkNotModified(tag())) {
                return;
            }
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.setStatus(status);
        if (!contentType.isEmpty()) {
            response.setContentType(contentType);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private String tag() {
        String known = tag;
        if (known == null) {
            // two threads may both find it out
            known = "\"" + hash() + "\"";
            tag = known;
        }
        return known;
    }

    private String hash() {
        return HexFormat.of().formatHex(DigestUtils.sha256(body), 0, 8);
    }
}
