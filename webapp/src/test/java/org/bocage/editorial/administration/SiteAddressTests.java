package org.bocage.editorial.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.site.SiteAddress;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** « Réglages › L’adresse du site » : where mails, feeds and pages say that the site is. */
class SiteAddressTests {

    private static final String ADDRESS = "/espace/reglages/adresse";
    private static final String GIVEN = "https://pole.exemple.invalid";

    @TempDir
    static Path home;

    private static Portal portal;

    private Browser admin;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void signIn() {
        SiteAddress siteAddress = portal.context().getBean(SiteAddress.class);
        portal.context()
                .getBean(Stores.class)
                .author()
                .update(Identity.SYSTEM, session -> siteAddress.write(session, ""));
        admin = Browser.signedIn(portal.port(), "admin");
    }

    private HttpResponse<String> give(String address) {
        return admin.submit(admin.get(ADDRESS), Map.of("adresse", address));
    }

    private String linkOfAMail() {
        new Browser(portal.port())
                .submit(
                        new Browser(portal.port()).get("/connexion/recevoir?pour=sign-in"),
                        Map.of("courriel", "ca@exemple.invalid"));
        admin.submit(
                admin.get("/espace/comptes/inviter"),
                Map.of("titre", "Gildas", "courriel", "gildas" + System.nanoTime() + "@exemple.invalid", "role", "ca"));
        String mail = admin.read("/espace/courriers").select("a[href*=lire]").attr("href");
        return admin.read(mail).select(".courrier__texte").text();
    }

    private Document home() {
        return new Browser(portal.port()).read("/");
    }

    @Test
    void mails_and_pages_lead_to_the_address_as_soon_as_it_is_given_and_to_another_one_as_soon_as_it_changes() {
        // a page that is kept, too
        assertThat(home().select("link[rel=canonical]").attr("href")).startsWith("http://localhost:" + portal.port());
        assertThat(linkOfAMail()).contains("http://localhost:" + portal.port() + "/connexion/lien/");

        for (String address : new String[] {GIVEN, "https://autre.exemple.invalid"}) {
            HttpResponse<String> kept = give(address + "/");

            assertThat(kept.headers().firstValue("Location").orElse("")).endsWith(ADDRESS + "?fait=adresse-gardee");
            assertThat(admin.read(ADDRESS).select(".chapeau").text()).contains(address + " :");
            assertThat(home().select("link[rel=canonical]").attr("href")).startsWith(address + "/");
            assertThat(linkOfAMail()).contains(address + "/connexion/lien/");
            assertThat(new Browser(portal.port()).get("/agenda.ics").body().replace("\r\n ", ""))
                    .contains("@" + address.substring(8));
        }
        assertThat(admin.read("/espace/journal").select("main").text()).contains("L’adresse du site");
    }

    @Test
    void an_address_that_is_none_is_refused_in_words_and_stays_in_the_field() {
        give(GIVEN);
        Map<String, String> wrong = Map.of(
                "",
                "Donnez l’adresse",
                "pole",
                "« https:// » compris",
                "javascript:alert(1)",
                "« https:// » compris",
                "https://pole exemple.fr",
                "Cette adresse ne va pas",
                "https://",
                "Cette adresse ne va pas",
                "https://moi:secret@pole.exemple.fr",
                "Cette adresse ne va pas",
                "https://pole.exemple.fr/?a=1",
                "Cette adresse ne va pas",
                "https://" + "a".repeat(400) + ".fr",
                "Cette adresse ne va pas");
        wrong.forEach((typed, said) -> {
            HttpResponse<String> answer = give(typed);
            assertThat(answer.statusCode()).as(typed).isEqualTo(422);
            assertThat(Browser.plain(Browser.problems(answer))).as(typed).contains(said);
            assertThat(Browser.page(answer).select("input[name=adresse]").val()).isEqualTo(typed);
        });
        assertThat(admin.read(ADDRESS).select(".chapeau").text()).contains(GIVEN);
    }

    @Test
    void an_address_as_the_bar_of_a_browser_shows_it_is_kept_with_its_scheme() {
        give("pole.exemple.fr/");
        assertThat(admin.read(ADDRESS).select(".chapeau").text()).contains("https://pole.exemple.fr");
        give("localhost:" + portal.port());
        assertThat(admin.read(ADDRESS).select(".chapeau").text())
                .as("as it is asked for now")
                .contains("http://localhost:" + portal.port());
    }

    @Test
    void a_name_with_accents_is_kept_as_the_network_writes_it() {
        give("HTTPS://pôle.exemple.fr/");
        assertThat(admin.read(ADDRESS).select(".chapeau").text()).contains("https://xn--ple-kna.exemple.fr");
        assertThat(new Browser(portal.port()).get("/connexion").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_reviews_cannot_lead_the_links_of_others_elsewhere() {
        Browser reviewer = Browser.signedIn(portal.port(), "salariee");
        assertThat(reviewer.get(ADDRESS).statusCode()).isEqualTo(403);
        assertThat(reviewer.postWithToken(ADDRESS, Map.of("adresse", "https://ailleurs.invalid"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(reviewer.read("/espace/reglages").select("a[href$=adresse]")).isEmpty();
    }

    @Test
    void what_a_request_says_of_itself_is_proposed_to_nobody_but_the_administration_and_believed_by_none() {
        give(GIVEN);
        HttpResponse<String> elsewhere = admin.get(ADDRESS, "X-Forwarded-Host", "autre.invalid");
        assertThat(Browser.page(elsewhere).select("input[name=adresse]").val()).isEqualTo(GIVEN);
        assertThat(home().html()).doesNotContain("autre.invalid");
        assertThat(linkOfAMail()).doesNotContain("autre.invalid");
    }

    @Test
    void the_option_wins_and_says_that_it_does(@TempDir Path other) {
        try (Portal fixed =
                Portal.startEmpty(other.resolve("data"), "--bocage.address=https://option.exemple.invalid")) {
            Browser operator = Browser.signedIn(fixed.port(), "admin");
            Document page = operator.read(ADDRESS);
            assertThat(page.select("main").text()).contains("https://option.exemple.invalid", "bocage.address");
            assertThat(page.select("input[name=adresse]")).isEmpty();
            assertThat(new Browser(fixed.port())
                            .read("/")
                            .select("link[rel=canonical]")
                            .attr("href"))
                    .startsWith("https://option.exemple.invalid/");

            assertThat(operator.postWithToken(ADDRESS, Map.of("adresse", GIVEN)).statusCode())
                    .isEqualTo(409);
            assertThat(operator.read(ADDRESS).select("main").text()).doesNotContain(GIVEN);
        }
    }
}
