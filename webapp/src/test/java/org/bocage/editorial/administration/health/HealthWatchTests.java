package org.bocage.editorial.administration.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.bocage.e2e.Portal;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/** A part that turns bad is said on « Santé », and by one mail to who administers. */
class HealthWatchTests {

    private static final String SCREEN = "/espace/reglages/sante";

    @TempDir
    Path home;

    private final AtomicReference<Health> part =
            new AtomicReference<>(Health.up().build());
    private Portal portal;

    @BeforeEach
    void start() {
        portal = Portal.startEmpty(home.resolve("data"));
        HealthIndicator indicator = part::get;
        portal.context().getBean(HealthContributorRegistry.class).registerContributor("publication-essai", indicator);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private void restart() {
        portal.close();
        start();
    }

    private void look(int times) {
        for (int look = 0; look < times; look++) {
            portal.context().getBean(HealthWatch.class).look();
        }
    }

    private List<Outbox.Header> mails() {
        return portal.context().getBean(Outbox.class).list(0, 50).mails().stream()
                .filter(mail -> mail.subject().contains("à regarder"))
                .toList();
    }

    private Element shown() {
        Document page = Browser.signedIn(portal.port(), "salariee").read(SCREEN);
        return Objects.requireNonNull(page.select("main section").first());
    }

    private static Health bad() {
        return Health.down()
                .withDetail("cela", Map.of("since", Instant.now(), "cause", "le fil est coupé"))
                .build();
    }

    @Test
    void it_is_told_once_when_it_lasts_and_again_only_after_it_was_well() {
        part.set(bad());
        look(1);
        assertThat(mails()).as("it may be over in a moment").isEmpty();
        look(1);
        assertThat(mails()).hasSize(1);
        assertThat(mails().get(0).to()).isEqualTo("admin@exemple.invalid");
        String text = portal.context()
                .getBean(Outbox.class)
                .find(mails().get(0).id())
                .orElseThrow()
                .mail()
                .text();
        assertThat(text)
                .contains("publication-essai", "le fil est coupé", "http://localhost:" + portal.port() + SCREEN);
        assertThat(shown().text()).contains("publication-essai", "À regarder.", "le fil est coupé");

        look(3);
        restart();
        look(3);
        assertThat(mails()).as("after a restart too").hasSize(1);

        part.set(Health.down()
                .withDetail("cela", Map.of("since", Instant.now(), "cause", "le fil est coupé"))
                .withDetail("ceci", Map.of("since", Instant.now(), "cause", "et l’autre aussi"))
                .build());
        look(2);
        assertThat(mails()).as("another trouble of the same part").hasSize(2);

        part.set(Health.up().build());
        look(2);
        assertThat(shown().text()).doesNotContain("À regarder.", "le fil est coupé");
        part.set(bad());
        look(2);
        assertThat(mails()).hasSize(3);
    }
}
