package org.bocage.editorial.administration.health;

import java.time.Duration;
import java.util.Map;
import org.bocage.editorial.mail.Outbox;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How many mails wait to go, and whether the server refuses them for long. */
@Component("mailsHealthIndicator")
record MailsHealth(Outbox outbox) implements HealthIndicator {

    private static final Duration LONG = Duration.ofHours(1);

    @Override
    public Health health() {
        Health.Builder health = Health.up().withDetail("waiting", outbox.waiting());
        outbox.refusedFor(LONG)
                .ifPresent(since -> health.down().withDetail("refused", Map.of("since", since, "cause", "")));
        return health.build();
    }
}
