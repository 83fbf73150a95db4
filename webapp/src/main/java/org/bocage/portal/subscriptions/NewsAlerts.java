package org.bocage.portal.subscriptions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.editorial.workflow.Claims;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * New annonces and new projects, told in one mail a day of each at most, after seven in the morning. Each subscription knows up to
 * when it was told of those that came out, and an item comes out once, so that it is told once to each, whatever stops in between.
 */
@Component
class NewsAlerts {

    static final List<Kind> KINDS = List.of(Kind.ANNONCES, Kind.PROJETS);

    /** Up to when a subscription was told of what came out. */
    static final String SINCE = "vuJusqua";

    private static final String ROUND = "tour";
    private static final String CONSENT = "consentementDiffusion/date";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final DateTimeFormatter DAY = FrenchDays.format("d MMMM");
    private static final int MOST = 50;

    /** Margin for content being published, which has its date before anybody can read it. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;
    private final Subscribers subscribers;
    private final SubscriptionChoices choices;
    private final Claims claims;
    private final Clock clock;
    private final SiteAddress siteAddress;
    private final ItemByItem people = new ItemByItem("NewsAlerts");

    NewsAlerts(
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry registry,
            Subscribers subscribers,
            SubscriptionChoices choices,
            Clock clock,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
        this.subscribers = subscribers;
        this.choices = choices;
        this.claims = new Claims(stores.author(), clock);
        this.clock = clock;
        this.siteAddress = siteAddress;
    }

    /** Goes round once a day for each kind; a round that was cut short is gone on with. */
    @Scheduled(fixedDelay = 300_000, initialDelay = 100_000)
    void look() {
        Instant round = lastMorning();
        List<Kind> due = KINDS.stream().filter(kind -> !isDone(kind, round)).toList();
        if (!due.isEmpty()) {
            people.run(each -> due.forEach(kind -> goRound(kind, round, each)));
        }
    }

    /**
     * Tells each subscriber what is new. As long as somebody could not be told, the round does not end and comes back
     * to them.
     */
    private void goRound(Kind kind, Instant round, ItemByItem.Round each) {
        Instant upTo = clock.instant().minus(SETTLED);
        boolean all = true;
        for (String path : subscribers.paths(kind, "")) {
            all &= each.attempt(
                    Subscribers.WORKSPACE.name() + ":" + path,
                    () -> claims.requireDone(
                            Subscribers.WORKSPACE.name(),
                            path,
                            node -> !isAfter(node, round) && !news(node, upTo).isEmpty(),
                            (session, node) -> tell(session, node, round, upTo)));
        }
        if (all) {
            end(kind, round);
        }
    }

    private void end(Kind kind, Instant round) {
        stores.author().update(Identity.SYSTEM, session -> folder(session, kind).setProperty(ROUND, Dates.utc(round)));
    }

    private boolean isDone(Kind kind, Instant round) {
        return stores.author().<Boolean>read(Identity.SYSTEM, session -> isAfter(folder(session, kind), round));
    }

    private static Node folder(Session session, Kind kind) throws RepositoryException {
        return Subscribers.WORKSPACE.node(session, "/" + kind.key()).orElseThrow();
    }

    private static boolean isAfter(Node node, Instant round) throws RepositoryException {
        return node.hasProperty(ROUND)
                && !node.getProperty(ROUND).getDate().toInstant().isBefore(round);
    }

    private Instant lastMorning() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        Instant morning = today.atTime(MORNING).atZone(PARIS).toInstant();
        return morning.isAfter(clock.instant())
                ? today.minusDays(1).atTime(MORNING).atZone(PARIS).toInstant()
                : morning;
    }

    private List<Hits.Hit> news(Node subscription, Instant upTo) throws RepositoryException {
        SubscriptionCriteria wish = SubscriptionCriteria.read(subscription);
        Instant since = subscription.getProperty(SINCE).getDate().toInstant();
        boolean ads = wish.kind() == Kind.ANNONCES;
        String place = ads ? "commune" : "communes";
        ContentQuery query =
                ContentQuery.in(wish.kind().key()).orderBy("publie", true).page(0, MOST);
        if (!wish.types().isEmpty()) {
            query = query.and(new ContentQuery.AnyOf("type", wish.types()));
        }
        if (!wish.communes().isEmpty()) {
            // what is in no commune in particular is everywhere
            query = query.and(new ContentQuery.OneOf(
                    List.of(new ContentQuery.AnyOf(place, wish.communes()), new ContentQuery.Missing(place, true))));
        }
        ContentQuery.Between published = new ContentQuery.Between("publie", since, upTo);
        return ads ? ads(query.and(published)) : projects(query, published);
    }

    private List<Hits.Hit> ads(ContentQuery query) {
        Instant today =
                LocalDate.ofInstant(clock.instant(), PARIS).atStartOfDay(PARIS).toInstant();
        ContentQuery open = query.ofType("bocage:annonce").and(new ContentQuery.Between("cloture", today, null));
        return indexes.published().find(open, SubscriptionChoices.VISITOR).hits();
    }

    /** Finds projects that came out, or whose carrier agreed that all may read what was published before. */
    private List<Hits.Hit> projects(ContentQuery query, ContentQuery.Between published) {
        ContentQuery.Between agreed = new ContentQuery.Between(CONSENT, published.from(), published.to());
        Hits found = indexes.author()
                .find(
                        query.ofType("bocage:projet").and(new ContentQuery.OneOf(List.of(published, agreed))),
                        Identity.SYSTEM);
        return stores.published().read(SubscriptionChoices.VISITOR, session -> {
            List<Hits.Hit> seen = new ArrayList<>();
            for (Hits.Hit hit : found.hits()) {
                if (Workspace.byId(session, hit.id()).isPresent()) {
                    seen.add(hit);
                }
            }
            return seen;
        });
    }

    private void tell(Session session, Node subscription, Instant round, Instant upTo) throws RepositoryException {
        Kind kind = SubscriptionCriteria.read(subscription).kind();
        List<Map<String, String>> items = items(kind, news(subscription, upTo));
        if (!items.isEmpty()) {
            subscribers.write(session, subscription, kind.key() + "-alerte", Map.of(kind.key(), items));
        }
        subscription.setProperty(SINCE, Dates.utc(upTo));
        subscription.setProperty(ROUND, Dates.utc(round));
    }

    private List<Map<String, String>> items(Kind kind, List<Hits.Hit> hits) {
        ContentType type = registry.current().contentType(kind.key()).orElseThrow();
        String sort = kind == Kind.ANNONCES ? "type" : "stade";
        Map<String, String> sorts = choices.values(kind, sort).stream()
                .collect(Collectors.toMap(SubscriptionChoices.Choice::value, SubscriptionChoices.Choice::label));
        return stores.published().read(SubscriptionChoices.VISITOR, session -> {
            List<Map<String, String>> items = new ArrayList<>();
            for (Hits.Hit hit : hits) {
                Optional<Node> node = Workspace.byId(session, hit.id());
                Optional<String> address = node.isEmpty() ? Optional.empty() : PublicAddress.of(type, node.get());
                if (node.isPresent() && address.isPresent()) {
                    items.add(Map.of(
                            "titre", text(node.get(), "titre"),
                            "genre", sorts.getOrDefault(text(node.get(), sort), ""),
                            "resume", text(node.get(), "resume"),
                            "jour", day(node.get()),
                            "adresse", siteAddress.get() + address.get()));
                }
            }
            return items;
        });
    }

    private static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }

    /** Returns the last day of an annonce; empty for what has none. */
    private static String day(Node node) throws RepositoryException {
        return node.hasProperty("cloture")
                ? DAY.format(node.getProperty("cloture").getDate().toInstant().atZone(PARIS))
                : "";
    }
}
