package org.bocage.cms.repository.upgrade;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;

/** The version of what the stores hold, a number that each migration counts up; in the author store at {@code config:/content-version}. */
final class ContentVersion {

    /** Version of stores that say none: those of before there was a number. */
    static final int FIRST = 1;

    private static final Workspace CONFIG = new Workspace("config");
    private static final String NODE = "content-version";
    private static final String NUMBER = "number";

    private ContentVersion() {}

    /** Returns the version; empty when the store says none. */
    static Optional<Integer> of(Store author) {
        return author.read(Identity.SYSTEM, ContentVersion::read);
    }

    private static Optional<Integer> read(Session session) throws RepositoryException {
        Optional<Node> node = CONFIG.exists(session) ? CONFIG.node(session, "/" + NODE) : Optional.empty();
        return node.isPresent() && node.get().hasProperty(NUMBER)
                ? Optional.of((int) node.get().getProperty(NUMBER).getLong())
                : Optional.empty();
    }

    static void write(WritableStore author, int version) {
        author.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, CONFIG);
            Node root = CONFIG.root(session);
            Node node = root.hasNode(NODE) ? root.getNode(NODE) : root.addNode(NODE, "mgnl:contentNode");
            node.setProperty(NUMBER, version);
        });
    }
}
