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
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.workflow.Claims;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * An event that is called off, put off or full: whoever asked is told once of each of these. A month after the event nothing is
 * kept of who asked.
 */
@Component
class EventAlerts {

    /** The changes that a subscription was told of. */
    static final String TOLD = "dits";

    private static final Duration KEPT = Duration.ofDays(30);

    private final Stores stores;
    private final Subscribers subscribers;
    private final EventStatuses statuses;
    private final Claims claims;
    private final Clock clock;
    private final SiteAddress siteAddress;
    private final ItemByItem alerts = new ItemByItem("EventAlerts");

    EventAlerts(Stores stores, Subscribers subscribers, EventStatuses statuses, Clock clock, SiteAddress siteAddress) {
        this.stores = stores;
        this.subscribers = subscribers;
        this.statuses = statuses;
        this.claims = new Claims(stores.author(), clock);
        this.clock = clock;
        this.siteAddress = siteAddress;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 80_000)
    void look() {
        alerts.run(round -> {
            for (String event : events()) {
                round.attempt("evenements " + event, () -> {
                    if (isOver(event)) {
                        forget(event);
                    } else {
                        statuses.of(event).ifPresent(told -> tell(event, told, round));
                    }
                });
            }
        });
    }

    private List<String> events() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<String> events = new ArrayList<>();
            for (Node one : UnconfirmedSubmissions.children(
                    Subscribers.WORKSPACE.root(session).getNode(Kind.EVENEMENT.key()))) {
                events.add(one.getName());
            }
            return events;
        });
    }

    private void tell(String event, EventStatuses.Told told, ItemByItem.Round round) {
        for (String path : subscribers.paths(Kind.EVENEMENT, event)) {
            round.attempt(
                    Subscribers.WORKSPACE.name() + ":" + path,
                    () -> claims.once(
                            Subscribers.WORKSPACE.name(),
                            path,
                            node -> !told(node).contains(told.status()),
                            (session, node) -> tell(session, node, told)));
        }
    }

    private void tell(Session session, Node subscription, EventStatuses.Told told) throws RepositoryException {
        List<String> all = new ArrayList<>(told(subscription));
        all.add(told.status());
        subscription.setProperty(TOLD, all.toArray(new String[0]));
        Map<String, Object> model =
                Map.of("titre", told.title(), "statut", told.status(), "adresse", siteAddress.get() + told.address());
        subscribers.write(session, subscription, "evenement-change", model);
    }

    private static List<String> told(Node subscription) throws RepositoryException {
        List<String> told = new ArrayList<>();
        for (Value value : subscription.getProperty(TOLD).getValues()) {
            told.add(value.getString());
        }
        return told;
    }

    private boolean isOver(String event) {
        Optional<Instant> end = statuses.end(event);
        return end.isEmpty() || end.get().plus(KEPT).isBefore(clock.instant());
    }

    private void forget(String event) {
        // the mails that went to them may just be on their way
        ConcurrentEdit.again(() -> stores.author().<Boolean>write(Identity.SYSTEM, session -> {
            Node folder = Subscribers.WORKSPACE
                    .root(session)
                    .getNode(Kind.EVENEMENT.key())
                    .getNode(event);
            for (Node one : UnconfirmedSubmissions.children(folder)) {
                subscribers.remove(session, one);
            }
            folder.remove();
            return true;
        }));
    }
}
