package org.bocage.portal.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Headers and statuses that the public forms answer with. */
public final class FormAnswers {

    private FormAnswers() {}

    /** Answers that another page follows, at a path of the site (303, RFC 9110 section 15.4.4). */
    public static void seeOther(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    /** The address is a secret: it is told to no other site, and found by no search engine. */
    public static void keepSecret(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
    }
}
