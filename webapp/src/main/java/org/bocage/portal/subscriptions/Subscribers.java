package org.bocage.portal.subscriptions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.publishing.exchange.OwnWorkspace;
import org.bocage.editorial.signedlinks.KeptLinks;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The addresses that are written to, in a workspace of the author store that is open to no role. One that was typed waits two
 * days for its yes; one that said no leaves nothing behind. A subscription is named by a keyed hash of what it is, so that an
 * address is there once, and so that nobody can guess the address of the page that ends it.
 */
@Component
class Subscribers {

    static final Workspace WORKSPACE = new Workspace("abonnes");
    static final Duration WAITS = Duration.ofDays(2);

    private static final String WAITING = "attente";
    private static final String DONE = "fait";
    private static final int MOST_WAITING = 5_000;
    private static final int MOST_PER_DAY = 3;

    private final Stores stores;
    private final SignedLinks links;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final Clock clock;
    private final SiteAddress siteAddress;
    private final KeptLinks waiting;
    private final RefusedAddresses refused;
    private final ItemByItem ended = new ItemByItem("Subscribers");

    /** The workspace stays with this installation. */
    @Bean
    static OwnWorkspace subscribersOfLetters() {
        return new OwnWorkspace(WORKSPACE.name());
    }

    Subscribers(
            Stores stores,
            SignedLinks links,
            Outbox outbox,
            MailTemplates mails,
            Clock clock,
            SiteAddress siteAddress,
            RefusedAddresses refused) {
        this.refused = refused;
        this.stores = stores;
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
        this.siteAddress = siteAddress;
        this.waiting = new KeptLinks(stores, WORKSPACE, WAITING, WAITS, clock);
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, WORKSPACE);
            folder(WORKSPACE.root(session), WAITING);
            for (Kind kind : Kind.values()) {
                folder(WORKSPACE.root(session), kind.key());
            }
        });
    }

    /** Completes a subscription that was just confirmed; the caller saves. */
    @FunctionalInterface
    interface Beginning {
        void apply(Session session, Node subscription, SubscriptionCriteria wish) throws RepositoryException;
    }

    /** Where a wish stands whose link is followed. */
    record Asked(Optional<SubscriptionCriteria> wish) {

        boolean isDone() {
            return wish.isEmpty();
        }
    }

    /**
     * Keeps a wish and, in the same save, the mail that asks whether it is one. When an address was asked three times today,
     * nothing happens.
     *
     * @param what the wish in words
     */
    void ask(SubscriptionCriteria wish, String what) {
        String token = RandomTokens.create();
        stores.author().update(Identity.SYSTEM, session -> {
            if (waiting.madeToday(session, "courriel", wish.email()) >= MOST_PER_DAY
                    || waiting.count(session) >= MOST_WAITING) {
                return;
            }
            wish.write(waiting.add(session, token));
            Map<String, String> model =
                    Map.of("quoi", what, "adresse", siteAddress.get() + SubscribeController.CONFIRM + token);
            Mail mail = mails.render("abonnement-a-confirmer", model).to(wish.email());
            outbox.enqueue(session, mail.endedAt(endAddress(path(wish))).forItsReaderAlone());
        });
    }

    /** Returns the request behind a link; empty when it does not work, or not any more. */
    Optional<Asked> asked(String token) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = waiting.find(session, token);
            return node.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Asked(
                            isDone(node.get())
                                    ? Optional.empty()
                                    : Optional.of(SubscriptionCriteria.read(node.get()))));
        });
    }

    /** Says yes, once; false when the link does not work. Who subscribed before has their choice replaced. */
    boolean confirm(String token, Beginning beginning) {
        try {
            return stores.author().<Boolean>write(Identity.SYSTEM, session -> {
                Optional<Node> asked = waiting.find(session, token);
                if (asked.isEmpty() || isDone(asked.get())) {
                    return asked.isPresent();
                }
                SubscriptionCriteria wish = SubscriptionCriteria.read(asked.get());
                Instant created = KeptLinks.created(asked.get());
                String name = asked.get().getName();
                asked.get().remove();
                Node done = WORKSPACE.root(session).getNode(WAITING).addNode(name, "mgnl:contentNode");
                done.setProperty(DONE, true);
                done.setProperty("cree", Dates.utc(created));
                begin(session, wish, beginning);
                return true;
            });
        } catch (ConcurrentEdit e) {
            // pressed twice: the other one was first
            return true;
        }
    }

    private void begin(Session session, SubscriptionCriteria wish, Beginning beginning) throws RepositoryException {
        Node folder = folder(WORKSPACE.root(session), wish.kind().key());
        if (!wish.about().isEmpty()) {
            folder = folder(folder, wish.about());
        }
        String name = name(wish);
        boolean known = folder.hasNode(name);
        Node node = known ? folder.getNode(name) : folder.addNode(name, "mgnl:contentNode");
        wish.write(node);
        if (wish.kind() == Kind.LETTRE) {
            refused.forget(session, wish.email());
        }
        if (!known) {
            node.setProperty("cree", Dates.utc(clock.instant()));
            beginning.apply(session, node, wish);
        }
    }

    /** Whether an address gets the letter. */
    boolean reads(Session session, String email) throws RepositoryException {
        return WORKSPACE.node(session, path(SubscriptionCriteria.letter(email))).isPresent();
    }

    /** Adds a reader of the letter within a save, who agreed elsewhere; false when they are one already. */
    boolean add(Session session, String email, ProvenAgreement agreement) throws RepositoryException {
        SubscriptionCriteria wish = SubscriptionCriteria.letter(email);
        Node folder = folder(WORKSPACE.root(session), wish.kind().key());
        if (folder.hasNode(name(wish))) {
            return false;
        }
        Node node = folder.addNode(name(wish), "mgnl:contentNode");
        wish.write(node);
        node.setProperty("cree", Dates.utc(clock.instant()));
        node.setProperty("lettres", new String[0]);
        agreement.write(node);
        return true;
    }

    private String name(SubscriptionCriteria wish) {
        return links.signature(Purpose.SUBSCRIPTION, wish.kind().key() + "\n" + wish.about() + "\n" + wish.email());
    }

    private String path(SubscriptionCriteria wish) {
        return "/" + wish.kind().key() + (wish.about().isEmpty() ? "" : "/" + wish.about()) + "/" + name(wish);
    }

    /** The address of the page that ends a subscription, by one press of a mail program too (RFC 8058). */
    private String endAddress(String path) {
        return siteAddress.get() + SubscribeController.END + path.substring(1).replace('/', '.');
    }

    /** Returns the kind of subscription that a link ends; empty when there is nothing to end. */
    Optional<Kind> ending(String token) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = subscription(session, token);
            return node.isEmpty() ? Optional.empty() : Kind.of(token.substring(0, token.indexOf('.')));
        });
    }

    /**
     * Ends a subscription: nothing of it is kept, nor of the mails that went to it; of the letter, that this address said no. False
     * when others, as the sending of a mail to it, write it again and again.
     */
    boolean end(String token) {
        try {
            return ConcurrentEdit.again(() -> stores.author().<Boolean>write(Identity.SYSTEM, session -> {
                Optional<Node> node = subscription(session, token);
                if (node.isPresent()) {
                    SubscriptionCriteria wish = SubscriptionCriteria.read(node.get());
                    if (wish.kind() == Kind.LETTRE) {
                        refused.note(session, wish.email());
                    }
                    remove(session, node.get());
                }
                return true;
            }));
        } catch (ConcurrentEdit e) {
            return false;
        }
    }

    /** Takes a subscription away within a save, and the mails that went to it. */
    void remove(Session session, Node subscription) throws RepositoryException {
        outbox.forget(session, endAddress(Workspace.path(subscription)));
        subscription.remove();
    }

    private static Optional<Node> subscription(Session session, String token) throws RepositoryException {
        return token.matches("(annonces|projets|lettre|evenement\\.[0-9a-f-]{36})\\.[A-Za-z0-9_-]{43}")
                ? WORKSPACE.node(session, "/" + token.replace('.', '/'))
                : Optional.empty();
    }

    /** Returns the subscribers to something, by their path in the workspace. */
    List<String> paths(Kind kind, String about) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<String> paths = new ArrayList<>();
            Optional<Node> folder = WORKSPACE.node(session, "/" + kind.key() + (about.isEmpty() ? "" : "/" + about));
            if (folder.isPresent()) {
                for (Node one : UnconfirmedSubmissions.children(folder.get())) {
                    paths.add(Workspace.path(one));
                }
            }
            return paths;
        });
    }

    /** A mail that names the address which ends such mails. */
    @FunctionalInterface
    interface Ending {
        Mail mail(String end) throws RepositoryException;
    }

    /** Adds a mail to a subscriber to what a session is about to save, with the way to end such mails. */
    void write(Session session, Node subscription, String template, Map<String, Object> model)
            throws RepositoryException {
        write(session, subscription, end -> {
            Map<String, Object> all = new java.util.HashMap<>(model);
            all.put("arret", end);
            return mails.render(template, all)
                    .to(SubscriptionCriteria.read(subscription).email());
        });
    }

    /** As above, for a mail that is written otherwise. */
    void write(Session session, Node subscription, Ending ending) throws RepositoryException {
        String end = endAddress(Workspace.path(subscription));
        outbox.enqueue(session, ending.mail(end).endedAt(end).forItsReaderAlone());
    }

    /** Forgets what nobody confirmed in time. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 70_000)
    void forget() {
        ended.run(round -> {
            waiting.forget(round);
            refused.forgetOld(round);
        });
    }

    private static boolean isDone(Node waiting) throws RepositoryException {
        return waiting.hasProperty(DONE);
    }

    private static Node folder(Node parent, String name) throws RepositoryException {
        return parent.hasNode(name) ? parent.getNode(name) : parent.addNode(name, "bocage:workspace");
    }
}
