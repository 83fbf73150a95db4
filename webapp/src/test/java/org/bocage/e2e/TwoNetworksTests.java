package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Two networks that were never heard of, each set up by a file: three communes of Corsica, a hundred of the Haute-Saône, with other
 * colours and other texts. Nothing on their portals speaks of the demo, of each other, or of a « pôle » that neither is.
 */
class TwoNetworksTests {

    private static final Path FILES = Path.of("webapp/src/test/resources/setup");
    private static final String PASSWORD = "une phrase assez longue";
    private static final Set<String> OF_CORSICA = Set.of("castagna", "corte", "venaco", "riventosa", "ghjulia");
    private static final Set<String> OF_A_POLE = Set.of("le pôle", "du pôle", "au pôle", "notre pôle");
    private static final Set<String> OF_HAUTE_SAONE = Set.of("trois fontaines", "vesoul", "navenne", "solène");

    @TempDir
    Path home;

    private Portal start(String file) {
        return Portal.startNobodys(home.resolve("data"), "--bocage.setup=" + FILES.resolve(file));
    }

    @Test
    void three_communes_of_corsica_have_a_portal_of_their_own() throws IOException {
        try (Portal portal = start("trois-communes.yaml")) {
            portal.context().getBean(Accounts.class).setPassword("lisandru-ferrandi", PASSWORD);
            Browser admin = new Browser(portal.port());
            admin.signIn("lisandru@castagna.example", PASSWORD);

            isItsOwn(DemoTraces.answers(portal, new Browser(portal.port()), false), "A Castagna Sulidaria");
            Map<String, String> inside = DemoTraces.answers(portal, admin, true);
            assertThat(DemoTraces.told(inside)).isEmpty();
            assertThat(DemoTraces.told(inside, OF_HAUTE_SAONE)).isEmpty();
            assertThat(DemoTraces.told(inside, OF_A_POLE)).isEmpty();
            looksWell(portal, List.of("/", "/reseau/carte", "/commune/corte", "/contact", "/mentions-legales"));
        }
    }

    @Test
    void a_hundred_communes_of_the_haute_saone_have_a_portal_of_their_own() throws IOException {
        try (Portal portal = start("cent-communes.yaml")) {
            Map<String, String> answers = DemoTraces.answers(portal, new Browser(portal.port()), false);

            isItsOwn(answers, "Réseau des Trois Fontaines");
            assertThat(DemoTraces.told(answers, OF_CORSICA)).isEmpty();
            assertThat(answers.keySet())
                    .filteredOn(address -> address.startsWith("/commune/"))
                    .hasSize(100);
            looksWell(portal, List.of("/", "/reseau/carte", "/commune/vesoul"));
        }
    }

    private static void isItsOwn(Map<String, String> answers, String name) throws IOException {
        assertThat(DemoTraces.told(answers)).isEmpty();
        assertThat(DemoTraces.told(answers, OF_A_POLE)).isEmpty();
        answers.forEach((address, answer) -> {
            if (answer.contains("class=\"logo-name\"")) {
                assertThat(Jsoup.parse(answer).select(".logo-name").text())
                        .as(address)
                        .isEqualTo(name);
            }
        });
        assertThat(answers.get("/")).contains("logo-name").doesNotContain("pas encore installé");
    }

    /** At two widths, by day and by night, without a violation of accessibility. */
    private void looksWell(Portal portal, List<String> pages) {
        ChromeDriver browser = Chromium.open(home.resolve("chromium"));
        try {
            for (String page : pages) {
                browser.get(portal.address() + page);
                TwoWidths.check(browser);
            }
        } finally {
            browser.quit();
        }
    }
}
