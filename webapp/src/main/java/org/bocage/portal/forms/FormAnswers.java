package org.bocage.portal.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Parameters that the public forms read, and headers and statuses that they answer with. */
public final class FormAnswers {

    private FormAnswers() {}

    /** Returns the value of a field without the spaces around it, or an empty text if it was not sent. */
    public static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** Answers that another page follows, at a path of the site (303, RFC 9110 section 15.4.4). */
    public static void seeOther(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    /** The address is a secret: it is told to no other site, and found by no search engine. */
    public static void keepSecret(HttpServletResponse response) {
        sendNoReferrer(response);
        keepUnlisted(response);
    }

    /** The address is told to no other site. */
    public static void sendNoReferrer(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    /** The page is found by no search engine. */
    public static void keepUnlisted(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
    }
}
