package org.bocage.editorial.signedlinks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.jobs.ItemByItem;

/**
 * Links kept in one folder of the author store until their time is over. The address of a link carries a random token; a node
 * that is named by the hash of the token holds when it was made and, for whoever made it, what it is about.
 */
public final class KeptLinks {

    private static final String CREATED = "cree";
    private static final Duration DAY = Duration.ofDays(1);

    private final WritableStore store;
    private final Workspace workspace;
    private final String folder;
    private final Duration works;
    private final Clock clock;

    /**
     * Links of one folder.
     *
     * @param workspace is there already
     * @param folder is made with the first link
     * @param works how long a link works
     */
    public KeptLinks(Stores stores, Workspace workspace, String folder, Duration works, Clock clock) {
        this.store = stores.author();
        this.workspace = workspace;
        this.folder = folder;
        this.works = works;
        this.clock = clock;
    }

    /** Adds the link of a token to what a session is about to save, and returns its node. */
    public Node add(Session session, String token) throws RepositoryException {
        Node root = workspace.root(session);
        Node links = root.hasNode(folder) ? root.getNode(folder) : root.addNode(folder, "bocage:workspace");
        Node link = links.addNode(RandomTokens.sha256(token), "mgnl:contentNode");
        link.setProperty(CREATED, Dates.utc(clock.instant()));
        return link;
    }

    /** Returns the node of a link; empty when it does not work, or not any more. */
    public Optional<Node> find(Session session, String token) throws RepositoryException {
        Optional<Node> link = node(session, token);
        return link.isPresent() && !isOver(link.get()) ? link : Optional.empty();
    }

    /** Ends a link within a save; false when it is not there. */
    public boolean end(Session session, String token) throws RepositoryException {
        Optional<Node> link = node(session, token);
        if (link.isPresent()) {
            link.get().remove();
        }
        return link.isPresent();
    }

    /** Returns the number of links kept. */
    public int count(Session session) throws RepositoryException {
        return all(session).size();
    }

    /** Returns the number of links of the last 24 hours with a value, capitals or not. */
    public int madeToday(Session session, String property, String value) throws RepositoryException {
        Instant yesterday = clock.instant().minus(DAY);
        int count = 0;
        for (Node link : all(session)) {
            if (link.hasProperty(property)
                    && link.getProperty(property).getString().equalsIgnoreCase(value)
                    && created(link).isAfter(yesterday)) {
                count++;
            }
        }
        return count;
    }

    /** Takes away links whose time is over. */
    public void forget(ItemByItem.Round round) {
        forget(round, link -> false);
    }

    /** Takes away links whose time is over, and those for which a condition holds. */
    public void forget(ItemByItem.Round round, ItemByItem.NodeCondition condition) {
        round.attempt(
                workspace.name() + ":/" + folder,
                () -> store.update(Identity.SYSTEM, session -> {
                    Optional<Node> links = workspace.node(session, "/" + folder);
                    if (links.isPresent()) {
                        round.removeIf(links.get(), link -> condition.holds(link) || isOver(link));
                    }
                }));
    }

    /** The time at which a link was made. */
    public static Instant created(Node link) throws RepositoryException {
        return link.getProperty(CREATED).getDate().toInstant();
    }

    private Optional<Node> node(Session session, String token) throws RepositoryException {
        return RandomTokens.isOne(token)
                ? workspace.node(session, "/" + folder + "/" + RandomTokens.sha256(token))
                : Optional.empty();
    }

    private List<Node> all(Session session) throws RepositoryException {
        List<Node> all = new ArrayList<>();
        Optional<Node> links = workspace.node(session, "/" + folder);
        if (links.isPresent()) {
            for (NodeIterator nodes = links.get().getNodes(); nodes.hasNext(); ) {
                all.add(nodes.nextNode());
            }
        }
        return all;
    }

    private boolean isOver(Node link) throws RepositoryException {
        return !created(link).plus(works).isAfter(clock.instant());
    }
}
