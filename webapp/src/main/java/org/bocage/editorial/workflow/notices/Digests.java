package org.bocage.editorial.workflow.notices;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
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
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.workflow.Claims;
import org.bocage.editorial.workflow.notices.Subscriptions.Held;
import org.bocage.editorial.workflow.notices.Topic.Pace;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Job that mails what happened since the last mail, in one: every day at seven in the morning, or on Mondays. Where nothing
 * happened no mail goes out. When each last went is kept with the person's choices, so that a stop of the portal neither
 * skips one nor sends it twice; whoever sends it claims it first.
 */
@Component
public class Digests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final String LAST = "dernier-";
    private final WritableStore store;
    private final Accounts accounts;
    private final Subscriptions subscriptions;
    private final News news;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final Clock clock;
    private final Claims claims;
    private final ItemByItem people = new ItemByItem("Digests");

    public Digests(
            Stores stores,
            Accounts accounts,
            Subscriptions subscriptions,
            News news,
            Outbox outbox,
            MailTemplates templates,
            Clock clock) {
        this.store = stores.author();
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.news = news;
        this.outbox = outbox;
        this.templates = templates;
        this.clock = clock;
        this.claims = new Claims(store, clock);
    }

    /** Sends what is due. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void look() {
        people.run(round -> {
            for (Account account : accounts.all()) {
                if (account.enabled() && Mail.isAddress(account.email())) {
                    round.attempt(account.name(), () -> look(account));
                }
            }
        });
    }

    private void look(Account account) {
        begin(account);
        for (Pace pace : List.of(Pace.TOUT_DE_SUITE, Pace.QUOTIDIEN, Pace.HEBDOMADAIRE)) {
            boolean due = store.<Boolean>read(
                    Identity.SYSTEM, session -> isDue(Subscriptions.node(session, account.name()), pace));
            if (due) {
                claims.once(
                        Subscriptions.WORKSPACE.name(),
                        "/" + account.name(),
                        node -> isDue(node, pace),
                        (session, node) -> send(session, node, account, pace));
            }
        }
    }

    /** Somebody who is new here is not told of all that was before. */
    private void begin(Account account) {
        boolean known = store.<Boolean>read(
                Identity.SYSTEM,
                session -> Subscriptions.WORKSPACE
                                .node(session, "/" + account.name())
                                .isPresent()
                        && Subscriptions.node(session, account.name()).hasProperty(LAST + Pace.HEBDOMADAIRE.key()));
        if (!known) {
            store.update(Identity.SYSTEM, session -> {
                Node node = Subscriptions.node(session, account.name());
                for (Topic topic : Topic.values()) {
                    Subscriptions.told(node, topic, clock.instant());
                }
                for (Pace pace : List.of(Pace.QUOTIDIEN, Pace.HEBDOMADAIRE)) {
                    node.setProperty(LAST + pace.key(), Dates.utc(clock.instant()));
                }
            });
        }
    }

    /** Whether its time has come since it last went; what is wanted at once, when there is something. */
    private boolean isDue(Node node, Pace pace) throws RepositoryException {
        if (pace == Pace.TOUT_DE_SUITE) {
            Set<Topic> topics = topics(node, pace);
            return !Subscriptions.held(node.getSession(), node.getName(), topics)
                            .isEmpty()
                    || !news(node, topics, clock.instant()).isEmpty();
        }
        return !node.hasProperty(LAST + pace.key())
                || instant(node, LAST + pace.key()).isBefore(slot(pace));
    }

    /** The last moment at which mails of a pace go out. */
    private Instant slot(Pace pace) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        LocalDate day =
                pace == Pace.HEBDOMADAIRE ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : today;
        Instant slot = day.atTime(MORNING).atZone(PARIS).toInstant();
        int step = pace == Pace.HEBDOMADAIRE ? 7 : 1;
        return slot.isAfter(clock.instant())
                ? day.minusDays(step).atTime(MORNING).atZone(PARIS).toInstant()
                : slot;
    }

    private void send(Session session, Node node, Account account, Pace pace) throws RepositoryException {
        Set<Topic> topics = topics(node, pace);
        List<Held> held = Subscriptions.held(session, account.name(), topics);
        Instant now = clock.instant();
        List<News.Item> items = news(node, topics, now);
        if (!held.isEmpty() || !items.isEmpty()) {
            outbox.enqueue(session, mail(account, pace, held, items));
        }
        Subscriptions.forget(session, account.name(), held);
        Subscriptions.forget(
                session, account.name(), Subscriptions.held(session, account.name(), topics(node, Pace.RIEN)));
        for (Topic topic : topics) {
            Subscriptions.told(node, topic, now);
        }
        if (pace != Pace.TOUT_DE_SUITE) {
            node.setProperty(LAST + pace.key(), Dates.utc(now));
        }
    }

    private Mail mail(Account account, Pace pace, List<Held> held, List<News.Item> items) {
        String stop = subscriptions.stopAddress(new Subscriptions.Stop(account.name(), pace));
        Map<String, Object> model = new HashMap<>();
        model.put("prenom", account.displayName());
        model.put("rythme", pace.key());
        model.put(
                "avis",
                held.stream()
                        .map(one -> Map.of("phrase", one.line(), "adresse", one.address()))
                        .toList());
        model.put(
                "nouveautes",
                items.stream()
                        .map(one -> Map.of("titre", one.title(), "adresse", one.address()))
                        .toList());
        model.put("reglages", subscriptions.settings());
        model.put("arret", stop);
        return templates.render("resume", model).to(account.email()).endedAt(stop);
    }

    private List<News.Item> news(Node node, Set<Topic> topics, Instant now) throws RepositoryException {
        List<News.Item> items = new ArrayList<>();
        for (Topic topic : topics) {
            Optional<Instant> since = Subscriptions.told(node, topic);
            if (topic.isNews() && since.isPresent()) {
                Account account = accounts.find(node.getName()).orElseThrow();
                items.addAll(news.between(since.get(), now, topic, account.identity()));
            }
        }
        return items;
    }

    private static Set<Topic> topics(Node node, Pace pace) throws RepositoryException {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        Subscriptions.of(node.getSession(), node.getName()).forEach((topic, chosen) -> {
            if (chosen == pace) {
                topics.add(topic);
            }
        });
        return topics;
    }

    private static Instant instant(Node node, String name) throws RepositoryException {
        return node.getProperty(name).getDate().toInstant();
    }
}
