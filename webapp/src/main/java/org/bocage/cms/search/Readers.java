package org.bocage.cms.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
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
    private static final int POLICIES = 10_000;

    private final Store store;
    private final Cache<String, Session> sessions = Caffeine.newBuilder()
            .maximumSize(SESSIONS)
            .executor(Runnable::run)
            .removalListener(Readers::logOut)
            .build();
    /** Those that have seen the latest change. */
    private final Set<Session> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Answers by what the policies at and above a node say, where none speaks of single paths: the same words, the same readers. */
    private final Cache<String, Set<String>> byPolicies =
            Caffeine.newBuilder().maximumSize(POLICIES).executor(Runnable::run).build();

    Readers(Store store) {
        this.store = store;
    }

    private static void logOut(@Nullable String principal, @Nullable Session session, RemovalCause cause) {
        if (session != null) {
            session.logout();
        }
    }

    /** Something changed: the next answer is of the store as it is now. */
    void refresh() {
        fresh.clear();
    }

    void close() {
        sessions.invalidateAll();
    }

    Set<String> of(Node node) throws RepositoryException {
        Policies policies = Policies.above(node);
        if (policies.speaksOfPaths) {
            return ask(node.getPath(), policies.principals);
        }
        String said = policies.said.toString();
        Set<String> known = byPolicies.getIfPresent(said);
        if (known == null) {
            known = ask(node.getPath(), policies.principals);
            byPolicies.put(said, known);
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
            if (fresh.add(session)) {
                session.refresh(false);
            }
            if (session.nodeExists(path)) {
                readers.add(principal);
            }
        }
        return readers;
    }

    /** The policies that bear on a node. */
    private static final class Policies {

        private final Set<String> principals = new TreeSet<>();
        private final StringBuilder said = new StringBuilder();
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
            said.append('/');
            for (NodeIterator entries = at.getNode("rep:policy").getNodes(); entries.hasNext(); ) {
                Node entry = entries.nextNode();
                String principal = entry.getProperty("rep:principalName").getString();
                principals.add(principal);
                said.append(entry.getPrimaryNodeType().getName()).append(principal);
                for (Value privilege : entry.getProperty("rep:privileges").getValues()) {
                    said.append(' ').append(privilege.getString());
                }
                said.append(',');
                speaksOfPaths |= entry.hasNode("rep:restrictions");
            }
        }
    }
}
