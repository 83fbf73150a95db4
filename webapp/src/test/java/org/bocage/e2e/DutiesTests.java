package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The legal pages of a portal without the demo say what its settings say, and nothing else. */
class DutiesTests {

    private static final String PASSWORD = "une phrase assez longue";

    @TempDir
    static Path home;

    private static Portal portal;
    private final Browser visitor = new Browser(portal.port());
    private Browser admin;

    @BeforeAll
    static void start() {
        portal = Portal.startNobodys(home, "--bocage.mail.kept=45d", "--bocage.mail.text-kept=20d");
        portal.context()
                .getBean(Accounts.class)
                .create("camille", "Camille", "camille@reseau.invalid", List.of("admin"), PASSWORD);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void begin() {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            if (session.nodeExists("/website/accueil/reglages")) {
                session.getNode("/website/accueil/reglages").remove();
            }
        });
        admin = new Browser(portal.port());
        admin.signIn("camille", PASSWORD);
    }

    private String words(String address) {
        return Browser.plain(visitor.read(address).select("main").text());
    }

    private HttpResponse<String> keep(String form, Map<String, String> typed) {
        Document page = admin.read("/espace/reglages/" + form);
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : Objects.requireNonNull(page.selectFirst("main form.ecrire"))
                .select("input[name], textarea[name], select[name]")) {
            fields.put(
                    field.attr("name"),
                    field.is("select") ? field.select("option[selected]").val() : field.val());
        }
        fields.putAll(typed);
        return admin.post("/espace/reglages/" + form, fields);
    }

    @Test
    void without_facts_nothing_is_said_that_nobody_gave_and_editors_are_told_what_is_missing() {
        assertThat(words("/mentions-legales"))
                .contains("Une association de l’économie sociale et solidaire")
                .doesNotContain("RNA", "SIREN", "Siège", "Téléphone", "publication :", "héberge", "Il manque");
        assertThat(words("/confidentialite"))
                .contains("L’association qui édite ce portail décide", "sur son serveur, et dans ses sauvegardes")
                .contains("45 jours, le texte 20")
                .doesNotContain("chez ,", "agendas");
        assertThat(words("/accessibilite"))
                .contains("L’association qui édite ce portail s’engage", "Ce portail est non conforme", "Aucun audit");
        assertThat(Browser.plain(admin.get("/author/mentions-legales").body()))
                .as("a preview is what visitors see")
                .doesNotContain("Il manque encore");
        assertThat(Browser.plain(Browser.page(admin.get("/author/mentions-legales?mgnlPreview=false"))
                        .select("main")
                        .text()))
                .as("in the editor")
                .contains("Il manque encore", "la forme de l’association", "qui héberge le site");
    }

    @Test
    void with_facts_each_page_says_them_at_once() {
        words("/mentions-legales");
        assertThat(keep(
                                "association",
                                Map.of(
                                        "nomSite", "Les Semeuses",
                                        "contactTelephone", "02 61 91 55 33",
                                        "contactCourriel", "ici@semeuses.example",
                                        "adresse", "3 rue Haute%n35999 Ailleurs".formatted()))
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> kept = keep(
                "mentions",
                Map.ofEntries(
                        Map.entry("editeurForme", "association loi 1901"),
                        Map.entry("editeurRna", "W352001234"),
                        Map.entry("editeurSiren", "732 829 320"),
                        Map.entry("directeur", "Andrea Exemple"),
                        Map.entry("hebergeurNom", "Les Serveurs du Coin"),
                        Map.entry("hebergeurAdresse", "1 quai Bas, Ailleurs"),
                        Map.entry("hebergeurTelephone", "02 61 91 55 44"),
                        Map.entry("hebergeurPays", "en France"),
                        Map.entry("responsableCourriel", "donnees@semeuses.example")));
        assertThat(kept.statusCode()).as(Browser.problems(kept)).isEqualTo(302);

        assertThat(words("/mentions-legales"))
                .contains(
                        "Les Semeuses, association loi 1901, numéro RNA W352001234, SIREN 732 829 320.",
                        "Siège : 3 rue Haute, 35999 Ailleurs",
                        "Téléphone : 02 61 91 55 33",
                        "Adresse mail : ici@semeuses.example",
                        "Directeur ou directrice de la publication : Andrea Exemple.",
                        "Les Serveurs du Coin, 1 quai Bas, Ailleurs. Téléphone : 02 61 91 55 44.");
        assertThat(words("/confidentialite"))
                .contains(
                        "Les Semeuses décide de ce que garde ce portail",
                        "donnees@semeuses.example",
                        "sur son serveur, chez Les Serveurs du Coin, en France, et dans ses sauvegardes");
        assertThat(words("/accessibilite")).contains("Les Semeuses s’engage", "Ce portail est non conforme");
    }

    @Test
    void a_result_of_an_audit_is_said_with_its_day_and_who_made_it_alone() {
        assertThat(keep("mentions", Map.of("accesEtat", "partielle")).statusCode())
                .isEqualTo(302);
        assertThat(words("/accessibilite"))
                .contains("Ce portail est non conforme")
                .doesNotContain("partiellement");

        assertThat(keep("mentions", Map.of("accesLe", "2026-03-09", "accesAuditeur", "Le Bureau des Accès"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(words("/accessibilite"))
                .contains("Ce portail est partiellement conforme", "le 9 mars 2026 par Le Bureau des Accès.")
                .doesNotContain("non conforme au référentiel", "Aucun audit");
    }

    @ParameterizedTest
    @CsvSource({
        "editeurRna, 352001234, Un W et neuf chiffres",
        "editeurSiren, 73282932, Neuf chiffres.",
        "hebergeurTelephone, appelez-nous, Des chiffres et des espaces",
        "responsableCourriel, donnees@, semble incomplète",
        "accesEtat, parfaite, choi",
        "accesLe, hier, date",
    })
    void what_cannot_be_is_told_by_its_field_and_stays_in_the_form(String field, String value, String sentence) {
        HttpResponse<String> answer = keep("mentions", Map.of(field, value, "directeur", "Andrea Exemple"));

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Browser.page(answer);
        assertThat(Browser.plain(page.select("main").text())).contains(sentence);
        assertThat(page.select("[name=directeur]").val()).isEqualTo("Andrea Exemple");
        assertThat(words("/mentions-legales")).doesNotContain("Andrea");
    }

    @ParameterizedTest
    @CsvSource({
        "editeurNom, 120",
        "editeurForme, 80",
        "editeurSiege, 200",
        "directeur, 120",
        "hebergeurNom, 120",
        "hebergeurAdresse, 200",
        "hebergeurPays, 60",
        "responsable, 120",
        "accesAuditeur, 120",
    })
    void what_is_too_long_is_told(String field, int most) {
        HttpResponse<String> answer = keep("mentions", Map.of(field, "a".repeat(most + 1)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.page(answer).select("#champ-" + field + "-erreur").text())
                .contains(String.valueOf(most));
    }
}
