package org.bocage.cms.repository.tree;

import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.WritableStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on many nodes, some of them a save, so that others wait for none of these. A node that cannot be read, or makes the work
 * fail, keeps it from no other.
 */
public final class NodeBatches {

    private static final Logger log = LoggerFactory.getLogger(NodeBatches.class);
    private static final int AT_ONCE = 200;

    private NodeBatches() {}

    /** Whether a node is one of those to be worked on. */
    @FunctionalInterface
    public interface Condition {
        boolean holds(Node node) throws RepositoryException;
    }

    /** Work on one node. */
    @FunctionalInterface
    public interface Work {
        void apply(Node node) throws RepositoryException;
    }

    /** Whether a condition holds of a node; false, and a line in the log, when it cannot be read. */
    public static boolean holds(Node node, Condition condition) throws RepositoryException {
        try {
            return condition.holds(node);
        } catch (RepositoryException | RuntimeException e) {
            log.warn("{} cannot be read, and stays: {}", node.getPath(), e.toString());
            return false;
        }
    }

    /** Removes those that are still there, and a node above that is left without any. */
    public static void remove(WritableStore store, List<String> paths) {
        each(store, paths, node -> {
            Node above = node.getParent();
            node.remove();
            if (!above.hasNodes()) {
                above.remove();
            }
        });
    }

    /**
     * Does something to those that are still there.
     *
     * @param paths absolute ones
     * @throws RuntimeException the first failure, after the last node
     */
    public static void each(WritableStore store, List<String> paths, Work work) {
        RuntimeException failure = null;
        for (int from = 0; from < paths.size(); from += AT_ONCE) {
            List<String> some = paths.subList(from, Math.min(from + AT_ONCE, paths.size()));
            try {
                save(store, some, work);
            } catch (RuntimeException e) {
                failure = oneByOne(store, some, work, failure);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable RuntimeException oneByOne(
            WritableStore store, List<String> paths, Work work, @Nullable RuntimeException before) {
        RuntimeException first = before;
        for (String path : paths) {
            try {
                save(store, List.of(path), work);
            } catch (RuntimeException e) {
                log.warn("{} failed: {}", path, e.toString());
                first = first == null ? e : first;
            }
        }
        return first;
    }

    private static void save(WritableStore store, List<String> paths, Work work) {
        store.update(Identity.SYSTEM, session -> {
            for (String path : paths) {
                if (session.nodeExists(path)) {
                    work.apply(session.getNode(path));
                }
            }
        });
    }
}
