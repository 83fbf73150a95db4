package org.bocage.portal.subscriptions;

import java.time.Clock;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.dates.Dates;
import org.springframework.stereotype.Component;

/** Starting point of a new subscription: what was there before is not told to it. */
@Component
class SubscriptionBaseline implements Subscribers.Beginning {

    private final EventStatuses statuses;
    private final Clock clock;

    SubscriptionBaseline(EventStatuses statuses, Clock clock) {
        this.statuses = statuses;
        this.clock = clock;
    }

    @Override
    public void apply(Session session, Node subscription, SubscriptionCriteria wish) throws RepositoryException {
        switch (wish.kind()) {
            case ANNONCES, PROJETS -> subscription.setProperty(NewsAlerts.SINCE, Dates.utc(clock.instant()));
            case EVENEMENT -> {
                String now = statuses.of(wish.about())
                        .map(EventStatuses.Told::status)
                        .orElse("");
                subscription.setProperty(EventAlerts.TOLD, now.isEmpty() ? new String[0] : new String[] {now});
            }
            case LETTRE -> subscription.setProperty("lettres", new String[0]);
        }
    }
}
