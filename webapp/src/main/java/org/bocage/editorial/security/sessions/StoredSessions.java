package org.bocage.editorial.security.sessions;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.StoreProperties;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.maintenance.Restore;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.AccountDetails;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.CurrentAccount;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions as nodes of the author store, so that they survive a restart. The browser carries an opaque token, the
 * store its SHA-256. A session ends after twelve hours without a request, thirty days after it began, and when its
 * account is closed or has another password.
 */
@Component
public class StoredSessions implements SecurityContextRepository {

    static final String COOKIE = "bocage_session";

    private static final Logger log = LoggerFactory.getLogger(StoredSessions.class);
    static final Workspace SESSIONS = new Workspace("sessions");
    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration RENEWED_EVERY = Duration.ofMinutes(10);
    private static final int MAX_AGENT = 400;

    private final WritableStore store;
    private final Accounts accounts;
    private final Clock clock;
    private final ItemByItem ended = new ItemByItem("StoredSessions");

    StoredSessions(Stores stores, Accounts accounts, ObjectProvider<Clock> clock, StoreProperties properties) {
        this.store = stores.author();
        this.accounts = accounts;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, SESSIONS));
        endAllOfARestore(properties.home().resolve(Restore.MARK));
    }

    /** Ends the sessions of a backup that was restored: whoever took it away could go on with them. */
    private void endAllOfARestore(Path mark) {
        if (!Files.exists(mark)) {
            return;
        }
        store.update(Identity.SYSTEM, session -> {
            for (NodeIterator all = SESSIONS.root(session).getNodes(); all.hasNext(); ) {
                Node one = all.nextNode();
                if (one.hasProperty("expires")) {
                    one.remove();
                }
            }
        });
        try {
            Files.delete(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request).flatMap(this::account).isPresent();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(this::end);
        Optional<Account> account = CurrentAccount.of(context.getAuthentication());
        if (account.isEmpty()) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
            return;
        }
        String token = RandomTokens.create();
        begin(token, account.get().name(), agent(request));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, token, LONGEST));
    }

    /** Takes away what has ended. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void purge() {
        ended.run(round -> round.attempt(
                SESSIONS.name() + ":/",
                () -> store.update(
                        Identity.SYSTEM,
                        session -> round.removeIf(
                                SESSIONS.root(session),
                                node -> node.hasProperty("expires")
                                        && !instant(node, "expires").isAfter(clock.instant())))));
    }

    /** Returns the user agent of a browser, cut. */
    static String agent(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), MAX_AGENT));
    }

    /** Name of the node of the session that asks; empty without one. */
    static String identifier(HttpServletRequest request) {
        return token(request).map(RandomTokens::sha256).orElse("");
    }

    private void begin(String token, String account, String agent) {
        Instant now = clock.instant();
        store.update(Identity.SYSTEM, session -> {
            Node user = Accounts.user(session, account)
                    .orElseThrow(() -> new RepositoryException("Account " + account + " is gone"));
            Node node = SESSIONS.root(session).addNode(RandomTokens.sha256(token), "mgnl:contentNode");
            node.setProperty("account", account);
            node.setProperty("stamp", Accounts.stamp(user));
            node.setProperty("created", Dates.utc(now));
            node.setProperty("seen", Dates.utc(now));
            node.setProperty("agent", agent);
            node.setProperty("expires", Dates.utc(now.plus(IDLE)));
        });
        visited(account, now);
    }

    /** Notes that somebody came; when two of their browsers say so at once, one of them is enough. */
    private void visited(String account, Instant now) {
        try {
            store.update(Identity.SYSTEM, session -> {
                Optional<Node> user = Accounts.user(session, account);
                if (user.isPresent()) {
                    user.get().setProperty(Accounts.LAST_VISIT, Dates.utc(now));
                }
            });
        } catch (ConcurrentEdit e) {
            log.debug("Somebody came with two browsers at once");
        }
    }

    private void end(String token) {
        try {
            store.update(Identity.SYSTEM, session -> {
                Optional<Node> node = SESSIONS.node(session, "/" + RandomTokens.sha256(token));
                if (node.isPresent()) {
                    node.get().remove();
                }
            });
        } catch (ConcurrentEdit e) {
            log.debug("A session was ended twice at once");
        }
    }

    private Optional<Account> account(String token) {
        String path = "/" + RandomTokens.sha256(token);
        Optional<Found> found = store.read(Identity.SYSTEM, session -> {
            Optional<Node> node = SESSIONS.node(session, path);
            if (node.isEmpty() || !isOpen(session, node.get())) {
                return Optional.empty();
            }
            Node user = Accounts.user(session, node.get().getProperty("account").getString())
                    .orElseThrow();
            Account account = accounts.account(user);
            return account.enabled()
                    ? Optional.of(new Found(account, instant(node.get(), "created"), instant(node.get(), "expires")))
                    : Optional.empty();
        });
        found.ifPresent(session -> renew(path, session));
        return found.map(Found::account);
    }

    /** Whether its time is not over, and its account has the password that it had then. */
    boolean isOpen(Session session, Node node) throws RepositoryException {
        if (!instant(node, "expires").isAfter(clock.instant())) {
            return false;
        }
        Optional<Node> user = Accounts.user(session, node.getProperty("account").getString());
        return user.isPresent()
                && Accounts.stamp(user.get()).equals(node.getProperty("stamp").getString());
    }

    private record Found(Account account, Instant created, Instant expires) {}

    private void renew(String path, Found found) {
        Instant now = clock.instant();
        Instant end = found.created().plus(LONGEST);
        Instant wanted = now.plus(IDLE).isBefore(end) ? now.plus(IDLE) : end;
        if (Duration.between(found.expires(), wanted).compareTo(RENEWED_EVERY) < 0) {
            return;
        }
        try {
            store.update(Identity.SYSTEM, session -> {
                Optional<Node> node = SESSIONS.node(session, path);
                if (node.isPresent()) {
                    node.get().setProperty("expires", Dates.utc(wanted));
                    node.get().setProperty("seen", Dates.utc(now));
                }
            });
            visited(found.account().name(), now);
        } catch (ConcurrentEdit e) {
            log.debug("A session was renewed by another request at once");
        }
    }

    private static String cookie(HttpServletRequest request, String value, Duration age) {
        String path = request.getContextPath();
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path(path.isEmpty() ? "/" : path)
                .maxAge(age)
                .build()
                .toString();
    }

    private static Optional<String> token(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE) && RandomTokens.isOne(cookie.getValue())) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static Instant instant(Node node, String name) throws RepositoryException {
        return node.getProperty(name).getDate().toInstant();
    }

    /** Reads the store only when somebody asks who is there, once a request. */
    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean generated;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known != null) {
                return known;
            }
            SecurityContext loaded = token(request)
                    .flatMap(StoredSessions.this::account)
                    .<SecurityContext>map(account -> new SecurityContextImpl(authenticated(account)))
                    .orElseGet(SecurityContextHolder::createEmptyContext);
            generated = loaded.getAuthentication() == null;
            context = loaded;
            return loaded;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }

    public static Authentication authenticated(Account account) {
        AccountDetails details = new AccountDetails(account, null);
        return UsernamePasswordAuthenticationToken.authenticated(details, null, details.getAuthorities());
    }
}
