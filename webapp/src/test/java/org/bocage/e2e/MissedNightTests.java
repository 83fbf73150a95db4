package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.maintenance.Backups;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** A portal that is switched off by night, as a computer of a small association is. */
class MissedNightTests {

    @TempDir
    Path home;

    private Portal start(Duration later) {
        SettableClock clock = new SettableClock();
        clock.forward(later);
        return new Portal(new SpringApplicationBuilder(Bocage.class)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean("clock", SettableClock.class, () -> clock))
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--bocage.demo=accounts",
                        "--bocage.jobs.after-start=0s",
                        "--bocage.jobs.apart=0s",
                        "--bocage.home=" + home));
    }

    @Test
    void OPS_05_a_portal_that_is_off_by_night_makes_its_backup_after_it_is_switched_on() throws IOException {
        try (Portal first = start(Duration.ZERO)) {
            Awaitility.await()
                    .until(() -> first.context()
                            .getBean(Stores.class)
                            .author()
                            .<Boolean>read(
                                    Identity.SYSTEM, session -> session.nodeExists("/config/jobs/Backups.eachNight")));
            assertThat(first.context().getBean(Backups.class).all())
                    .as("the first day")
                    .isEmpty();
        }

        try (Portal second = start(Duration.ofDays(1))) {
            assertThat(new Browser(second.port()).get("/readyz").statusCode()).isEqualTo(200);
            Browser admin = Browser.signedIn(second.port(), "admin");
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                Document screen = admin.read("/espace/reglages/taches");
                assertThat(screen.select("main tr:contains(chaque jour)"))
                        .hasSizeGreaterThan(10)
                        .allSatisfy(job -> assertThat(job.text()).contains(", fait"));
            });

            assertThat(second.context().getBean(Backups.class).all()).hasSize(1);
        }
    }
}
