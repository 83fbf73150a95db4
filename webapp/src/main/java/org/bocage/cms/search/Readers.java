package org.bocage.cms.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.jspecify.annotations.Nullable;

/**
 * Which principals may read a node, as Oak's access control answers: each principal named by a policy at or above the
 * node is tried, together with the public audience that everybody has.
 */
final class Readers {

    private static final int SESSIONS = 100;

    private final Store store;
    private final Cache<String, Session> sessions = Caffeine.newBuilder()
            .maximumSize(SESSIONS)
            .executor(Runnable::run)
            .removalListener(Readers::logOut)
            .build();
    /** Answers by the nearest node with a policy, where no policy above speaks of single paths. */
    private final Map<String, Set<String>> byPolicy = new HashMap<>();

    Readers(Store store) {
        this.store = store;
    }

    private static void logOut(@Nullable String principal, @Nullable Session session, RemovalCause cause) {
        if (session != null) {
            session.logout();
        }
    }

    /** Forgets what was read before a change. */
    void refresh() throws RepositoryException {
        byPolicy.clear();
        for (Session session : sessions.asMap().values()) {
            session.refresh(false);
        }
    }

    void close() {
        sessions.invalidateAll();
    }

    Set<String> of(Node node) throws RepositoryException {
        Policies policies = Policies.above(node);
        if (policies.speaksOfPaths) {
            return ask(node.getPath(), policies.principals);
        }
        Set<String> known = byPolicy.get(policies.nearest);
        if (known == null) {
            known = ask(node.getPath(), policies.principals);
            byPolicy.put(policies.nearest, known);
        }
        return known;
    }

    private Set<String> ask(String path, Set<String> principals) throws RepositoryException {
        Set<String> readers = new TreeSet<>();
        for (String principal : principals) {
            Session session = sessions.get(
                    principal,
                    name -> store.login(
                            new Identity("index", new TreeSet<>(List.of(Audience.PUBLIC.principal(), name)))));
            if (session.nodeExists(path)) {
                readers.add(principal);
            }
        }
        return readers;
    }

    /** The policies that bear on a node. */
    private static final class Policies {

        private final Set<String> principals = new TreeSet<>();
        private String nearest = "";
        private boolean speaksOfPaths;

        static Policies above(Node node) throws RepositoryException {
            Policies policies = new Policies();
            for (Node at = node; at.getDepth() > 0; at = at.getParent()) {
                if (at.hasNode("rep:policy")) {
                    policies.add(at);
                }
            }
            return policies;
        }

        private void add(Node at) throws RepositoryException {
            if (nearest.isEmpty()) {
                nearest = at.getPath();
            }
            for (NodeIterator entries = at.getNode("rep:policy").getNodes(); entries.hasNext(); ) {
                Node entry = entries.nextNode();
                principals.add(entry.getProperty("rep:principalName").getString());
                speaksOfPaths |= entry.hasNode("rep:restrictions");
            }
        }
    }
}
