package org.bocage.portal.subscriptions;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.bocage.portal.privacy.ErasedPeople;
import org.springframework.stereotype.Component;

/**
 * Addresses that said no to the letter, or whose data was erased: no list that comes in later brings them back. Each is kept for three
 * years as a keyed hash, from which nobody reads the address.
 */
@Component
class RefusedAddresses implements ErasedPeople {

    private static final String FOLDER = "refus";
    private static final String SINCE = "le";
    private static final Period KEPT = Period.ofYears(3);

    private final Stores stores;
    private final SignedLinks links;
    private final Clock clock;

    RefusedAddresses(Stores stores, SignedLinks links, Clock clock) {
        this.stores = stores;
        this.links = links;
        this.clock = clock;
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, Subscribers.WORKSPACE);
            Node root = Subscribers.WORKSPACE.root(session);
            if (!root.hasNode(FOLDER)) {
                root.addNode(FOLDER, "bocage:workspace");
            }
        });
    }

    /** Notes within a save that an address said no. */
    void note(Session session, String email) throws RepositoryException {
        Node folder = folder(session);
        String name = name(email);
        Node node = folder.hasNode(name) ? folder.getNode(name) : folder.addNode(name, "mgnl:contentNode");
        node.setProperty(SINCE, Dates.utc(clock.instant()));
    }

    @Override
    public void erased(Session session, String email) throws RepositoryException {
        note(session, email);
    }

    /** Forgets within a save that an address said no: it says yes itself. */
    void forget(Session session, String email) throws RepositoryException {
        Node folder = folder(session);
        if (folder.hasNode(name(email))) {
            folder.getNode(name(email)).remove();
        }
    }

    boolean has(Session session, String email) throws RepositoryException {
        return folder(session).hasNode(name(email));
    }

    /** Forgets what was said long ago. */
    void forgetOld(ItemByItem.Round round) {
        Instant before = clock.instant().atZone(ZoneOffset.UTC).minus(KEPT).toInstant();
        round.attempt(
                FOLDER,
                () -> stores.author()
                        .update(
                                Identity.SYSTEM,
                                session -> round.removeIf(
                                        folder(session),
                                        one -> one.getProperty(SINCE)
                                                .getDate()
                                                .toInstant()
                                                .isBefore(before))));
    }

    private static Node folder(Session session) throws RepositoryException {
        Optional<Node> folder = Subscribers.WORKSPACE.node(session, "/" + FOLDER);
        return folder.orElseThrow(() -> new RepositoryException("The addresses that said no have no folder"));
    }

    private String name(String email) {
        return links.signature(Purpose.SUBSCRIPTION, FOLDER + "\n" + email.toLowerCase(Locale.ROOT));
    }
}
