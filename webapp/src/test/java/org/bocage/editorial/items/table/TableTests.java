package org.bocage.editorial.items.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contents as tables, in and out, in a whole portal. */
class TableTests {

    private static final String SCREEN = "/espace/acteurs/tableau";
    private static final String HEAD =
            "Nom;Famille;Accroche;Description;Domaines;Commune;Téléphone;SIRET;verifieLe;Humeur\n";

    @TempDir
    static Path home;

    private static Portal portal;
    private static Browser salariee;

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
        salariee = Browser.signedIn(portal.port(), "salariee");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static String line(String title, String siret) {
        return title + ";Association;Une accroche pour voir;On y répare des vélos.;Mobilité;Guichen;02 99 00 00 01;"
                + siret + ";21/03/2026;joyeuse\n";
    }

    private static HttpResponse<String> sent(String type, String name, byte[] table) {
        return salariee.submitFile(salariee.get("/espace/" + type + "/tableau"), Map.of(), name, table);
    }

    private static HttpResponse<String> sent(String table) {
        return sent("acteurs", "table.csv", table.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the form below a report back, as it is but for some fields. */
    private static HttpResponse<String> again(HttpResponse<String> looked, Map<String, String> filled) {
        Element form =
                java.util.Objects.requireNonNull(Browser.page(looked).selectFirst("main form:has([name=jeton])"));
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        form.select("select[name]")
                .forEach(select -> fields.put(
                        select.attr("name"),
                        select.select("option[selected]").isEmpty()
                                ? select.select("option").attr("value")
                                : select.select("option[selected]").attr("value")));
        fields.putAll(filled);
        return salariee.post(form.attr("action"), fields);
    }

    private static HttpResponse<String> imported(HttpResponse<String> looked, String step) {
        return again(looked, Map.of("etape", step, "action", "importer"));
    }

    private static String text(HttpResponse<String> answer) {
        return Browser.plain(Browser.page(answer).select("main").text());
    }

    private static long count(String type) {
        return portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(
                        ContentQuery.in(type)
                                .ofType("bocage:" + type.replaceAll("s$", ""))
                                .page(0, 0),
                        Identity.SYSTEM)
                .total();
    }

    private static String property(String path) {
        return portal.context()
                .getBean(Stores.class)
                .author()
                .read(
                        Identity.SYSTEM,
                        session -> session.propertyExists(path)
                                ? session.getProperty(path).getString()
                                : "");
    }

    private static List<CSVRecord> table(String address) throws IOException {
        HttpResponse<String> answer = salariee.get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.body()).startsWith("\uFEFF").contains("\r\n");
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(answer.body().substring(1)))
                .getRecords();
    }

    @Test
    void RE_19_a_table_is_looked_at_without_a_trace_then_comes_in_and_the_second_time_changes_nothing() {
        long before = count("acteurs");
        String table = HEAD + line("La Chignole de Guichen", "") + line("L’Établi des deux rives", "12345678200010");

        HttpResponse<String> looked =
                sent("acteurs", "structures.csv", table.getBytes(Charset.forName("windows-1252")));
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(text(looked))
                .contains("« structures.csv »", "2 lignes s’ajouteront", "Rien n’est encore changé")
                .doesNotContain("à corriger, elle");
        HttpResponse<String> simulated = again(looked, Map.of("etape", "publier", "action", "simuler"));
        assertThat(text(simulated)).contains("2 lignes s’ajouteront");
        assertThat(count("acteurs")).as("only looked at").isEqualTo(before);

        assertThat(text(imported(simulated, "publier"))).contains("C’est fait", "2 lignes ajoutées");
        assertThat(count("acteurs")).isEqualTo(before + 2);
        assertThat(property("/acteurs/l-etabli-des-deux-rives/siret")).isEqualTo("12345678200010");
        assertThat(property("/acteurs/la-chignole-de-guichen/description")).isEqualTo("<p>On y répare des vélos.</p>");
        Browser visitor = new Browser(portal.port());
        assertThat(visitor.get("/reseau/acteurs/la-chignole-de-guichen").statusCode())
                .as("on line")
                .isEqualTo(200);
        assertThat(visitor.get("/reseau/acteurs/l-etabli-des-deux-rives").body())
                .as("a field that is for nobody")
                .doesNotContain("12345678200010");

        HttpResponse<String> second = sent(table);
        assertThat(text(second))
                .contains("2 lignes disent ce qui est déjà là", "Reconnu à son SIRET.", "Reconnu à son titre.");
        String revision = property("/acteurs/la-chignole-de-guichen/mgnl:lastModified");
        assertThat(text(imported(second, "publier"))).contains("2 contenus étaient déjà ainsi");
        assertThat(property("/acteurs/la-chignole-de-guichen/mgnl:lastModified"))
                .isEqualTo(revision);
        assertThat(count("acteurs")).isEqualTo(before + 2);

        HttpResponse<String> changed = sent(table.replace("02 99 00 00 01", "02 99 00 00 02"));
        assertThat(text(changed)).contains("2 lignes changeront", "Change : Pour vous joindre – Téléphone");
        imported(changed, "publier");
        assertThat(property("/acteurs/la-chignole-de-guichen/contact/telephone"))
                .isEqualTo("02 99 00 00 02");
    }

    @Test
    void RE_19_errors_are_told_by_line_and_the_lines_that_are_right_come_in() {
        long before = count("acteurs");
        String table = HEAD
                + line("Une bonne ligne", "")
                + line("Un SIRET de travers", "123")
                + line("", "")
                + line("Une commune de nulle part", "").replace("Guichen", "Atlantis")
                + line("Une bonne ligne", "")
                + "trop;de;cases;a;b;c;d;e;f;g;h\n";

        HttpResponse<String> looked = sent(table);
        Document page = Browser.page(looked);
        assertThat(text(looked)).contains("Une ligne s’ajoutera", "5 lignes sont à corriger");
        assertThat(page.select("tbody tr").stream()
                        .map(Element::text)
                        .map(Browser::plain)
                        .filter(row -> row.contains("À corriger")))
                .satisfiesExactly(
                        row -> assertThat(row)
                                .startsWith("3 · Un SIRET de travers")
                                .contains("« SIRET » : Un SIRET compte"),
                        row -> assertThat(row).startsWith("4 · sans titre").contains("« Nom de la structure »"),
                        row -> assertThat(row).startsWith("5 ·").contains("« Commune » :"),
                        row -> assertThat(row).startsWith("6 ·").contains("La ligne 2 parle déjà de ce contenu"),
                        row -> assertThat(row)
                                .startsWith("7 ·")
                                .contains("plus de cases que la première, qui en a 10"));

        assertThat(text(imported(looked, "enregistrer"))).contains("Une ligne ajoutée", "5 lignes laissées de côté");
        assertThat(count("acteurs")).isEqualTo(before + 1);
        assertThat(property("/acteurs/une-bonne-ligne/etat")).isEqualTo("brouillon");
    }

    @Test
    void RE_14_a_number_with_a_wrong_digit_is_told() {
        HttpResponse<String> looked = sent(HEAD + line("Un chiffre de trop", "732 829 320 00075"));
        assertThat(text(looked)).contains("« SIRET » : Ce numéro n’existe pas : un chiffre est sans doute faux.");
    }

    @Test
    void RE_19_columns_nobody_knows_are_left_aside_until_somebody_says_what_they_are() {
        HttpResponse<String> looked = sent("Nommage;Truc\nLa Guilde;Guichen\n");
        assertThat(looked.statusCode()).isEqualTo(422);
        assertThat(text(looked)).contains("Dites quelle colonne est le titre");
        HttpResponse<String> told = again(looked, Map.of("colonne.0", "titre", "colonne.1", "commune"));
        assertThat(text(told)).contains("Une ligne s’ajoutera");
        imported(told, "enregistrer");
        assertThat(property("/acteurs/la-guilde/commune")).isEqualTo("b0ca0003-0000-4000-8000-000000035126");
    }

    @Test
    void RE_16_a_name_that_is_nearly_one_that_is_there_in_the_same_commune_is_warned_of() {
        imported(sent("titre;commune\nLes Ateliers du Pré;Guichen\n"), "enregistrer");

        HttpResponse<String> looked =
                sent("titre;commune\nAssociation Atelier du pre;Guichen\nL’Atelier du Pré;Goven\n");

        List<String> rows = Browser.page(looked).select("tbody tr").eachText().stream()
                .map(Browser::plain)
                .toList();
        assertThat(rows.get(0)).startsWith("2 ·").contains("Ressemble à « Les Ateliers du Pré »");
        assertThat(rows.get(1)).startsWith("3 ·").doesNotContain("Ressemble");
    }

    @Test
    void RE_16_a_structure_that_may_be_there_already_is_told_with_a_link_to_who_saves_it_and_to_who_reviews_it() {
        String table = HEAD
                + line("La Remise à Neuf", "45120331900012")
                + line("Hangar lointain", "").replace("Guichen", "Goven");
        assertThat(text(imported(sent(table), "publier"))).contains("2 lignes ajoutées");
        String there = row("La Remise à Neuf");

        assertThat(asideOf(row("Hangar lointain"))).as("another name elsewhere").isEmpty();
        assertThat(saved(row("Hangar lointain"), Map.of("titre", "Remises à neufs", "commune", commune(there))))
                .as("nearly the same name in the same commune")
                .containsExactly(there);
        assertThat(saved(row("Remises à neufs"), Map.of("titre", "La Grange", "siren", "451203319")))
                .as("the same SIREN")
                .containsExactly(there);
        Browser mains = Browser.signedIn(portal.port(), "contributeur");
        HttpResponse<String> proposed = mains.submitParts(
                mains.get("/espace/acteurs/nouveau"),
                Map.of("titre", "Remise à neuf", "commune", commune(there), "action", "enregistrer"));
        assertThat(Browser.page(mains.get(proposed.headers()
                                .firstValue("Location")
                                .orElseThrow()
                                .replaceFirst("^https?://[^/]+", "")))
                        .select(".acote a")
                        .eachAttr("href"))
                .as("who writes one, and may not open the other")
                .containsExactly("/reseau/acteurs/la-remise-a-neuf");
    }

    private static String row(String title) {
        String address = salariee.read("/espace/acteurs?q=" + title.replaceAll(".* ", ""))
                .select("tbody a:matchesOwn(^" + title + "$)")
                .attr("href");
        assertThat(address).as(title).isNotEmpty();
        return address;
    }

    private static String commune(String address) {
        return salariee.read(address).select("[name=commune] option[selected]").val();
    }

    /** Publishes a structure with its form changed, and gives the links to those that it may be too. */
    private static List<String> saved(String address, Map<String, String> changed) {
        Document form = salariee.read(address);
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        form.select("#ecrire [name]:not([type=checkbox]:not([checked])):not([type=radio]:not([checked]))"
                        + ":not(button):not([type=file])")
                .forEach(field -> fields.put(
                        field.attr("name"),
                        field.is("select")
                                ? field.select("option[selected]").val()
                                : field.is("textarea") ? field.wholeText() : field.val()));
        fields.putAll(changed);
        fields.put("action", "publier");
        HttpResponse<String> answer = salariee.post(address, fields);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains(address);
        return asideOf(address);
    }

    private static List<String> asideOf(String address) {
        return salariee.read(address)
                .select(".acote:contains(Déjà dans l’annuaire) a")
                .eachAttr("href");
    }

    @Test
    void OPS_02_each_list_leaves_as_a_table_and_comes_back_without_a_change() throws IOException {
        for (String type : List.of(
                "acteurs", "evenements", "actus", "annonces", "projets", "lieux", "personnes", "vocabulaires")) {
            byte[] out = salariee.get("/espace/" + type + "/tableau.csv").body().getBytes(StandardCharsets.UTF_8);
            HttpResponse<String> looked = sent(type, type + ".csv", out);
            assertThat(text(looked))
                    .as("%s %s", type, Browser.page(looked).select("tbody tr").eachText())
                    .containsAnyOf("disent ce qui est déjà là", "dit ce qui est déjà là")
                    .doesNotContain("s’ajouter", "changer", "corriger, elle");
        }
    }

    @Test
    void OPS_02_a_table_holds_what_the_list_shows_and_a_formula_is_only_a_text() throws IOException {
        imported(
                sent("titre;accroche;Téléphone\n=1+1 velours;@moi, et toutes les autres aussi;+33261910000\n"),
                "enregistrer");

        List<CSVRecord> found = table("/espace/acteurs/tableau.csv?q=velours&etat=brouillon");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("Nom de la structure")).isEqualTo("'=1+1 velours");
        assertThat(found.get(0).get("Accroche")).isEqualTo("'@moi, et toutes les autres aussi");
        assertThat(found.get(0).get("Pour vous joindre – Téléphone")).isEqualTo("'+33261910000");
        assertThat(property("/acteurs/1-1-velours/contact/telephone")).isEqualTo("+33261910000");
        assertThat(table("/espace/acteurs/tableau.csv?etat=publie"))
                .allMatch(one -> one.get("État").equals("Publié"));
        assertThat(salariee.get("/espace/acteurs/tableau.csv?etat=lune").statusCode())
                .isEqualTo(400);
    }

    @Test
    void RE_19_the_model_has_every_column_and_its_example_comes_in_as_a_draft() {
        HttpResponse<String> model = salariee.get("/espace/acteurs/modele.csv");
        assertThat(model.body()).contains("Nom de la structure;", "SIRET", "73282932000074", "oui");
        HttpResponse<String> looked = sent("acteurs", "modele.csv", model.body().getBytes(StandardCharsets.UTF_8));
        assertThat(text(looked))
                .as("%s", Browser.page(looked).select("tbody tr").eachText())
                .contains("Une ligne s’ajoutera");
    }

    @Test
    void RE_19_a_file_that_is_no_table_is_refused_in_words() {
        Map.of(
                        "", "Ce fichier est vide",
                        "titre", "rien dessous",
                        "titre\n\"ouvert", "un guillemet n’est pas refermé",
                        "PK\u0003\u0004\0\0", "n’est pas un tableau CSV")
                .forEach((table, sentence) -> {
                    HttpResponse<String> answer = sent(table);
                    assertThat(answer.statusCode()).as(sentence).isEqualTo(422);
                    assertThat(text(answer)).contains(sentence);
                });
        HttpResponse<String> heavy = sent("acteurs", "lourd.csv", new byte[6 << 20]);
        assertThat(heavy.statusCode()).isEqualTo(422);
        assertThat(text(heavy)).contains("pèse plus de 5 Mo");
        assertThat(salariee.post(SCREEN, Map.of("_csrf", csrf(), "jeton", "inventé"))
                        .statusCode())
                .isEqualTo(410);
    }

    private static String csrf() {
        return Browser.page(salariee.get(SCREEN)).select("input[name=_csrf]").attr("value");
    }

    @Test
    void RE_19_a_table_comes_in_by_those_who_review_and_leaves_with_what_one_reads() throws IOException {
        Browser contributor = Browser.signedIn(portal.port(), "contributeur");
        assertThat(contributor.get(SCREEN).statusCode()).isEqualTo(403);
        assertThat(contributor.get("/espace/acteurs/modele.csv").statusCode()).isEqualTo(403);
        HttpResponse<String> theirs = contributor.get("/espace/messages/tableau.csv");
        assertThat(theirs.statusCode()).isEqualTo(200);
        assertThat(theirs.body().lines()).as("nothing but what stands above").hasSize(1);
        assertThat(new Browser(portal.port()).get("/espace/acteurs/tableau.csv").statusCode())
                .isEqualTo(401);
    }
}
