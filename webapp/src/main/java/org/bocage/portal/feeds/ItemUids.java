package org.bocage.portal.feeds;

import java.net.URI;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.SiteAddress;

/**
 * Identifiers by which calendars (UID; RFC 5545, section 3.8.4.7) and other portals know items: made where the item was made, and the
 * same wherever it is told again, so that it is recognised when it comes back.
 */
public final class ItemUids {

    private static final String PART = "#";
    private static final String ONE_LINE = "[^\\p{Cntrl}]{1,500}";

    private final Session whole;
    private final Workspace workspace;
    private final String host;

    /**
     * @param whole a session of the author store: what its source called an item is not published
     * @param workspace of the items
     * @param host of this portal
     */
    public ItemUids(Session whole, Workspace workspace, String host) {
        this.whole = whole;
        this.workspace = workspace;
        this.host = host;
    }

    /** Returns the name after the sign @ of an identifier (RFC 7986, section 5.3): that of the site. */
    public static String host(SiteAddress address) {
        return Optional.ofNullable(URI.create(address.get()).getHost()).orElse("localhost");
    }

    /** Returns the identifier of an item: that of its origin, else its own at this portal. */
    public String of(String id) throws RepositoryException {
        Optional<Node> stored = workspace.nodeById(whole, id);
        String origin = stored.isPresent() ? ofOrigin(stored.get()) : "";
        return origin.matches(ONE_LINE) ? origin : id + "@" + host;
    }

    /** Whether an item was made here. */
    boolean isOurs(String id) throws RepositoryException {
        return of(id).equals(id + "@" + host);
    }

    /** Returns the identifier that an item had when it came from elsewhere; empty when it was made here. */
    public static String ofOrigin(Node item) throws RepositoryException {
        String uid = text(item, "uid");
        return text(item, "source").isEmpty() || uid.isEmpty() ? "" : of(uid, text(item, "recurrenceId"));
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
