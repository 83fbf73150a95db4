package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.bocage.cms.site.SiteAddress;

/**
 * Address of the site as somebody typed it.
 *
 * @param address without the final slash that a browser adds
 * @param problem key of what is wrong with it, {@code authoring.adresse.<key>}; empty when it can be kept
 */
record TypedAddress(String address, String problem) {

    private static final Set<String> OF_THE_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    static TypedAddress of(String typed) {
        String address = typed.strip();
        while (address.endsWith("/") && !address.endsWith("://")) {
            address = address.substring(0, address.length() - 1);
        }
        return new TypedAddress(address, problem(address));
    }

    private static String problem(String address) {
        if (address.isEmpty()) {
            return "vide";
        }
        if (!address.toLowerCase(Locale.ROOT).matches("https?://.*")) {
            return "protocole";
        }
        return SiteAddress.isOne(address) ? "" : "forme";
    }

    /** Returns the address by which a request came, to be proposed and never believed; empty when it is that of the machine itself. */
    static String asked(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        String origin = url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
        return OF_THE_MACHINE.contains(request.getServerName()) || !SiteAddress.isOne(origin) ? "" : origin;
    }
}
