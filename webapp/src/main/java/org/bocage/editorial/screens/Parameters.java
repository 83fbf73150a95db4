package org.bocage.editorial.screens;

import jakarta.servlet.http.HttpServletRequest;

/** Parameters of a request. */
public final class Parameters {

    private Parameters() {}

    /** Returns the value of a parameter, or an empty text if it was not sent. */
    public static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
