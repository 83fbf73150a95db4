package org.bocage.editorial.administration.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import org.bocage.editorial.mail.Outbox;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How many mails wait to go, and whether the server refuses them for long. */
@Component("mailsHealthIndicator")
record MailsHealth(Outbox outbox) implements HealthIndicator, MeterBinder {

    private static final Duration LONG = Duration.ofHours(1);

    @Override
    public Health health() {
        Health.Builder health = Health.up().withDetail("waiting", outbox.waiting());
        outbox.refusedFor(LONG)
                .ifPresent(since -> health.down().withDetail("refused", Map.of("since", since, "cause", "")));
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("bocage.mails.waiting", outbox, Outbox::waiting)
                .description("Mails that wait to go")
                .register(meters);
    }
}
