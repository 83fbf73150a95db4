package org.bocage.editorial.screens.extension;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/** Extension point: pages of others, by their address, from which a new form is filled in. */
public interface FormFilling {

    /**
     * Answer to an address that was pasted.
     *
     * @param status of HTTP
     * @param problem why nothing was read, in a sentence; empty when something was
     * @param read names of what was read
     * @param missing names of what the page did not say and the form wants
     * @param told what the page says, by the path of its field, {@code lieu/nom}
     */
    record Filled(int status, String problem, List<String> read, List<String> missing, Map<String, String> told) {}

    /** Whether a form of this type may be filled in so. */
    boolean isFor(String type);

    /**
     * Reads a page once, and says what it tells a form of this type.
     *
     * @param reader who asks, an account or the address of a connection: each may have so many pages read in an hour
     */
    Filled read(String address, String type, String reader);

    /** Whether a person asks, by our own page: no picture or link on the page of somebody else has the portal call out. */
    static boolean isAskedHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return request.getMethod().equals("GET") && (site == null || site.equals("same-origin") || site.equals("none"));
    }
}
