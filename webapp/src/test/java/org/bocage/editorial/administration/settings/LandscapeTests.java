package org.bocage.editorial.administration.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bocage.cms.dam.TestPictures;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** « Réglages › Le paysage de l’accueil »: one of the drawings, or a photo of one's own. */
class LandscapeTests {

    private static final String ADDRESS = "/espace/reglages/paysage";
    private static final String FILE = "paysagePhoto.fichier";
    private static final Map<String, String> SAID = Map.of(
            "paysagePhoto.alt", "Une haie en fleurs",
            "paysagePhoto.credit", "Maëlle",
            "paysagePhoto.droits", "personne");

    @TempDir
    static Path home;

    private static Portal portal;

    private Browser salariee;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void beginAnew() {
        salariee = Browser.signedIn(portal.port(), "salariee");
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            if (session.nodeExists("/website/accueil/reglages")) {
                session.getNode("/website/accueil/reglages").remove();
            }
        });
    }

    private HttpResponse<String> send(Map<String, String> typed) {
        return salariee.sendFile(ADDRESS, fields(typed));
    }

    private HttpResponse<String> send(Map<String, String> typed, String fileName, byte[] file) {
        return salariee.sendFile(ADDRESS, fields(typed), FILE, fileName, file);
    }

    private Map<String, String> fields(Map<String, String> typed) {
        Element form = Objects.requireNonNull(salariee.read(ADDRESS).selectFirst("main form.ecrire"));
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden], input[type=radio][checked]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.putAll(typed);
        return fields;
    }

    private static Element hero() {
        return Objects.requireNonNull(new Browser(portal.port()).read("/").selectFirst(".hero"));
    }

    private static byte[] photo(int seed) {
        return TestPictures.encoded(TestPictures.photo(1800, 900, seed), "jpg");
    }

    @Test
    void each_drawing_is_seen_before_it_is_chosen_and_the_home_page_has_it_at_once() {
        Document form = salariee.read(ADDRESS);
        assertThat(form.select("input[name=paysage]").eachAttr("value"))
                .containsExactly("bocage", "mer", "montagne", "ville");
        assertThat(form.select("input[name=paysage][checked]").eachAttr("value"))
                .as("the one that is shown while nobody chose")
                .containsExactly("bocage");
        for (Element picture : form.select("label:has(input[name=paysage]) img")) {
            assertThat(salariee.get(picture.attr("src")).statusCode())
                    .as(picture.attr("src"))
                    .isEqualTo(200);
        }
        assertThat(form.select("label:has(input[name=paysage]) img")).hasSize(4);
        String bocage = hero().select("svg").html();

        Map<String, String> drawn = new LinkedHashMap<>();
        drawn.put("bocage", bocage);
        for (String drawing : new String[] {"mer", "montagne", "ville"}) {
            assertThat(send(Map.of("paysage", drawing)).statusCode()).isEqualTo(302);
            Element hero = hero();
            assertThat(hero.select("svg.bocage")).as(drawing).hasSize(1);
            assertThat(drawn.values()).doesNotContain(hero.select("svg").html());
            drawn.put(drawing, hero.select("svg").html());
            assertThat(salariee.read(ADDRESS)
                            .select("input[name=paysage][checked]")
                            .eachAttr("value"))
                    .containsExactly(drawing);
        }
        assertThat(send(Map.of("paysage", "bocage")).statusCode()).isEqualTo(302);
        assertThat(hero().select("svg").html()).isEqualTo(bocage);
    }

    @Test
    void a_photo_takes_the_place_of_the_drawing_and_gives_it_back() {
        assertThat(send(with("paysage", "mer"), "haie.jpg", photo(40)).statusCode())
                .isEqualTo(302);

        Element hero = hero();
        assertThat(hero.select("svg.bocage")).isEmpty();
        Element photo = Objects.requireNonNull(hero.selectFirst(".hero-photo img"));
        assertThat(photo.attr("alt")).isEqualTo("Une haie en fleurs");
        assertThat(photo.attr("srcset")).contains("640w", "1280w", "1920w");
        assertThat(hero.select(".hero-photo .credit").text()).contains("Maëlle");
        assertThat(new Browser(portal.port()).get(photo.attr("src")).statusCode())
                .isEqualTo(200);

        assertThat(send(Map.of("paysagePhoto", "")).statusCode()).isEqualTo(302);
        assertThat(hero().select(".hero-photo")).isEmpty();
        assertThat(hero().select("svg.bocage")).hasSize(1);
        assertThat(salariee.read(ADDRESS).select("input[name=paysage][checked]").eachAttr("value"))
                .as("the drawing chosen before")
                .containsExactly("mer");
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> all = new LinkedHashMap<>(SAID);
        all.put(field, value);
        return all;
    }

    @Test
    void a_photo_of_people_who_were_not_asked_yet_is_refused_in_words_and_the_drawing_stays() {
        HttpResponse<String> refused = send(with("paysagePhoto.droits", "a-demander"), "fete.jpg", photo(80));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(Browser.problems(refused))).contains("accord");
        assertThat(hero().select("svg.bocage")).hasSize(1);
        assertThat(hero().select(".hero-photo")).isEmpty();
    }

    @Test
    void a_file_that_is_no_picture_is_refused_in_words_and_what_was_chosen_stays() {
        HttpResponse<String> refused =
                send(with("paysage", "ville"), "notes.txt", "quelques mots".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(422);
        Document form = Browser.page(refused);
        assertThat(Browser.plain(form.text())).contains("n’est pas une image que l’on sait montrer");
        assertThat(form.select("input[name=paysage][checked]").eachAttr("value"))
                .containsExactly("ville");
        assertThat(hero().select("svg.bocage")).hasSize(1);
    }

    @Test
    void a_drawing_that_is_not_there_is_refused() {
        assertThat(send(Map.of("paysage", "desert")).statusCode()).isEqualTo(422);
        assertThat(send(Map.of("paysage", "../pages/accueil")).statusCode()).isEqualTo(422);
        assertThat(hero().select("svg.bocage")).hasSize(1);
    }

    @Test
    void the_screen_of_the_colours_leads_to_it() {
        assertThat(salariee.read("/espace/reglages/theme")
                        .select("main a[href='" + ADDRESS + "']")
                        .text())
                .isEqualTo("Le paysage de l’accueil");
    }
}
