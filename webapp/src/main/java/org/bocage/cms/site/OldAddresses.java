package org.bocage.cms.site;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;

/** Addresses that pages had before: kept by path, and followed when nothing lies there any more. */
public final class OldAddresses {

    private static final Workspace KEPT = new Workspace("anciennes-adresses");
    private static final String PAGE = "page";

    private OldAddresses() {}

    /** Notes that a page lay at a path, with all that lies below it; the caller saves the session. */
    public static void keep(Session session, String path, String identifier) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, KEPT);
        Node node = KEPT.root(session);
        for (String step : path.substring(1).split("/")) {
            node = node.hasNode(step) ? node.getNode(step) : node.addNode(step, "bocage:workspace");
        }
        node.setProperty(PAGE, identifier);
    }

    /**
     * Where a page is now that lay at a path; empty when none did, or when it is not for this reader.
     *
     * @param store in which the reader looks for it
     */
    static Optional<String> now(Stores stores, Store store, Identity reader, String path) {
        if (!Workspace.isWellFormed(path)) {
            return Optional.empty();
        }
        String above = path;
        while (above.length() > 1) {
            String lay = above;
            // an earlier release kept the addresses of what is on line in the published store
            Optional<String> page = noted(stores.author(), lay).or(() -> noted(stores.published(), lay));
            if (page.isPresent()) {
                String rest = path.substring(above.length());
                return store.read(reader, session -> {
                    Optional<Node> node = Workspace.WEBSITE.nodeById(session, page.get());
                    String now = node.isPresent() ? Workspace.path(node.get()) + rest : "";
                    return !now.isEmpty()
                                    && !now.equals(path)
                                    && Workspace.WEBSITE.node(session, now).isPresent()
                            ? Optional.of(now)
                            : Optional.empty();
                });
            }
            above = above.substring(0, above.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    private static Optional<String> noted(Store store, String path) {
        return store.read(Identity.SYSTEM, session -> {
            Optional<Node> node = KEPT.node(session, path);
            return node.isPresent() && node.get().hasProperty(PAGE)
                    ? Optional.of(node.get().getProperty(PAGE).getString())
                    : Optional.empty();
        });
    }
}
