package org.bocage.portal.membership.renewal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.publishing.exchange.Spreadsheet;
import org.bocage.editorial.screens.extension.AuthorStructures;
import org.bocage.editorial.screens.extension.WeekNotices;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Claims;
import org.bocage.portal.membership.Badge;
import org.bocage.portal.membership.MembershipOptions;
import org.bocage.portal.membership.Requests;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Memberships that come to their end. The member is told thirty days before, on the day and thirty days after, each once, until a
 * newer membership is there; the state follows the date. A reminder belongs to the last day it speaks of, so that one renewed by
 * a later day begins anew.
 */
@Component
@Order(2)
public class Renewals implements AuthorStructures, WeekNotices {

    /** Where the list is taken from. */
    static final String LIST = "/espace/" + Requests.TYPE + "/a-renouveler.csv";

    private static final Workspace MEMBERSHIPS = new Workspace(Requests.TYPE);
    private static final List<Integer> DAYS = List.of(-30, 0, 30);
    private static final String TOLD = "relancesEnvoyees";
    private static final Set<String> ENDING = Set.of("active", "grace", "echue");
    private static final Set<String> OVER = Set.of("echue", "annulee");
    private static final int MOST = 2_000;
    private static final int NAMED = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final MessageSource messages;
    private final Clock clock;
    private final Claims claims;
    private final ItemByItem memberships = new ItemByItem("Renewals");
    private final long graceDays;
    private final SiteAddress siteAddress;

    Renewals(
            Stores stores,
            ContentIndexes indexes,
            Outbox outbox,
            MailTemplates mails,
            MessageSource messages,
            Clock clock,
            MembershipOptions options,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.indexes = indexes;
        this.outbox = outbox;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
        this.graceDays = options.grace().toDays();
        this.claims = new Claims(stores.author(), clock);
        this.siteAddress = siteAddress;
    }

    /** A membership to renew, as a line of the list. */
    private record Line(
            String number, String who, LocalDate end, String email, String telephone, List<LocalDate> told) {}

    @Scheduled(cron = "0 40 6 * * *", zone = "Europe/Paris")
    public void look() {
        memberships.run(round -> {
            for (Hits.Hit hit : ending()) {
                round.attempt(
                        MEMBERSHIPS.name() + ":" + hit.path(),
                        () -> claims.once(MEMBERSHIPS.name(), hit.path(), this::isDue, this::remind));
            }
            age(round);
        });
    }

    /** Returns the memberships whose last day is near, or not long ago. */
    private List<Hits.Hit> ending() {
        Instant from = today().minusDays(graceDays).atStartOfDay(Requests.PARIS).toInstant();
        Instant to = today().plusDays(31).atStartOfDay(Requests.PARIS).toInstant();
        ContentQuery query = ContentQuery.in(MEMBERSHIPS.name())
                .and(new ContentQuery.AnyOf("etatAdhesion", List.copyOf(ENDING)))
                .and(new ContentQuery.Between("fin", from, to))
                .orderBy("fin", false)
                .page(0, MOST);
        return indexes.author().find(query, Identity.SYSTEM).hits();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Requests.PARIS);
    }

    /** The day of the last reminder whose time has come; empty when none has, or the last one's time is over. */
    private Optional<LocalDate> reminder(Node membership) throws RepositoryException {
        if (!membership.hasProperty("fin") || !ENDING.contains(Requests.text(membership, "etatAdhesion"))) {
            return Optional.empty();
        }
        LocalDate end = end(membership);
        LocalDate today = today();
        return today.isAfter(end.plusDays(graceDays))
                ? Optional.empty()
                : DAYS.stream()
                        .map(end::plusDays)
                        .filter(day -> !day.isAfter(today))
                        .reduce((sooner, later) -> later);
    }

    private boolean isDue(Node membership) throws RepositoryException {
        Optional<LocalDate> day = reminder(membership);
        return day.isPresent()
                && told(membership).stream().noneMatch(sent -> !sent.isBefore(day.get()))
                && Mail.isAddress(Requests.text(membership, "courriel"))
                && !isRenewed(membership);
    }

    private void remind(Session session, Node membership) throws RepositoryException {
        List<Value> sent = new ArrayList<>();
        if (membership.hasProperty(TOLD)) {
            sent.addAll(Arrays.asList(membership.getProperty(TOLD).getValues()));
        }
        sent.add(session.getValueFactory().createValue(Dates.utc(clock.instant())));
        membership.setProperty(TOLD, sent.toArray(new Value[0]));
        Requests.Told told = Requests.told(membership);
        LocalDate end = end(membership);
        Map<String, Object> model = new HashMap<>();
        model.put("prenom", Requests.text(membership, "prenom"));
        model.put("adherent", told.belongs());
        model.put("numero", told.number());
        model.put("fin", end);
        model.put("quand", today().isBefore(end) ? "avant" : today().equals(end) ? "jour" : "apres");
        model.put("adresse", siteAddress.get() + Requests.FORM);
        outbox.enqueue(session, mails.render("adhesion-relance", model).to(Requests.text(membership, "courriel")));
    }

    private static LocalDate end(Node membership) throws RepositoryException {
        return day(membership.getProperty("fin").getDate());
    }

    private static LocalDate day(Calendar date) {
        return LocalDate.ofInstant(date.toInstant(), Requests.PARIS);
    }

    private static List<LocalDate> told(Node membership) throws RepositoryException {
        List<LocalDate> told = new ArrayList<>();
        if (membership.hasProperty(TOLD)) {
            for (Value sent : membership.getProperty(TOLD).getValues()) {
                told.add(day(sent.getDate()));
            }
        }
        return told;
    }

    /** Whether the same structure, or the same address where there is none, has a membership that ends later. */
    public boolean isRenewed(Node membership) throws RepositoryException {
        String by = membership.hasProperty("structure") ? "structure" : "courriel";
        ContentQuery theirs = ContentQuery.in(MEMBERSHIPS.name())
                .where(by, Requests.text(membership, by))
                .page(0, MOST);
        for (Hits.Hit hit : indexes.author().find(theirs, Identity.SYSTEM).hits()) {
            Optional<Node> other = MEMBERSHIPS.nodeById(membership.getSession(), hit.id());
            if (other.isPresent()
                    && other.get().hasProperty("fin")
                    && !OVER.contains(Requests.text(other.get(), "etatAdhesion"))
                    && end(other.get()).isAfter(end(membership))) {
                return true;
            }
        }
        return false;
    }

    /** Moves ended memberships into their grace period, and then to expired. */
    private void age(ItemByItem.Round round) {
        Instant start = today().atStartOfDay(Requests.PARIS).toInstant();
        ContentQuery past = ContentQuery.in(MEMBERSHIPS.name())
                .and(new ContentQuery.AnyOf("etatAdhesion", List.of("active", "grace")))
                .and(new ContentQuery.Between("fin", null, start))
                .page(0, MOST);
        for (Hits.Hit hit : indexes.author().find(past, Identity.SYSTEM).hits()) {
            round.attempt(MEMBERSHIPS.name() + ":" + hit.path(), () -> age(hit.id()));
        }
    }

    private void age(String id) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> membership = MEMBERSHIPS.nodeById(session, id);
            if (membership.isPresent() && end(membership.get()).isBefore(today())) {
                boolean isOver = today().isAfter(end(membership.get()).plusDays(graceDays));
                membership.get().setProperty("etatAdhesion", isOver ? "echue" : "grace");
            }
        });
    }

    /** Returns the structure whose membership somebody keeps, by the address they are reached at. */
    @Override
    public List<String> structures(Account account) {
        if (account.email().isEmpty()) {
            return List.of();
        }
        ContentQuery theirs = ContentQuery.in(MEMBERSHIPS.name())
                .where("courriel", account.email())
                .and(new ContentQuery.AnyOf("etatAdhesion", List.copyOf(Badge.BELONGING)))
                .orderBy("fin", true)
                .page(0, 1);
        List<Hits.Hit> hits = indexes.author().find(theirs, Identity.SYSTEM).hits();
        return hits.isEmpty()
                ? List.of()
                : stores.author().read(Identity.SYSTEM, session -> {
                    Optional<Node> one =
                            MEMBERSHIPS.nodeById(session, hits.get(0).id());
                    return one.isPresent() && one.get().hasProperty("structure")
                            ? List.of(Requests.text(one.get(), "structure"))
                            : List.<String>of();
                });
    }

    private List<Line> lines() {
        List<Hits.Hit> ending = ending();
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Line> lines = new ArrayList<>();
            for (Hits.Hit hit : ending) {
                Optional<Node> one = MEMBERSHIPS.nodeById(session, hit.id());
                if (one.isPresent() && reminder(one.get()).isPresent() && !isRenewed(one.get())) {
                    Requests.Told told = Requests.told(one.get());
                    lines.add(new Line(
                            told.number(),
                            told.belongs(),
                            end(one.get()),
                            Requests.text(one.get(), "courriel"),
                            Requests.text(one.get(), "telephone"),
                            told(one.get())));
                }
            }
            return lines;
        });
    }

    /** The memberships to renew as a table: who, until when, how to reach them, when they were told. */
    public void write(Appendable out) throws IOException {
        Spreadsheet sheet = new Spreadsheet(out);
        sheet.line(List.of(say("renewals.columns").split(";")));
        for (Line line : lines()) {
            sheet.line(List.of(
                    line.number(),
                    line.who(),
                    DAY.format(line.end()),
                    line.email(),
                    line.telephone(),
                    line.told().stream().map(DAY::format).collect(Collectors.joining(", "))));
        }
        sheet.flush();
    }

    @Override
    public List<WeekPage.Notice> notices() {
        List<Line> lines = lines();
        if (lines.isEmpty()) {
            return List.of();
        }
        String names = lines.stream()
                .limit(NAMED)
                .map(line -> say("renewals.one", line.who(), DAY.format(line.end())))
                .collect(Collectors.joining(", "));
        return List.of(new WeekPage.Notice(
                say("renewals", lines.size(), names, Math.max(0, lines.size() - NAMED)), say("renewals.link"), LIST));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("membership." + key, arguments, Locale.FRENCH);
    }
}
