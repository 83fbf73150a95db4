package org.bocage.portal.ads;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.notices.Proposers;
import org.bocage.portal.forms.GuestAuthor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The last week of an annonce: whoever posted it is asked once, by mail, what becomes of it, and answers by a link. Two times it
 * goes on for thirty days by itself; after that, going on is reviewed like a new proposal.
 */
@Component
class AdEnds {

    private static final Workspace ADS = new Workspace("annonces");
    private static final String CLOSING = "cloture";
    private static final String ASKED = "relancePour";
    private static final String TIMES = "relances";
    /** Property of the outcome of an annonce: {@code retiree}, {@code trouvee}, or {@code pourvue} through the portal. */
    static final String OUTCOME = "issue";

    static final String FILLED = "pourvue";
    /** When that was said. */
    static final String ENDED = "issueLe";

    private static final Set<AdLinks.Gesture> THAT_ARCHIVE =
            Set.of(AdLinks.Gesture.TROUVE, AdLinks.Gesture.RETIRER, AdLinks.Gesture.ACCORD);
    private static final int MOST_TIMES = 2;
    private static final int MORE_DAYS = 30;
    private static final Duration BEFORE = Duration.ofDays(7);
    private static final int AT_ONCE = 200;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = FrenchDays.format("EEEE d MMMM");

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Review review;
    private final Accounts accounts;
    private final Proposers strangers;
    private final AdLinks links;
    private final AdMatches matches;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final Clock clock;
    private final SiteAddress siteAddress;
    private final ItemByItem ads = new ItemByItem("AdEnds");

    AdEnds(
            Stores stores,
            ContentIndexes indexes,
            Review review,
            Accounts accounts,
            Proposers strangers,
            AdLinks links,
            AdMatches matches,
            Outbox outbox,
            MailTemplates mails,
            Clock clock,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.indexes = indexes;
        this.review = review;
        this.accounts = accounts;
        this.strangers = strangers;
        this.links = links;
        this.matches = matches;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
        this.siteAddress = siteAddress;
    }

    /** An annonce that a link speaks of, as it is now. */
    record Ad(
            String title, AdLinks.Gesture gesture, LocalDate until, boolean reviewed, List<AdEndPage.Match> matches) {}

    /**
     * Answers of somebody who found what they wanted.
     *
     * @param throughPortal whether the portal had a part in it
     * @param with identifier of the annonce that answered theirs; empty: none did
     */
    record Told(boolean throughPortal, String with) {}

    /** Asks the posters of all that closes within the week, each once for each last day. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 90_000)
    void look() {
        Instant now = clock.instant();
        ContentQuery closing = ContentQuery.in(ADS.name())
                .inState(State.PUBLIE)
                .and(new ContentQuery.Between(CLOSING, midnight(today()), now.plus(BEFORE)))
                .page(0, AT_ONCE);
        ads.run(round -> {
            for (Hits.Hit hit : indexes.author().find(closing, Identity.SYSTEM).hits()) {
                round.attempt(
                        hit.workspace() + ":" + hit.path(),
                        () -> stores.author().update(Identity.SYSTEM, session -> ask(session, hit.path())));
            }
        });
    }

    private void ask(Session session, String path) throws RepositoryException {
        Optional<Node> found = ADS.node(session, path);
        if (found.isEmpty() || ItemState.of(found.get()) != State.PUBLIE) {
            return;
        }
        Node ad = found.get();
        LocalDate last = closing(ad);
        if (text(ad, ASKED).equals(last.toString())) {
            return;
        }
        ad.setProperty(ASKED, last.toString());
        Optional<Proposers.Proposer> poster = poster(ad);
        if (poster.isEmpty() || !Mail.isAddress(poster.get().email())) {
            return;
        }
        Map<String, Object> model = new HashMap<>();
        model.put("prenom", poster.get().name());
        model.put("titre", Review.title(ad));
        model.put("jour", DAY.format(last));
        model.put("relue", isReviewed(ad));
        for (AdLinks.Gesture gesture : AdLinks.Gesture.OF_THE_LAST_WEEK) {
            model.put(
                    gesture.key(), siteAddress.get() + links.path(new AdLinks.Said(ad.getIdentifier(), gesture, last)));
        }
        outbox.enqueue(
                session, mails.render("annonce-relance", model).to(poster.get().email()));
    }

    private Optional<Proposers.Proposer> poster(Node ad) throws RepositoryException {
        Optional<Proposers.Proposer> stranger = strangers.of(ad);
        return stranger.isPresent()
                ? stranger
                : accounts.find(Review.author(ad))
                        .map(account -> new Proposers.Proposer(account.displayName(), account.email(), ""));
    }

    /** Returns the annonce of a link and what the link would do, or empty if it has done its time. */
    Optional<Ad> ad(AdLinks.Said said, Identity reader) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = current(session, said);
            return node.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Ad(
                            Review.title(node.get()),
                            said.gesture(),
                            longer(node.get()),
                            isReviewed(node.get()),
                            said.gesture() == AdLinks.Gesture.TROUVE ? matches.of(node.get(), reader) : List.of()));
        });
    }

    /** Does what a link says, once; false when it has done its time. */
    boolean act(AdLinks.Said said, Told told) {
        try {
            return stores.author().<Boolean>read(Identity.SYSTEM, session -> {
                Optional<Node> node = current(session, said);
                if (node.isEmpty()) {
                    return false;
                }
                act(session, node.get(), said.gesture(), told);
                return true;
            });
        } catch (ConcurrentEdit e) {
            // pressed twice: the other one was first
            return false;
        }
    }

    private void act(Session session, Node ad, AdLinks.Gesture gesture, Told told) throws RepositoryException {
        long revision = Revisions.number(ad);
        Actor author = author(ad);
        if (THAT_ARCHIVE.contains(gesture)) {
            boolean filled = gesture == AdLinks.Gesture.ACCORD
                    || told.throughPortal()
                    || !told.with().isEmpty();
            String outcome = gesture == AdLinks.Gesture.RETIRER ? "retiree" : filled ? FILLED : "trouvee";
            review.move(session, ad, "archiver", author, revision, "", node -> {
                node.setProperty(OUTCOME, outcome);
                node.setProperty(ENDED, Dates.utc(clock.instant()));
                if (gesture == AdLinks.Gesture.TROUVE && !told.with().isEmpty()) {
                    askTheOther(session, node, told.with());
                }
            });
            return;
        }
        LocalDate until = longer(ad);
        long times = times(ad) + 1;
        boolean reviewed = isReviewed(ad);
        review.move(
                session,
                ad,
                reviewed ? "proposer" : "prolonger",
                reviewed ? author : Actor.CLOCK,
                revision,
                "",
                node -> {
                    node.setProperty(CLOSING, Dates.utc(midnight(until)));
                    node.setProperty(TIMES, reviewed ? 0 : times);
                });
    }

    /** Whoever posted what answered an annonce is asked whether theirs is over as well: nobody closes another one's. */
    private void askTheOther(Session session, Node ad, String id) throws RepositoryException {
        Optional<Node> other = ADS.nodeById(session, id);
        if (other.isEmpty() || ItemState.of(other.get()) != State.PUBLIE) {
            return;
        }
        Optional<Proposers.Proposer> poster = poster(other.get());
        if (poster.isEmpty() || !Mail.isAddress(poster.get().email())) {
            return;
        }
        AdLinks.Said yes = new AdLinks.Said(id, AdLinks.Gesture.ACCORD, closing(other.get()));
        Map<String, Object> model = Map.of(
                "prenom", poster.get().name(),
                "titre", Review.title(other.get()),
                "autre", Review.title(ad),
                "accord", siteAddress.get() + links.path(yes));
        outbox.enqueue(
                session, mails.render("annonce-trouvee", model).to(poster.get().email()));
    }

    private Actor author(Node ad) throws RepositoryException {
        String name = Review.author(ad);
        return name.equals(GuestAuthor.NAME) ? GuestAuthor.actor(ad) : new Actor(name, name, Set.of());
    }

    /** The annonce, as long as it is on line with the last day that the link was written for. */
    private static Optional<Node> current(Session session, AdLinks.Said said) throws RepositoryException {
        Optional<Node> node = ADS.nodeById(session, said.id());
        boolean isSo = node.isPresent()
                && ItemState.of(node.get()) == State.PUBLIE
                && node.get().hasProperty(CLOSING)
                && closing(node.get()).equals(said.closing());
        return isSo ? node : Optional.empty();
    }

    private LocalDate longer(Node ad) throws RepositoryException {
        LocalDate last = closing(ad);
        return (last.isBefore(today()) ? today() : last).plusDays(MORE_DAYS);
    }

    private static boolean isReviewed(Node ad) throws RepositoryException {
        return times(ad) >= MOST_TIMES;
    }

    private static long times(Node ad) throws RepositoryException {
        return ad.hasProperty(TIMES) ? ad.getProperty(TIMES).getLong() : 0;
    }

    private static LocalDate closing(Node ad) throws RepositoryException {
        return LocalDate.ofInstant(ad.getProperty(CLOSING).getDate().toInstant(), PARIS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(PARIS).toInstant();
    }

    private static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }
}
