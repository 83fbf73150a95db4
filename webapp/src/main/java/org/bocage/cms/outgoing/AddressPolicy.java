package org.bocage.cms.outgoing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Says no: by how an address is written, and, since the connection is made to what this looks up and to nothing else, by where
 * it leads.
 */
final class AddressPolicy implements DnsResolver {

    private static final int LONGEST = 2_000;
    private static final Set<Integer> PORTS = Set.of(80, 443);
    private static final Pattern FOUR_FIGURES = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern NAME = Pattern.compile("(?i)([a-z0-9_-]+\\.)+[a-z][a-z0-9-]*");

    private final Lookup lookup;
    private final Set<String> allowed;

    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Said in the place of an address that is not gone to. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(String host) {
            super(host + " leads into a private network");
        }
    }

    /** @param allowed {@code address:port} that may be gone to all the same */
    AddressPolicy(Lookup lookup, Set<String> allowed) {
        this.lookup = lookup;
        this.allowed = Set.copyOf(allowed);
    }

    /** Returns the reason to refuse an address by how it is written, or empty if there is none. */
    Optional<RequestFailure> refusal(String address) {
        if (address.length() > LONGEST) {
            return Optional.of(RequestFailure.ADDRESS);
        }
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return Optional.of(RequestFailure.ADDRESS);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of(RequestFailure.SCHEME);
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            return Optional.of(RequestFailure.CREDENTIALS);
        }
        if (uri.getHost() == null || !isWrittenPlainly(uri.getHost())) {
            return Optional.of(RequestFailure.ADDRESS);
        }
        int port = port(uri);
        return PORTS.contains(port) || allowed.contains(uri.getHost() + ":" + port)
                ? Optional.empty()
                : Optional.of(RequestFailure.PORT);
    }

    /** A name of several parts the last of which begins with a letter, four figures, or an address of IPv6 without a network card. */
    private static boolean isWrittenPlainly(String host) {
        return host.startsWith("[")
                ? !host.contains("%")
                : FOUR_FIGURES.matcher(host).matches() || NAME.matcher(host).matches();
    }

    static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /** The places to connect to, all of which are everybody's. */
    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> places = new ArrayList<>();
        for (InetAddress address : lookup.of(host)) {
            if (!Destinations.isPublic(address) && !allowed.contains(address.getHostAddress() + ":" + port)) {
                throw new Refused(host);
            }
            places.add(new InetSocketAddress(address, port));
        }
        return places;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, PORTS.iterator().next()).stream()
                .map(InetSocketAddress::getAddress)
                .toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
