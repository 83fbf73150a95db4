package org.bocage.editorial.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Until when the certificate of the mail server is valid: once it is not, no mail goes. Unknown before the first encrypted mail. */
@Component("mailCertificateHealthIndicator")
record MailCertificateHealth(MailServer server, Clock clock) implements HealthIndicator, MeterBinder {

    private static final Duration SOON = Duration.ofDays(14);

    @Override
    public Health health() {
        Optional<Instant> end = server.certificate().end();
        if (end.isEmpty()) {
            return Health.unknown().build();
        }
        boolean isSoon = end.get().minus(SOON).isBefore(clock.instant());
        return (isSoon ? Health.down() : Health.up())
                .withDetail("until", end.get())
                .build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder(
                        "bocage.mail.certificate.end",
                        server,
                        one -> one.certificate()
                                .end()
                                .map(end -> (double) end.getEpochSecond())
                                .orElse(Double.NaN))
                .baseUnit("seconds")
                .description("End of the mail server's certificate, in seconds since 1970")
                .register(meters);
    }
}
