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
 * New annonces, told in one mail a day at most, after seven in the morning. Each subscription knows up to when it was told of
 * those that came out, and an annonce comes out once, so that it is told once to each, whatever stops in between.
 */
@Component
class AdAlerts {

    /** Up to when a subscription was told of what came out. */
    static final String SINCE = "vuJusqua";

    private static final String ROUND = "tour";
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
    private final ItemByItem people = new ItemByItem("AdAlerts");

    AdAlerts(
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

    /** Goes round once a day; a round that was cut short is gone on with. */
    @Scheduled(fixedDelay = 300_000, initialDelay = 100_000)
    void look() {
        Instant round = lastMorning();
        if (isDone("/" + Kind.ANNONCES.key(), round)) {
            return;
        }
        people.run(each -> goRound(round, each));
    }

    /**
     * Tells each subscriber what is new. As long as somebody could not be told, the round does not end and comes back
     * to them.
     */
    private void goRound(Instant round, ItemByItem.Round each) {
        Instant upTo = clock.instant().minus(SETTLED);
        boolean all = true;
        for (String path : subscribers.paths(Kind.ANNONCES, "")) {
            all &= each.attempt(
                    Subscribers.WORKSPACE.name() + ":" + path,
                    () -> claims.requireDone(
                            Subscribers.WORKSPACE.name(),
                            path,
                            node -> !isAfter(node, round) && !news(node, upTo).isEmpty(),
                            (session, node) -> tell(session, node, round, upTo)));
        }
        if (all) {
            end(round);
        }
    }

    private void end(Instant round) {
        String folder = "/" + Kind.ANNONCES.key();
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> Subscribers.WORKSPACE
                                .node(session, folder)
                                .orElseThrow()
                                .setProperty(ROUND, Dates.utc(round)));
    }

    private boolean isDone(String folder, Instant round) {
        return stores.author()
                .<Boolean>read(
                        Identity.SYSTEM,
                        session -> isAfter(
                                Subscribers.WORKSPACE.node(session, folder).orElseThrow(), round));
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
        Instant today =
                LocalDate.ofInstant(clock.instant(), PARIS).atStartOfDay(PARIS).toInstant();
        ContentQuery query = ContentQuery.in(SubscriptionChoices.ADS)
                .ofType("bocage:annonce")
                .and(new ContentQuery.Between("publie", since, upTo))
                .and(new ContentQuery.Between("cloture", today, null))
                .orderBy("publie", true)
                .page(0, MOST);
        if (!wish.types().isEmpty()) {
            query = query.and(new ContentQuery.AnyOf("type", wish.types()));
        }
        if (!wish.communes().isEmpty()) {
            // what is in no commune in particular is everywhere
            query = query.and(new ContentQuery.OneOf(List.of(
                    new ContentQuery.AnyOf("commune", wish.communes()), new ContentQuery.Missing("commune", true))));
        }
        return indexes.published().find(query, SubscriptionChoices.VISITOR).hits();
    }

    private void tell(Session session, Node subscription, Instant round, Instant upTo) throws RepositoryException {
        List<Map<String, String>> ads = ads(news(subscription, upTo));
        if (!ads.isEmpty()) {
            subscribers.write(session, subscription, "annonces-alerte", Map.of("annonces", ads));
        }
        subscription.setProperty(SINCE, Dates.utc(upTo));
        subscription.setProperty(ROUND, Dates.utc(round));
    }

    private List<Map<String, String>> ads(List<Hits.Hit> hits) {
        ContentType type =
                registry.current().contentType(SubscriptionChoices.ADS).orElseThrow();
        Map<String, String> kinds = new java.util.HashMap<>();
        choices.types().forEach(one -> kinds.put(one.value(), one.label()));
        return stores.published().read(SubscriptionChoices.VISITOR, session -> {
            List<Map<String, String>> ads = new ArrayList<>();
            for (Hits.Hit hit : hits) {
                Optional<Node> node = Workspace.byId(session, hit.id());
                Optional<String> address = node.isEmpty() ? Optional.empty() : PublicAddress.of(type, node.get());
                if (node.isPresent() && address.isPresent()) {
                    ads.add(Map.of(
                            "titre", node.get().getProperty("titre").getString(),
                            "genre",
                                    kinds.getOrDefault(
                                            node.get().getProperty("type").getString(), ""),
                            "jour",
                                    DAY.format(node.get()
                                            .getProperty("cloture")
                                            .getDate()
                                            .toInstant()
                                            .atZone(PARIS)),
                            "adresse", siteAddress.get() + address.get()));
                }
            }
            return ads;
        });
    }
}
