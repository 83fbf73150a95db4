package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.site.SiteAddress;

/**
 * Address of the site as somebody typed it.
 *
 * @param address without the final slash that a browser adds
 * @param problem key of what is wrong with it, {@code authoring.adresse.<key>}; empty when it can be kept
 */
record TypedAddress(String address, String problem) {

    private static final Pattern PARTS = Pattern.compile("(?i)(https?://)([^/:@?#\\s]*)(.*)");
    /** A name with a point in it or a port behind it, and no scheme. */
    private static final Pattern BARE = Pattern.compile("(?U)[\\w-]+((\\.[\\w-]+)+(:\\d{1,5})?|:\\d{1,5})(/\\S*)?");

    private static final Set<String> OF_THE_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    /** Reads what was typed: a name with accents is one of the network's own letters (RFC 5890), a scheme is in lower case. */
    static TypedAddress of(String typed) {
        String address = inAscii(typed.strip());
        while (address.endsWith("/") && !address.endsWith("://")) {
            address = address.substring(0, address.length() - 1);
        }
        return new TypedAddress(address, problem(address));
    }

    /**
     * Returns an address with its scheme, which browsers hide: the one by which the request came where it is this site's, else
     * https.
     */
    static String whole(String typed, HttpServletRequest request) {
        String address = typed.strip();
        if (!BARE.matcher(address).matches()) {
            return address;
        }
        String host = address.replaceFirst("[:/].*", "");
        return (host.equalsIgnoreCase(request.getServerName()) ? request.getScheme() : "https") + "://" + address;
    }

    private static String inAscii(String typed) {
        Matcher parts = PARTS.matcher(typed);
        if (!parts.matches()) {
            return typed;
        }
        try {
            return parts.group(1).toLowerCase(Locale.ROOT) + IDN.toASCII(parts.group(2)) + parts.group(3);
        } catch (IllegalArgumentException e) {
            return typed;
        }
    }

    private static String problem(String address) {
        if (address.isEmpty()) {
            return "vide";
        }
        if (!address.matches("https?://.*")) {
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
