package org.bocage.portal.entries;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.screens.extension.WeekNotices;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Claims;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fiches that nobody confirmed for a year: the structure is asked, once more a month later, and a month after that whoever
 * reviews is told in « Ma semaine ». How often a structure was asked lies apart from its fiche.
 */
@Component
class FicheCare implements WeekNotices {

    private static final String FOLDER = "fiches-verification";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int MOST_TIMES = 2;
    private static final int AT_ONCE = 500;
    private static final DateTimeFormatter MONTH_NAME = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final Stores stores;
    private final ContentIndexes indexes;
    private final UnconfirmedSubmissions intake;
    private final FicheLinks links;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final MessageSource messages;
    private final Clock clock;
    private final Claims claims;
    private final SiteAddress siteAddress;
    private final ItemByItem fiches = new ItemByItem("FicheCare");

    FicheCare(
            Stores stores,
            ContentIndexes indexes,
            UnconfirmedSubmissions intake,
            FicheLinks links,
            Outbox outbox,
            MailTemplates mails,
            MessageSource messages,
            Clock clock,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.indexes = indexes;
        this.intake = intake;
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
        this.claims = new Claims(stores.author(), clock);
        this.siteAddress = siteAddress;
    }

    /** Asks those whose time has come. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 110_000)
    void look() {
        fiches.run(round -> {
            for (String id : old()) {
                round.attempt(Fiches.WORKSPACE.name() + " " + id, () -> {
                    String path = stores.author().write(Identity.SYSTEM, session -> begin(session, id));
                    claims.once(UnconfirmedSubmissions.WORKSPACE.name(), path, this::isDue, this::ask);
                });
            }
        });
    }

    /** Returns the fiches on line that nobody confirmed for a year. */
    private List<String> old() {
        ContentQuery query = ContentQuery.in(Fiches.TYPE)
                .ofType("bocage:acteur")
                .inState(State.PUBLIE)
                .and(new ContentQuery.Between(
                        Fiches.CONFIRMED, null, clock.instant().minus(YEAR)))
                .orderBy(Fiches.CONFIRMED, false)
                .page(0, AT_ONCE);
        return indexes.author().find(query, Identity.SYSTEM).hits().stream()
                .map(Hits.Hit::id)
                .toList();
    }

    /** The node that says how often a structure was asked since it confirmed its fiche last; gives its path. */
    private String begin(Session session, String id) throws RepositoryException {
        Node folder = intake.folder(session, FOLDER);
        Node count = folder.hasNode(id) ? folder.getNode(id) : folder.addNode(id, "mgnl:contentNode");
        Optional<Node> fiche = Fiches.WORKSPACE.nodeById(session, id);
        String since = fiche.isPresent() ? Fiches.confirmed(fiche.get()).toString() : "";
        if (!count.hasProperty("depuis")
                || !count.getProperty("depuis").getString().equals(since)) {
            count.setProperty("depuis", since);
            count.setProperty("fois", 0L);
            count.setProperty("le", Dates.utc(Instant.EPOCH));
        }
        return org.bocage.cms.repository.Workspace.path(count);
    }

    private boolean isDue(Node count) throws RepositoryException {
        return times(count) < MOST_TIMES && isMonthAgo(count);
    }

    private boolean isMonthAgo(Node count) throws RepositoryException {
        return count.getProperty("le").getDate().toInstant().plus(MONTH).isBefore(clock.instant());
    }

    private static long times(Node count) throws RepositoryException {
        return count.getProperty("fois").getLong();
    }

    private void ask(Session session, Node count) throws RepositoryException {
        Optional<Node> fiche = Fiches.WORKSPACE.nodeById(session, count.getName());
        if (fiche.isEmpty()) {
            count.remove();
            return;
        }
        String to = Fiches.address(fiche.get());
        boolean again = times(count) > 0;
        count.setProperty("le", Dates.utc(clock.instant()));
        if (!Mail.isAddress(to)) {
            // nobody can be asked: somebody has to look
            count.setProperty("fois", MOST_TIMES);
            return;
        }
        count.setProperty("fois", times(count) + 1);
        LocalDate confirmed = Fiches.confirmed(fiche.get());
        String token = links.token(new FicheLinks.Said(count.getName(), confirmed));
        Map<String, Object> model = new HashMap<>();
        model.put("titre", Review.title(fiche.get()));
        model.put("mois", MONTH_NAME.format(confirmed));
        model.put("encore", again);
        model.put("bon", siteAddress.get() + FicheLinks.FORM + "bon/" + token);
        model.put("corriger", siteAddress.get() + FicheLinks.FORM + "corriger/" + token);
        outbox.enqueue(session, mails.render("fiche-verifier", model).to(to).forItsReaderAlone());
    }

    @Override
    public List<WeekPage.Notice> notices() {
        List<String> old = old();
        return stores.author().read(Identity.SYSTEM, session -> {
            List<WeekPage.Notice> notices = new ArrayList<>();
            Node folder = intake.folder(session, FOLDER);
            for (String id : old) {
                Optional<Node> fiche = Fiches.WORKSPACE.nodeById(session, id);
                if (fiche.isPresent() && folder.hasNode(id) && isUnanswered(folder.getNode(id), fiche.get())) {
                    String month = MONTH_NAME.format(Fiches.confirmed(fiche.get()));
                    notices.add(new WeekPage.Notice(
                            say("fiche.rappel", Review.title(fiche.get()), month),
                            say("fiche.rappel.lien"),
                            "/espace/" + Fiches.TYPE + "/" + id));
                }
            }
            return notices;
        });
    }

    private boolean isUnanswered(Node count, Node fiche) throws RepositoryException {
        return times(count) >= MOST_TIMES
                && isMonthAgo(count)
                && count.getProperty("depuis")
                        .getString()
                        .equals(Fiches.confirmed(fiche).toString());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("contribution." + key, arguments, Locale.FRENCH);
    }
}
