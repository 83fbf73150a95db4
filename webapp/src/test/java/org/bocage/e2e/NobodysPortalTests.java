package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A portal that was started without the demo says nowhere who the association of the demo is: neither to visitors, nor to whoever
 * keeps it, nor to machines.
 */
class NobodysPortalTests {

    private static final String PASSWORD = "une phrase assez longue";

    @TempDir
    static Path home;

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.startNobodys(home.resolve("data"));
        portal.context()
                .getBean(Accounts.class)
                .create("camille", "Camille", "camille@reseau.invalid", List.of("admin"), PASSWORD);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void nothing_that_visitors_and_machines_are_given_speaks_of_the_demo() throws IOException {
        Map<String, String> answers = DemoTraces.answers(portal, new Browser(portal.port()), false);

        assertThat(answers.keySet())
                .contains("/", "/contact", "/mentions-legales", "/agenda.ics", "/sitemap.xml")
                .anyMatch(address -> address.endsWith(".webmanifest"))
                .anyMatch(address -> address.startsWith("/.rest/delivery/"));
        assertThat(DemoTraces.told(answers)).isEmpty();
    }

    @Test
    void nothing_that_the_administrator_is_shown_speaks_of_the_demo() throws IOException {
        Browser admin = new Browser(portal.port());
        admin.signIn("camille", PASSWORD);

        Map<String, String> answers = DemoTraces.answers(portal, admin, true);

        assertThat(answers.keySet())
                .contains("/espace", "/espace/reglages", "/espace/pages")
                .hasSizeGreaterThan(100);
        assertThat(DemoTraces.told(answers)).isEmpty();
    }
}
