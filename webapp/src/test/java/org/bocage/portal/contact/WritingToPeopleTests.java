package org.bocage.portal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.forms.Stranger;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RE-08, CO-06: one writes to the people of the pôle, to who carries a project and to a place, and sees no address. */
class WritingToPeopleTests {

    @TempDir
    static Path home;

    private static GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static Portal portal;
    private static Stranger stranger;

    @BeforeAll
    static void start() {
        mails.start();
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.forms.minimum-time=0s",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort());
        stranger = new Stranger(portal.port(), mails);
    }

    @AfterAll
    static void stop() {
        portal.close();
        mails.stop();
    }

    @Test
    void RE_08_one_writes_to_who_has_a_function_and_their_address_shows_nowhere() {
        Document book = stranger.browser().read("/reseau/contacts");
        Element card = person(book, "Soizic");
        String form = card.select("a[href^=/contact/personnes/]").attr("href");
        assertThat(Browser.plain(card.select("a[href^=/contact/]").text())).isEqualTo("Écrire – Soizic");
        HttpResponse<String> empty = stranger.browser().get(form);
        assertThat(Browser.page(empty).select("h1").text()).isEqualTo("Écrire à Soizic");

        HttpResponse<String> sent = stranger.send(form, letter("voisin@exemple.invalid", "Où trouver le budget ?"));

        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        assertThat(stranger.mail("soizic@exemple.invalid", "Où trouver le budget ?"))
                .startsWith("Lou vous écrit\n")
                .contains("Lou vous écrit par le portail :");
        assertThat(stranger.mail("voisin@exemple.invalid", "Soizic"))
                .contains("Merci d’avoir écrit à Soizic.")
                .doesNotContain("soizic@exemple.invalid");
        assertThat(book.html() + empty.body() + sent.body()).doesNotContain("soizic@exemple.invalid");
    }

    @Test
    void RE_08_everybody_of_the_team_and_of_the_board_is_written_to_in_the_book_and_on_their_page() {
        for (String page : List.of("/reseau/contacts?role=ca", "/reseau/contacts?role=salarie", "/le-pole/equipe")) {
            Document people = stranger.browser().read(page);
            assertThat(people.select("main .person")).as(page).isNotEmpty().allSatisfy(card -> {
                assertThat(card.select("a[href^=/contact/personnes/]")).hasSize(1);
                assertThat(card.select("a[href^=mailto:]")).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"marguerite", "maelle", "personne-de-ce-nom"})
    void RE_08_who_has_no_function_is_reached_by_the_ways_they_chose_and_by_no_form(String name) {
        assertThat(stranger.browser().read("/reseau/contacts").select("a[href=/contact/personnes/" + name + "]"))
                .isEmpty();
        assertThat(stranger.browser().get("/contact/personnes/" + name).statusCode())
                .isEqualTo(404);
    }

    @Test
    void RE_08_who_did_not_agree_to_be_in_the_book_is_written_to_by_the_board_alone() {
        String form = "/contact/personnes/gildas";

        assertThat(stranger.browser().get(form).statusCode()).isEqualTo(404);
        assertThat(signedIn("adherent").get(form).statusCode()).isEqualTo(404);
        assertThat(signedIn("ca").get(form).statusCode()).isEqualTo(200);
    }

    @Test
    void CO_06_somebody_is_written_to_three_times_a_day_by_the_same_sender() {
        String form = "/contact/personnes/malo";
        for (int i = 1; i <= 3; i++) {
            assertThat(stranger.send(form, letter("bavarde@exemple.invalid", "Bonjour, message numéro " + i))
                            .statusCode())
                    .isEqualTo(303);
        }

        assertThat(stranger.send(form, letter("bavarde@exemple.invalid", "Bonjour, encore moi"))
                        .statusCode())
                .isEqualTo(429);
        assertThat(stranger.mail("malo@exemple.invalid", "message numéro 3")).contains("Lou");
    }

    @Test
    void RE_08_a_message_to_somebody_without_an_address_is_the_pole_s_to_pass_on() {
        portal.context()
                .getBean(Stores.class)
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/personnes/awa/contact")
                                .getProperty("courriel")
                                .remove());

        HttpResponse<String> sent =
                stranger.send("/contact/personnes/awa", letter("marin@exemple.invalid", "Un mot pour Awa."));

        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        assertThat(stranger.mail("salariee@exemple.invalid", "Un mot pour Awa."))
                .contains("Awa");
    }

    @ParameterizedTest
    @CsvSource({
        "/reseau/projets/l-epicerie-qui-ferme-quand-elle-veut, projets, projet1@exemple.invalid",
        "/reseau/projets/le-bus-a-outils, projets, projet2@exemple.invalid",
        "/reseau/lieux/la-gare-aux-gateaux, lieux, gare@exemple.invalid",
        "/reseau/lieux/le-hangar-a-hirondelles, lieux, hangar@exemple.invalid",
    })
    void CO_06_who_carries_a_project_and_who_holds_a_place_are_written_to_from_their_page(
            String page, String type, String address) {
        // a place has its own address, or that of its structure
        write("/lieux/la-gare-aux-gateaux", "gare@exemple.invalid");
        write("/acteurs/premiere-brouette", "hangar@exemple.invalid");
        Element aside = Objects.requireNonNull(stranger.browser().read(page).selectFirst("aside.contact"));
        String form = aside.select("a.button[href^=/contact/" + type + "/]").attr("href");
        assertThat(aside.select("a[href^=mailto:]")).isEmpty();

        HttpResponse<String> sent = stranger.send(form, letter("de-" + address, "On passe vous voir jeudi ?"));

        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        assertThat(stranger.mail(address, "On passe vous voir jeudi ?")).contains("Lou vous écrit");
        assertThat(stranger.browser().get(page).body()
                        + stranger.browser().get(form).body())
                .doesNotContain(address);
    }

    @Test
    void CO_06_a_project_kept_for_the_members_is_written_to_by_them_alone() {
        String form = "/contact/projets/une-creche-dans-la-ferme";

        assertThat(stranger.browser().get(form).statusCode()).isEqualTo(404);
        assertThat(signedIn("adherent").get(form).statusCode()).isEqualTo(200);
    }

    private static void write(String item, String address) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            var node = session.getNode(item);
            (node.hasNode("contact") ? node.getNode("contact") : node.addNode("contact", "mgnl:contentNode"))
                    .setProperty("courriel", address);
        });
    }

    private static Element person(Document page, String name) {
        return Objects.requireNonNull(page.selectFirst(".person:has(.person-name:contains(" + name + "))"), name);
    }

    private static Browser signedIn(String account) {
        return Browser.signedIn(portal.port(), account);
    }

    private static Map<String, String> letter(String email, String text) {
        return Map.of("nom", "Lou", "courriel", email, "message", text);
    }
}
