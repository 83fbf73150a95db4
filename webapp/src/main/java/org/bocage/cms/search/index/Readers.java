package org.bocage.cms.search.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.SavedNodes;
import org.bocage.cms.repository.SavedProperty;
import org.bocage.cms.repository.Store;
import org.jspecify.annotations.Nullable;

/**
 * Which principals may read and write a node, as Oak's access control answers: each principal named by a policy at or above the
 * node is tried, together with the public audience that everybody has.
 */
public final class Readers {

    private static final int SESSIONS = 100;
    private static final int POLICIES = 10_000;

    private final Store store;
    private final Cache<String, Session> sessions = Caffeine.newBuilder()
            .maximumSize(SESSIONS)
            .executor(Runnable::run)
            .removalListener(Readers::logOut)
            .build();
    /** Sessions that have seen the latest change. */
    private final Set<Session> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Answers by what the policies at and above a node say, where none speaks of single paths: the same words, the same rights. */
    private final Cache<String, Rights> byPolicies =
            Caffeine.newBuilder().maximumSize(POLICIES).executor(Runnable::run).build();

    /** Principals that may read a node, and those of them that may write it. */
    public record Rights(Set<String> readers, Set<String> writers) {}

    public Readers(Store store) {
        this.store = store;
    }

    private static void logOut(@Nullable String principal, @Nullable Session session, RemovalCause cause) {
        if (session != null) {
            session.logout();
        }
    }

    /** Something changed: the next answer is of the store as it is now. */
    public void refresh() {
        fresh.clear();
    }

    /** Forgets the answers that were kept. */
    public void forget() {
        byPolicies.invalidateAll();
    }

    public void close() {
        sessions.invalidateAll();
    }

    public Rights of(SavedNode node) throws RepositoryException {
        Policies policies = Policies.above(node);
        if (policies.speaksOfPaths) {
            return ask(node.path(), policies.principals);
        }
        String said = policies.said.toString();
        Rights known = byPolicies.getIfPresent(said);
        if (known == null) {
            Store.State asked = store.state();
            refresh();
            known = ask(node.path(), policies.principals);
            if (isSaidNow(said, node.path()) && store.state().equals(asked)) {
                byPolicies.put(said, known);
            }
        }
        return known;
    }

    /** Whether the policies of a node are still those: sessions answer for the store as it is now, whatever is indexed. */
    private boolean isSaidNow(String said, String path) {
        return SavedNodes.of(store)
                .at(path)
                .filter(now -> Policies.above(now).said.toString().equals(said))
                .isPresent();
    }

    private Rights ask(String path, Set<String> principals) throws RepositoryException {
        Set<String> readers = new TreeSet<>();
        Set<String> writers = new TreeSet<>();
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
                if (ReadableFields.isWhole(session.getNode(path))) {
                    writers.add(principal);
                }
            }
        }
        return new Rights(readers, writers);
    }

    /** The policies that bear on a node. */
    private static final class Policies {

        private final Set<String> principals = new TreeSet<>();
        private final StringBuilder said = new StringBuilder();
        private boolean speaksOfPaths;

        static Policies above(SavedNode node) {
            Policies policies = new Policies();
            for (Optional<SavedNode> at = Optional.of(node);
                    at.isPresent();
                    at = at.get().parent()) {
                at.get().child("rep:policy").ifPresent(policies::add);
            }
            return policies;
        }

        private void add(SavedNode policy) {
            said.append('/');
            policy.eachChild(entry -> {
                String principal = entry.property("rep:principalName")
                        .map(SavedProperty::text)
                        .orElse("");
                principals.add(principal);
                said.append(entry.type()).append(principal);
                entry.property("rep:privileges")
                        .ifPresent(privileges -> privileges
                                .values()
                                .forEach(one -> said.append(' ').append(one)));
                said.append(',');
                speaksOfPaths |= entry.hasChild("rep:restrictions");
            });
        }
    }
}
