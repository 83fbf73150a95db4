package org.bocage.cms.repository.upgrade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;

/**
 * The version of what the stores hold, a number that each migration counts up, and which of them ran here; in the author store at
 * {@code config:/content-version}.
 */
public final class ContentVersion {

    /** Version of stores that say none: those of before there was a number. */
    static final int FIRST = 1;

    private static final Workspace CONFIG = new Workspace("config");
    private static final String NODE = "content-version";
    private static final String TYPE = "mgnl:contentNode";
    private static final String NUMBER = "number";

    private static final String RAN = "migration-";
    private static final String NAME = "name";
    private static final String AT = "at";

    private ContentVersion() {}

    /**
     * A migration that ran on these stores.
     *
     * @param to version that it led to
     * @param at when it was done
     */
    public record Run(int to, String name, Instant at) {}

    /** Returns the migrations that ran, in their order. */
    public static List<Run> runs(Session session) throws RepositoryException {
        List<Run> runs = new ArrayList<>();
        Optional<Node> version = node(session);
        if (version.isPresent()) {
            for (NodeIterator ran = version.get().getNodes(RAN + "*"); ran.hasNext(); ) {
                Node run = ran.nextNode();
                runs.add(new Run(
                        (int) run.getProperty(NUMBER).getLong(),
                        run.getProperty(NAME).getString(),
                        run.getProperty(AT).getDate().toInstant()));
            }
        }
        runs.sort(Comparator.comparingInt(Run::to));
        return runs;
    }

    /** Returns the version; empty when the store says none. */
    static Optional<Integer> of(Store author) {
        return author.read(Identity.SYSTEM, ContentVersion::read);
    }

    private static Optional<Integer> read(Session session) throws RepositoryException {
        Optional<Node> node = node(session);
        return node.isPresent() && node.get().hasProperty(NUMBER)
                ? Optional.of((int) node.get().getProperty(NUMBER).getLong())
                : Optional.empty();
    }

    private static Optional<Node> node(Session session) throws RepositoryException {
        return CONFIG.exists(session) ? CONFIG.node(session, "/" + NODE) : Optional.empty();
    }

    static void write(WritableStore author, int version) {
        author.update(Identity.SYSTEM, session -> write(session, version));
    }

    /** Writes that a migration is done, and the version that the stores are of by that. */
    static void write(WritableStore author, Run run) {
        author.update(Identity.SYSTEM, session -> {
            Node ran = write(session, run.to()).addNode(RAN + run.to(), TYPE);
            ran.setProperty(NUMBER, run.to());
            ran.setProperty(NAME, run.name());
            ran.setProperty(AT, Dates.utc(run.at()));
        });
    }

    private static Node write(Session session, int version) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, CONFIG);
        Node root = CONFIG.root(session);
        Node node = root.hasNode(NODE) ? root.getNode(NODE) : root.addNode(NODE, TYPE);
        node.setProperty(NUMBER, version);
        return node;
    }
}
