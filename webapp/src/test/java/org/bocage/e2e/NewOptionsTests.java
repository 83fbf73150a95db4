package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever administers a portal hears after an upgrade which options are new, once. */
class NewOptionsTests {

    private static final String ADDED = "bocage.renderings";

    @TempDir
    Path home;

    @Test
    void an_option_that_an_upgrade_brought_is_told_until_somebody_says_that_it_was_seen() throws Exception {
        try (Portal portal = Portal.startEmpty(home)) {
            assertThat(told(portal, "admin")).as("a new portal").isEmpty();
        }
        KeptOptions.makeOlder(home, "0.9.0", ADDED);

        try (Portal portal = Portal.startEmpty(home)) {
            assertThat(told(portal, "admin"))
                    .singleElement()
                    .asString()
                    .startsWith("Nouveaux réglages depuis la version 0.9.0 " + ADDED + " Accepté : un nombre de pages")
                    .contains("UPGRADING.md")
                    .doesNotContain("bocage.rendering-time");
            assertThat(told(portal, "salariee")).isEmpty();
        }
        try (Portal portal = Portal.startEmpty(home)) {
            assertThat(told(portal, "admin")).as("not seen yet").hasSize(1);
            Browser admin = Browser.signedIn(portal.port(), "admin");
            assertThat(admin.postWithToken("/espace/reglages/nouveaux", Map.of())
                            .statusCode())
                    .isEqualTo(302);
            assertThat(told(portal, "admin")).isEmpty();
        }
        try (Portal portal = Portal.startEmpty(home)) {
            assertThat(told(portal, "admin")).as("seen").isEmpty();
        }
    }

    private static List<String> told(Portal portal, String account) {
        return Browser.signedIn(portal.port(), account)
                .read("/espace")
                .select("section[aria-labelledby=nouveaux-reglages]")
                .eachText()
                .stream()
                .map(Browser::plain)
                .toList();
    }
}
