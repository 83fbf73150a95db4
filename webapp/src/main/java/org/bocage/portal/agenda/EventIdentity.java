package org.bocage.portal.agenda;

import java.net.URI;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.site.SiteAddress;

/**
 * Identifiers by which calendars know events (UID): made where the event was made, and the same wherever it is told again, so that
 * it is recognised when it comes back.
 */
public final class EventIdentity {

    private static final String PART = "#";
    private static final String ONE_LINE = "[^\\p{Cntrl}]{1,500}";

    private final Session whole;
    private final String host;

    /**
     * @param whole a session of the author store: what its source called an event is not published
     * @param host of this portal
     */
    EventIdentity(Session whole, String host) {
        this.whole = whole;
        this.host = host;
    }

    /** Returns the name after the sign @ of an identifier (RFC 7986, section 5.3): that of the site. */
    public static String host(SiteAddress address) {
        return Optional.ofNullable(URI.create(address.get()).getHost()).orElse("localhost");
    }

    String of(Node event) throws RepositoryException {
        Optional<Node> stored = CalendarEntries.EVENTS.nodeById(whole, event.getIdentifier());
        String origin = stored.isPresent() ? ofOrigin(stored.get()) : "";
        return origin.matches(ONE_LINE) ? origin : event.getIdentifier() + "@" + host;
    }

    /** Returns the identifier that an event had when it came from elsewhere; empty when it was made here. */
    public static String ofOrigin(Node event) throws RepositoryException {
        String uid = text(event, "uid");
        return text(event, "source").isEmpty() || uid.isEmpty() ? "" : of(uid, text(event, "recurrenceId"));
    }

    /** Returns the identifier of an event, or of an occurrence of a series that is told apart. */
    public static String of(String uid, String recurrenceId) {
        return recurrenceId.isEmpty() ? uid : uid + PART + recurrenceId;
    }

    /** Returns the identifier of the series that an identifier may be a part of; itself when it is none. */
    public static String ofSeries(String identity) {
        int part = identity.lastIndexOf(PART);
        return part <= 0 ? identity : identity.substring(0, part);
    }

    private static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }
}
