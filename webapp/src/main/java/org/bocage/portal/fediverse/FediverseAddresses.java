package org.bocage.portal.fediverse;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.SiteAddress;
import org.springframework.stereotype.Component;

/** Addresses of actors, collections and objects, which are their identifiers: all begin with the public address of the site. */
@Component
class FediverseAddresses {

    static final String PREFIX = "/fediverse/";
    static final String SHARED_INBOX = PREFIX + "inbox";
    static final String OBJECTS = PREFIX + "objets/";
    static final String KEY = "#main-key";

    private final SiteAddress site;

    FediverseAddresses(SiteAddress site) {
        this.site = site;
    }

    /** The public address of the site, without final slash. */
    String base() {
        return site.get();
    }

    String of(LocalActor actor) {
        return base() + PREFIX + actor.key();
    }

    String keyOf(LocalActor actor) {
        return of(actor) + KEY;
    }

    String sharedInbox() {
        return base() + SHARED_INBOX;
    }

    /** The identifier of an item. */
    String object(String id) {
        return base() + OBJECTS + id;
    }

    /** The actor whose identifier this is. */
    Optional<LocalActor> actor(String address) {
        return Arrays.stream(LocalActor.values())
                .filter(one -> of(one).equals(address))
                .findFirst();
    }

    /** The item whose identifier in the fediverse this is. */
    Optional<String> item(String address) {
        String prefix = base() + OBJECTS;
        return address.startsWith(prefix)
                ? Optional.of(address.substring(prefix.length())).filter(Workspace::isIdentifier)
                : Optional.empty();
    }

    /** The machine as it stands in handles: with its port, unless that is the usual one. */
    String host() {
        URI uri = URI.create(base());
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean isUsual = uri.getPort() < 0 || uri.getPort() == (base().startsWith("https:") ? 443 : 80);
        return isUsual ? host : host + ":" + uri.getPort();
    }

    /** Whether others find the actors: WebFinger is asked at the root of a machine alone (RFC 7033, 4). */
    boolean isAtRoot() {
        return URI.create(base()).getPath().isEmpty();
    }

    /** Handle that one types to find an actor, {@code @agenda@pole.exemple}. */
    String handle(LocalActor actor) {
        return "@" + actor.key() + "@" + host();
    }

    /** The actor of an address of WebFinger: {@code acct:agenda@pole.exemple}, or its identifier. */
    Optional<LocalActor> resource(String resource) {
        return Arrays.stream(LocalActor.values())
                .filter(one -> resource.equalsIgnoreCase("acct:" + handle(one).substring(1))
                        || resource.equals(of(one))
                        || resource.equals(base() + one.page()))
                .findFirst();
    }
}
