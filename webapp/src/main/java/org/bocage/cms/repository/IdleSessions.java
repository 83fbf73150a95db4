package org.bocage.cms.repository;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.jspecify.annotations.Nullable;

/**
 * Visitors' sessions that nobody uses for the moment: to open one takes as long as to read a hundred nodes. What they
 * see, rights included, is that of the store when they are taken.
 */
final class IdleSessions {

    /** Sets of visitors' roles: there is one, unless somebody changes it. */
    private static final int IDENTITIES = 4;

    private static final int MOST = 16;

    private final Cache<Identity, Deque<Session>> idle = Caffeine.newBuilder()
            .maximumSize(IDENTITIES)
            .removalListener((@Nullable Identity identity, @Nullable Deque<Session> sessions, RemovalCause cause) ->
                    logout(sessions))
            .build();

    Optional<Session> take(Identity identity) throws RepositoryException {
        Deque<Session> sessions = identity.isAnonymous() ? idle.getIfPresent(identity) : null;
        Session session = sessions == null ? null : sessions.pollFirst();
        if (session == null) {
            return Optional.empty();
        }
        session.refresh(false);
        return Optional.of(session);
    }

    /** Keeps a session, or ends it, as when what it was used for failed. */
    void give(Identity identity, Session session, boolean reusable) throws RepositoryException {
        if (reusable && identity.isAnonymous() && session.isLive() && !session.hasPendingChanges()) {
            Deque<Session> sessions = idle.get(identity, one -> new ConcurrentLinkedDeque<>());
            if (sessions.size() < MOST) {
                sessions.addFirst(session);
                return;
            }
        }
        session.logout();
    }

    void close() {
        idle.asMap().values().forEach(IdleSessions::logout);
    }

    private static void logout(@Nullable Deque<Session> sessions) {
        if (sessions == null) {
            return;
        }
        for (Session session = sessions.pollFirst(); session != null; session = sessions.pollFirst()) {
            session.logout();
        }
    }
}
