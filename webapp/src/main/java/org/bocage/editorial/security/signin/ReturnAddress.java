package org.bocage.editorial.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: an address of this site, never another's. */
final class ReturnAddress {

    private static final int MAX_LENGTH = 2_000;

    private ReturnAddress() {}

    /** The address of a request, with its query. */
    static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** The address to return to that a request names, if it may be followed. */
    static Optional<String> asked(HttpServletRequest request) {
        String suite = request.getParameter("suite");
        return isLocal(suite) ? Optional.ofNullable(suite) : Optional.empty();
    }

    /** Whether an address is a path of this site: browsers take {@code //x} and {@code /\x} for another host's. */
    static boolean isLocal(@Nullable String address) {
        if (address == null
                || address.length() > MAX_LENGTH
                || !address.startsWith("/")
                || address.startsWith("//")
                || address.indexOf('\\') >= 0
                || address.codePoints().anyMatch(c -> c <= ' ' || Character.isISOControl(c))) {
            return false;
        }
        try {
            URI uri = new URI(address);
            return uri.getHost() == null && uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
