package org.bocage.editorial.mail;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether mails wait for the password of their server, which a restore elsewhere does not bring. */
@Component("mailServerHealthIndicator")
record MailServerHealth(MailServer server) implements HealthIndicator {

    @Override
    public Health health() {
        return server.isLocked()
                ? Health.down().withDetail("password", "lost").build()
                : Health.up().build();
    }
}
