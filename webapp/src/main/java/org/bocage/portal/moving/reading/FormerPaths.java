package org.bocage.portal.moving.reading;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of the former site as they are kept and asked for: decoded, without the server and the final slash. */
public final class FormerPaths {

    private static final Pattern PARTS = Pattern.compile("(?i)(?:https?:)?//([^/?#]+)([^?#]*)(\\?[^#]*)?(#.*)?");
    private static final int LONGEST = 500;

    private FormerPaths() {}

    /** The server of an address, without {@code www.}; empty for none. */
    public static String host(String address) {
        Matcher parts = PARTS.matcher(address.strip());
        return parts.matches()
                ? parts.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^www\\.", "")
                        .replaceFirst(":[0-9]+$", "")
                : "";
    }

    /** Path and query of an address, as they are kept; empty for what is none, or only the front page. */
    public static Optional<String> kept(String address) {
        Matcher parts = PARTS.matcher(address.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String query = parts.group(3) == null || parts.group(3).length() < 2 ? "" : parts.group(3);
        String kept = path(decoded(parts.group(2))) + query;
        return kept.equals("/") || kept.length() > LONGEST ? Optional.empty() : Optional.of(kept);
    }

    /** A decoded path without its final slash, and without the name of the file that answers for the front page. */
    public static String path(String decoded) {
        String path = decoded.replaceFirst("/+$", "").replaceFirst("^/index\\.php$", "");
        return path.isEmpty() ? "/" : path;
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
