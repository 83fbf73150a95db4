package org.bocage.cms.site.redirects;

import java.util.Optional;
import java.util.stream.Stream;
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

    /** The path where a page lay, and its identifier. */
    private record Note(String path, String page) {}

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
    public static Optional<String> now(Stores stores, Store store, Identity reader, String path) {
        if (!Workspace.isWellFormed(path)) {
            return Optional.empty();
        }
        // an earlier release kept the addresses of what is on line in the published store
        Optional<Note> noted = Stream.of(stores.author(), stores.published())
                .flatMap(one -> nearest(one, path).stream())
                .reduce((first, second) -> second.path().length() > first.path().length() ? second : first);
        return noted.flatMap(note -> store.read(reader, session -> {
            Optional<Node> node = Workspace.WEBSITE.nodeById(session, note.page());
            String rest = path.substring(note.path().length());
            String now = node.isPresent() ? Workspace.path(node.get()) + rest : "";
            return !now.isEmpty()
                            && !now.equals(path)
                            && Workspace.WEBSITE.node(session, now).isPresent()
                    ? Optional.of(now)
                    : Optional.empty();
        }));
    }

    /** The note at a path, or else at the nearest one above it. */
    private static Optional<Note> nearest(Store store, String path) {
        return store.read(Identity.SYSTEM, session -> {
            for (String at = path; at.length() > 1; at = at.substring(0, at.lastIndexOf('/'))) {
                Optional<Node> node = KEPT.node(session, at);
                if (node.isPresent() && node.get().hasProperty(PAGE)) {
                    return Optional.of(new Note(at, node.get().getProperty(PAGE).getString()));
                }
            }
            return Optional.empty();
        });
    }
}
