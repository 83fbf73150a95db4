package org.bocage.editorial.security.links;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
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
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.AccountAccess;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Links that a mail carries and that work once. The address holds 256 random bits, the store their SHA-256. A link is void
 * after its time, when its account is closed, and when the account has another password than when the link was made.
 */
@Component
public class OneUseLinks implements AccountAccess {

    private static final Logger log = LoggerFactory.getLogger(OneUseLinks.class);
    private static final Workspace LINKS = new Workspace("liens");

    private final WritableStore store;
    private final Accounts accounts;
    private final Clock clock;
    private final ItemByItem ended = new ItemByItem("OneUseLinks");

    OneUseLinks(Stores stores, Accounts accounts, ObjectProvider<Clock> clock) {
        this.store = stores.author();
        this.accounts = accounts;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, LINKS));
    }

    /** Purpose of a link, with its lifetime. */
    public enum Kind {
        INVITATION(Duration.ofDays(7)),
        PASSWORD(Duration.ofHours(1)),
        SIGN_IN(Duration.ofHours(1)),
        ADDRESS(Duration.ofHours(24));

        private final Duration works;

        Kind(Duration works) {
            this.works = works;
        }

        /** The word that screens and mails know it by. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A link that works.
     *
     * @param email the new mail address, for a link that confirms one; else empty
     */
    public record Link(Kind kind, Account account, String email) {}

    /** Effect of using a link on its account; the caller saves. */
    @FunctionalInterface
    public interface Deed {
        void on(Node user) throws RepositoryException;
    }

    /**
     * Adds a link to what a session is about to save.
     *
     * @param email the address that the link confirms, or empty
     * @return the random part of its address, which is kept nowhere
     */
    String create(Session session, String account, Kind kind, String email) throws RepositoryException {
        Node user = Accounts.user(session, account)
                .orElseThrow(() -> new RepositoryException("Account " + account + " is gone"));
        String token = RandomTokens.create();
        Node node = LINKS.root(session).addNode(RandomTokens.sha256(token), "mgnl:contentNode");
        node.setProperty("account", account);
        node.setProperty("kind", kind.key());
        node.setProperty("email", email);
        node.setProperty("stamp", Accounts.stamp(user));
        node.setProperty("expires", Dates.utc(clock.instant().plus(kind.works)));
        return token;
    }

    /** Makes a link for somebody at the machine to pass on; returns the random part of its address, which is kept nowhere. */
    public String issue(String account, Kind kind) {
        return store.write(Identity.SYSTEM, session -> create(session, account, kind, ""));
    }

    /** Returns the link of a token; empty when it does not work, or not any more. Looking at it does not use it. */
    public Optional<Link> find(String token) {
        return store.read(Identity.SYSTEM, session -> {
            Optional<Node> node = node(session, token);
            return node.isEmpty() ? Optional.empty() : link(session, node.get());
        });
    }

    /** Uses a link: it is gone and the deed is done, in one save. Of two at once one succeeds. */
    public Optional<Account> use(String token, Kind kind, Deed deed) {
        try {
            return store.write(Identity.SYSTEM, session -> {
                Optional<Node> node = node(session, token);
                Optional<Link> link = node.isEmpty() ? Optional.empty() : link(session, node.get());
                if (link.isEmpty() || link.get().kind() != kind) {
                    return Optional.empty();
                }
                node.orElseThrow().remove();
                Node user = Accounts.user(session, link.get().account().name()).orElseThrow();
                deed.on(user);
                return Optional.of(accounts.account(user));
            });
        } catch (ConcurrentEdit e) {
            log.info("A link was used twice at once; it worked once");
            return Optional.empty();
        }
    }

    /** Ends the links of an account within a save: when it is closed, or has another mail address. */
    @Override
    public void endAll(Session session, String account) throws RepositoryException {
        if (!LINKS.exists(session)) {
            return;
        }
        for (NodeIterator nodes = LINKS.root(session).getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.hasProperty("account")
                    && node.getProperty("account").getString().equals(account)) {
                node.remove();
            }
        }
    }

    /** Takes away what has ended. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    void purge() {
        ended.run(round -> round.attempt(
                LINKS.name() + ":/",
                () -> store.update(
                        Identity.SYSTEM,
                        session -> round.removeIf(
                                LINKS.root(session), node -> node.hasProperty("expires") && hasEnded(node)))));
    }

    private static Optional<Node> node(Session session, String token) throws RepositoryException {
        return RandomTokens.isOne(token) ? LINKS.node(session, "/" + RandomTokens.sha256(token)) : Optional.empty();
    }

    private Optional<Link> link(Session session, Node node) throws RepositoryException {
        Optional<Node> user = Accounts.user(session, node.getProperty("account").getString());
        if (hasEnded(node)
                || user.isEmpty()
                || !Accounts.stamp(user.get()).equals(node.getProperty("stamp").getString())) {
            return Optional.empty();
        }
        Account account = accounts.account(user.get());
        String key = node.getProperty("kind").getString();
        for (Kind kind : Kind.values()) {
            if (account.enabled() && kind.key().equals(key)) {
                return Optional.of(
                        new Link(kind, account, node.getProperty("email").getString()));
            }
        }
        return Optional.empty();
    }

    private boolean hasEnded(Node node) throws RepositoryException {
        Instant expires = node.getProperty("expires").getDate().toInstant();
        return !expires.isAfter(clock.instant());
    }
}
