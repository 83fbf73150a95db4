package org.bocage.portal.fediverse.signature;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as far as signatures cover it.
 *
 * @param address whole, as whoever sent it knows it
 * @param headers by name, in any case; of several of a name their values with a comma between
 * @param body empty for none
 */
public record SignedRequest(String method, URI address, Map<String, String> headers, Body body) {

    public SignedRequest {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        headers = all;
    }

    /** Bytes of a request, which nobody changes. */
    public static final class Body {

        private final byte[] all;

        public Body(byte[] all) {
            this.all = all;
        }

        byte[] all() {
            return all;
        }
    }

    String header(String name) {
        return headers.getOrDefault(name, "").strip();
    }

    /** Name and port of the machine, as the header {@code Host} has them. */
    String authority() {
        return authority(address);
    }

    static String authority(URI address) {
        int port = address.getPort();
        boolean isUsual = port < 0 || port == (address.getScheme().equals("https") ? 443 : 80);
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return isUsual ? host : host + ":" + port;
    }

    /** Path and query. */
    static String target(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
