package org.bocage.portal.subscriptions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.publishing.exchange.OwnWorkspace;
import org.bocage.editorial.workflow.Claims;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The letters. One is sent once: who sends it moves it on in a save that only one can win, and what it says is kept with that save.
 * Each reader gets it in a save that says so with them, so that what a stop cut short is gone on with and nobody gets it twice.
 */
@Component
class LetterShelf {

    /** Key of the job that sends what is going out. */
    static final String JOB = "LetterShelf.look";

    private static final Workspace WORKSPACE = new Workspace("lettres");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String GOT = "lettres";
    private static final int FIRST_DAYS = 30;
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Stores stores;
    private final Subscribers subscribers;
    private final LetterText texts;
    private final LetterItems items;
    private final Outbox outbox;
    private final SiteAddress siteAddress;
    private final Clock clock;
    private final Claims claims;
    private final ItemByItem letters = new ItemByItem("LetterShelf");

    /** The workspace stays with this installation. */
    @Bean
    static OwnWorkspace lettersSent() {
        return new OwnWorkspace(WORKSPACE.name());
    }

    LetterShelf(
            Stores stores,
            Subscribers subscribers,
            LetterText texts,
            LetterItems items,
            Outbox outbox,
            SiteAddress siteAddress,
            Clock clock) {
        this.outbox = outbox;
        this.siteAddress = siteAddress;
        this.items = items;
        this.stores = stores;
        this.subscribers = subscribers;
        this.texts = texts;
        this.clock = clock;
        this.claims = new Claims(stores.author(), clock);
        stores.author().update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    /** All letters, drafts first, then the last sent first. */
    List<Letter> all() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Letter> all = new ArrayList<>();
            for (Node one : UnconfirmedSubmissions.children(WORKSPACE.root(session))) {
                all.add(Letter.read(one));
            }
            all.sort(Comparator.comparing((Letter letter) -> letter.sent().orElse(Instant.MAX))
                    .reversed());
            return List.copyOf(all);
        });
    }

    Optional<Letter> find(String id) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = WORKSPACE.node(session, "/" + id);
            return node.isPresent() ? Optional.of(Letter.read(node.get())) : Optional.empty();
        });
    }

    /**
     * Begins one of what came out since the last; gives its identifier. A draft of the same title without a word of
     * introduction is gone on with: it was begun twice.
     */
    String begin(String title) {
        return stores.author().alone("letters", () -> beginInTurn(title));
    }

    private String beginInTurn(String title) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        List<Letter> all = all();
        Optional<Letter> begun = all.stream()
                .filter(letter -> letter.isDraft()
                        && letter.title().equals(title)
                        && letter.introduction().isEmpty())
                .findFirst();
        if (begun.isPresent()) {
            return begun.get().id();
        }
        LocalDate from = all.stream()
                .filter(letter -> !letter.isDraft())
                .map(letter -> letter.to().plusDays(1))
                .max(Comparator.naturalOrder())
                .filter(day -> !day.isAfter(today))
                .orElse(today.minusDays(FIRST_DAYS));
        Set<String> left = items.unproposed(from, today);
        String id = UUID.randomUUID().toString();
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = WORKSPACE.root(session).addNode(id, "mgnl:contentNode");
            new Letter(id, title, "", from, today, left, Letter.DRAFT, Optional.empty(), 0).write(node);
        });
        return id;
    }

    /** Keeps a draft; false when it is none any more. */
    boolean keep(Letter letter) {
        return stores.author().<Boolean>write(Identity.SYSTEM, session -> {
            Optional<Node> node = WORKSPACE.node(session, "/" + letter.id());
            if (node.isEmpty() || !Letter.read(node.get()).isDraft()) {
                return false;
            }
            letter.write(node.get());
            return true;
        });
    }

    /** Deletes a draft; false when it is none any more. */
    boolean discard(String id) {
        return stores.author().<Boolean>write(Identity.SYSTEM, session -> {
            Optional<Node> node = WORKSPACE.node(session, "/" + id);
            if (node.isEmpty() || !Letter.read(node.get()).isDraft()) {
                return false;
            }
            node.get().remove();
            return true;
        });
    }

    /** Returns the text of a letter: as it was sent, or would be now. */
    LetterText.Written written(Letter letter) {
        if (letter.isDraft()) {
            return texts.write(letter);
        }
        return stores.author().read(Identity.SYSTEM, session -> {
            Node node = WORKSPACE.node(session, "/" + letter.id()).orElseThrow();
            return new LetterText.Written(
                    node.getProperty("html").getString(),
                    new org.bocage.editorial.mail.MailTemplates.Text(
                            letter.title(), node.getProperty("texte").getString()));
        });
    }

    /** How many get it. */
    int readers() {
        return subscribers.paths(Kind.LETTRE, "").size();
    }

    /** Sends a letter to who writes it, as its readers will get it; nobody counts as having got it. */
    void tryOut(Letter letter, String email) {
        LetterText.Written written = written(letter);
        String end = siteAddress.get() + LetterController.SCREEN + "/" + letter.id();
        Mail mail = new Mail(
                        email,
                        "Essai : " + letter.title(),
                        written.text().body().replace(LetterText.END, end))
                .shownAs(written.html().replace(LetterText.END, end));
        stores.author().update(Identity.SYSTEM, session -> outbox.enqueue(session, mail));
    }

    /** Sends a draft; false when it was sent already. */
    boolean send(String id) {
        try {
            return stores.author().<Boolean>write(Identity.SYSTEM, session -> {
                Optional<Node> node = WORKSPACE.node(session, "/" + id);
                if (node.isEmpty() || !Letter.read(node.get()).isDraft()) {
                    return false;
                }
                LetterText.Written written = texts.write(Letter.read(node.get()));
                node.get().setProperty("html", written.html());
                node.get().setProperty("texte", written.text().body());
                // two saves that write the same value would both succeed: each claim is another
                node.get().setProperty("prisPar", UUID.randomUUID().toString());
                node.get().setProperty(Letter.STATE, Letter.GOING);
                node.get().setProperty("partieLe", Dates.utc(clock.instant()));
                return true;
            });
        } catch (ConcurrentEdit e) {
            // pressed twice: the other one was first
            return false;
        }
    }

    /** Goes on with what is going out. */
    @Scheduled(fixedDelay = 10_000, initialDelay = 30_000)
    void look() {
        letters.run(round -> {
            for (String id : going()) {
                round.attempt(WORKSPACE.name() + ":/" + id, () -> find(id).ifPresent(letter -> goOn(letter, round)));
            }
        });
    }

    private List<String> going() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<String> going = new ArrayList<>();
            for (Node one : UnconfirmedSubmissions.children(WORKSPACE.root(session))) {
                if (one.hasProperty(Letter.STATE)
                        && one.getProperty(Letter.STATE).getString().equals(Letter.GOING)) {
                    going.add(one.getName());
                }
            }
            return going;
        });
    }

    /**
     * Sends a letter to every subscriber who has not got it yet. As long as one of them cannot be written to, the next
     * run tries again, for a day at most; then the letter counts as sent, to those it could go to.
     */
    private void goOn(Letter letter, ItemByItem.Round round) {
        LetterText.Written written = written(letter);
        Instant sent = letter.sent().orElseThrow();
        boolean all = true;
        for (String path : subscribers.paths(Kind.LETTRE, "")) {
            all &= round.attempt(
                    Subscribers.WORKSPACE.name() + ":" + path,
                    () -> claims.requireDone(
                            Subscribers.WORKSPACE.name(),
                            path,
                            node -> isDue(node, letter.id(), sent),
                            (session, node) -> send(session, node, letter, written)));
        }
        if (!all && sent.plus(PATIENCE).isAfter(clock.instant())) {
            return;
        }
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = WORKSPACE.node(session, "/" + letter.id()).orElseThrow();
            node.setProperty(Letter.STATE, Letter.GONE);
            node.setProperty("lecteurs", got(session, letter.id()));
        });
    }

    private long got(Session session, String letter) throws RepositoryException {
        long got = 0;
        for (String path : subscribers.paths(Kind.LETTRE, "")) {
            Optional<Node> node = Subscribers.WORKSPACE.node(session, path);
            got += node.isPresent() && got(node.get()).contains(letter) ? 1 : 0;
        }
        return got;
    }

    /** Whether somebody, who subscribed before it went out, did not get it yet. */
    private static boolean isDue(Node subscription, String letter, Instant sent) throws RepositoryException {
        return !got(subscription).contains(letter)
                && !subscription.getProperty("cree").getDate().toInstant().isAfter(sent);
    }

    private static List<String> got(Node subscription) throws RepositoryException {
        List<String> got = new ArrayList<>();
        for (Value value :
                subscription.hasProperty(GOT) ? subscription.getProperty(GOT).getValues() : new Value[0]) {
            got.add(value.getString());
        }
        return got;
    }

    private void send(Session session, Node subscription, Letter letter, LetterText.Written written)
            throws RepositoryException {
        List<String> got = new ArrayList<>(got(subscription));
        got.add(letter.id());
        subscription.setProperty(GOT, got.toArray(new String[0]));
        subscribers.write(
                session,
                subscription,
                end -> new Mail(
                                SubscriptionCriteria.read(subscription).email(),
                                letter.title(),
                                written.text().body().replace(LetterText.END, end))
                        .shownAs(written.html().replace(LetterText.END, end)));
    }
}
