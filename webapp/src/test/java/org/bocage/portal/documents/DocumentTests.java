package org.bocage.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.cms.dam.TestDocuments;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** « Documents » as those who meet use it. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=true")
class DocumentTests {

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private DocumentUpkeep upkeep;

    private Browser ca;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home);
        properties.add("bocage.home", () -> data);
    }

    @BeforeEach
    void sign_in() {
        ca = signedIn("ca");
    }

    @Test
    void IN_04_minutes_left_from_a_phone_are_one_activation_from_my_week() throws IOException {
        String address = deposit(ca, Map.of("dateSeance", "2026-11-12"), "cr.docx", TestDocuments.word("On vote."));

        Document week = ca.read("/espace");
        Element link = Objects.requireNonNull(week.selectFirst("a:contains(Compte rendu du CA, 12 novembre 2026)"));
        assertThat(link.attr("href")).isEqualTo(address);
        assertThat(ca.read(address).select("a[href$=/fichier]").size()).isEqualTo(1);
        assertThat(week.select("section:has(#brouillons)").text())
                .as("there is nothing to finish")
                .doesNotContain("Compte rendu du CA, 12 novembre");
        assertThat(ca.read("/espace/documents?annee=2026").text()).contains("12 novembre 2026");
        assertThat(ca.read("/espace/documents?annee=2019").text()).contains("Rien ici");
    }

    @Test
    void IN_03_a_document_is_found_by_its_title_and_by_what_its_file_says() throws IOException {
        deposit(ca, about("Toiture"), "a.docx", TestDocuments.word("Avant.", "Deux entreprises de charpente."));
        deposit(ca, about("Statuts"), "b.pdf", TestDocuments.pdfSaying("Les mutualistes du bocage", 2));

        Document found = ca.read("/espace/documents?q=charpente");
        assertThat(found.select(".ligne h3").eachText()).containsExactly("Toiture");
        assertThat(found.select("mark").text()).isEqualTo("charpente");
        assertThat(ca.read("/espace/documents?q=mutualiste").select(".ligne h3").eachText())
                .containsExactly("Statuts");
        assertThat(ca.read("/espace/documents?q=toiture").text()).contains("Toiture");
        assertThat(ca.read("/espace/documents?q=licorne").text()).contains("ni dans les titres ni dans les textes");
    }

    @Test
    void IN_11_what_was_decided_is_one_list_of_what_is_to_do_and_what_is_done() {
        Document decisions = ca.read("/espace/documents/decisions");

        assertThat(decisions.text()).contains("Demander deux devis pour le site.", "à faire");
        assertThat(decisions.select("a[href$=/lire]").size()).isPositive();
        assertThat(signedIn("adherent").read("/espace/documents/decisions").text())
                .contains("Aucune décision");
    }

    @Test
    void what_came_by_an_import_is_found_by_its_text_too() {
        upkeep.catchUp();

        assertThat(ca.read("/espace/documents?q=permanences").text()).contains("Compte-rendu du CA : les permanences");
    }

    @Test
    void RS_06_a_visitor_who_has_the_address_of_a_file_is_told_there_is_nothing() throws IOException {
        String address = deposit(ca, about("Secret"), "a.docx", TestDocuments.word("Entre nous."));
        String file = file(ca, address);

        assertThat(new Browser(port).get(file).statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get(file).body()).doesNotContain("Secret");
        assertThat(signedIn("contributeur").get(file).statusCode()).isEqualTo(404);
        assertThat(signedIn("adherent").get(file).statusCode()).isEqualTo(404);
        HttpResponse<String> read = ca.get(file);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Cache-Control").orElse("")).contains("private", "no-store");
        assertThat(read.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(read.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    @Test
    void IN_03_a_document_for_the_members_is_read_by_the_members_and_a_folder_is_opened_at_once() throws IOException {
        String address = deposit(ca, about("Bilan"), "a.docx", TestDocuments.word("Une belle année."));
        Browser adherent = signedIn("adherent");
        assertThat(adherent.get(address).statusCode()).isEqualTo(404);

        Browser noor = signedIn("salariee");
        Document folder = noor.read("/espace/documents?dossier=Essais");
        assertThat(post(noor, folder, "/espace/documents/acces", Map.of("dossier", "Essais", "acces", "adherents"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(adherent.get(address).statusCode()).isEqualTo(200);
        assertThat(adherent.get(file(adherent, address)).statusCode()).isEqualTo(200);
        assertThat(adherent.read("/espace")
                        .select("nav a[href=/espace/documents]")
                        .size())
                .isPositive();
        assertThat(adherent.read("/espace/documents?q=année").text()).contains("Bilan");
        assertThat(adherent.read(address).select("form, section:has(#versions)").text())
                .doesNotContain("version");
        assertThat(signedIn("contributeur").get(address).statusCode()).isEqualTo(404);
        assertThat(post(
                                adherent,
                                adherent.read("/espace"),
                                "/espace/documents/acces",
                                Map.of("dossier", "Essais", "acces", "ca"))
                        .statusCode())
                .isEqualTo(403);

        post(noor, folder, "/espace/documents/acces", Map.of("dossier", "Essais", "acces", "ca"));
        assertThat(adherent.get(address).statusCode()).as("closed again").isEqualTo(404);
    }

    @Test
    void IN_03_what_is_put_into_a_folder_is_read_by_those_who_read_the_folder() throws IOException {
        Browser adherent = signedIn("adherent");
        Browser noor = signedIn("salariee");
        Map<String, String> about = Map.of("titre", "Gazette", "nature", "autre", "dossier", "Gazettes");
        assertThat(ca.read("/espace/documents/deposer")
                        .select("#champ-acces option:first-child")
                        .text())
                .isEqualTo("comme le reste du dossier");

        String first = deposit(ca, with(about, "acces", "dossier"), "a.docx", TestDocuments.word("Numéro un."));
        assertThat(adherent.get(first).statusCode()).as("a new folder").isEqualTo(404);
        post(
                noor,
                noor.read("/espace/documents?dossier=Gazettes"),
                "/espace/documents/acces",
                Map.of("dossier", "Gazettes", "acces", "adherents"));
        String second = deposit(ca, with(about, "acces", "dossier"), "a.docx", TestDocuments.word("Numéro deux."));
        assertThat(adherent.get(second).statusCode())
                .as("a folder of the members")
                .isEqualTo(200);
        assertThat(ca.read(second).text()).contains("Lu par tous les adhérent·e·s");

        String third = deposit(ca, with(about, "acces", "ca"), "a.docx", TestDocuments.word("Numéro trois."));
        String fourth = deposit(ca, with(about, "acces", "dossier"), "a.docx", TestDocuments.word("Numéro quatre."));
        assertThat(adherent.get(third).statusCode()).isEqualTo(404);
        assertThat(adherent.get(fourth).statusCode()).as("a folder of both").isEqualTo(404);
    }

    @Test
    void IN_03_a_tag_brings_together_what_lies_in_several_folders() throws IOException {
        byte[] file = TestDocuments.word("Des tuiles.");
        for (String folder : List.of("Travaux", "Devis")) {
            String address = deposit(
                    ca, Map.of("titre", "Tuiles, " + folder, "nature", "autre", "dossier", folder), "a.docx", file);
            String form = address.replace("/lire", "");
            Map<String, String> fields = new LinkedHashMap<>();
            for (Element input : ca.read(form).select("main form:has([name=titre]) :is(input, select)[name]")) {
                fields.put(
                        input.attr("name"),
                        input.is("select") ? input.select("[selected]").attr("value") : input.attr("value"));
            }
            fields.put("etiquettes[0]", "Le toit & l’eau");
            HttpResponse<String> saved = ca.write(form, fields, "enregistrer");
            assertThat(saved.statusCode()).as(Browser.problems(saved)).isEqualTo(302);
        }

        Element tag = Objects.requireNonNull(
                ca.read("/espace/documents").selectFirst("nav:has(#etiquettes) a:contains(Le toit & l’eau)"));
        assertThat(tag.text()).contains("2 documents");
        Document found = ca.read(tag.attr("href"));
        assertThat(found.select(".ligne h3").eachText()).containsExactlyInAnyOrder("Tuiles, Travaux", "Tuiles, Devis");
        Document one =
                ca.read(Objects.requireNonNull(found.selectFirst(".ligne h3 a")).attr("href"));
        assertThat(one.select(".situation a:contains(Le toit)").attr("href")).isEqualTo(tag.attr("href"));
        assertThat(signedIn("adherent").read("/espace/documents").text())
                .as("a tag of what one may not read")
                .doesNotContain("Le toit");
    }

    @Test
    void RS_07_a_new_version_keeps_the_address_and_an_older_one_comes_back() throws IOException {
        String address = deposit(ca, about("Convention"), "a.docx", TestDocuments.word("Premier texte."));
        String file = file(ca, address);

        HttpResponse<String> replaced = replace(ca, address, "On a corrigé.", TestDocuments.word("Second texte."));
        assertThat(replaced.statusCode()).isEqualTo(302);
        assertThat(file(ca, address)).isEqualTo(file);
        assertThat(ca.read("/espace/documents?q=second").text()).contains("Convention");
        assertThat(ca.read(address).select("#versions").size())
                .as("older ones are for those who review")
                .isZero();
        assertThat(ca.get(file + "?version=0").statusCode()).isEqualTo(404);

        Browser noor = signedIn("salariee");
        Document read = noor.read(address);
        assertThat(read.select("section:has(#versions) li").eachText().toString())
                .contains("On a corrigé.", "celle d’aujourd’hui");
        assertThat(noor.get(file + "?version=0").statusCode()).isEqualTo(200);
        Element back = Objects.requireNonNull(read.selectFirst("form[action*=/versions/]"));
        assertThat(post(noor, read, back.attr("action"), Map.of("revision", revision(read)))
                        .statusCode())
                .isEqualTo(302);
        assertThat(noor.read("/espace/documents?q=premier").text()).contains("Convention");
        assertThat(noor.read(address).select("section:has(#versions) li").size())
                .isEqualTo(3);
        assertThat(post(noor, read, back.attr("action"), Map.of("revision", revision(read)))
                        .statusCode())
                .as("the second of two people")
                .isEqualTo(409);
    }

    @Test
    void what_is_no_document_is_refused_in_words_and_what_was_typed_stays() throws IOException {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> html = send(ca, about("Un faux PDF"), "rapport.pdf", page);
        assertThat(html.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(html)).contains("n’est pas d’un type accepté");
        assertThat(html.body()).contains("Un faux PDF");

        HttpResponse<String> bomb = send(ca, about("Une bombe"), "cr.docx", TestDocuments.bomb(300));
        assertThat(bomb.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(bomb)).contains("compressé de façon anormale");

        HttpResponse<String> undated = send(ca, Map.of("dateSeance", "hier"), "a.docx", TestDocuments.word("x"));
        assertThat(undated.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(undated)).contains("Donnez le jour de la réunion");
    }

    @Test
    void the_same_file_deposited_again_under_the_same_name_leads_to_the_document_that_is_there() throws IOException {
        byte[] file = TestDocuments.word("Deux fois le même.");
        String first = deposit(ca, about("Le même deux fois"), "meme.docx", file);

        HttpResponse<String> again = send(ca, about("Le même deux fois"), "meme.docx", file);

        assertThat(again.headers().firstValue("Location").orElseThrow()).endsWith(first + "?fait=deja-envoye");
        assertThat(deposit(ca, about("Le même, autrement nommé"), "meme.docx", file))
                .isNotEqualTo(first);
        assertThat(deposit(ca, with(about("Le même deux fois"), "acces", "adherents"), "meme.docx", file))
                .as("for others")
                .isNotEqualTo(first);
    }

    @Test
    void a_locked_pdf_is_refused_kindly() throws IOException {
        HttpResponse<String> locked = send(ca, about("Fermé"), "ferme.pdf", TestDocuments.lockedPdf());

        assertThat(locked.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(locked)).contains("mot de passe");
    }

    private Browser signedIn(String account) {
        return Browser.signedIn(port, account);
    }

    private static Map<String, String> with(Map<String, String> about, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(about);
        all.put(name, value);
        return all;
    }

    private static Map<String, String> about(String title) {
        return Map.of("titre", title, "nature", "autre", "dateSeance", "", "dossier", "Essais");
    }

    private static String deposit(Browser who, Map<String, String> typed, String name, byte[] file) {
        HttpResponse<String> answer = send(who, typed, name, file);
        assertThat(answer.statusCode()).as(Browser.problems(answer)).isEqualTo(302);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("\\?.*", "");
    }

    private static HttpResponse<String> send(Browser who, Map<String, String> typed, String name, byte[] file) {
        Document form = who.read("/espace/documents/deposer");
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("main form input:not([type=file])")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        fields.put("nature", "compte-rendu-ca");
        fields.put("acces", "ca");
        fields.putAll(typed);
        return who.post("/espace/documents/deposer", "multipart/form-data; boundary=xYzZY", parts(fields, name, file));
    }

    private static HttpResponse<String> replace(Browser who, String address, String note, byte[] file) {
        Document read = who.read(address);
        Map<String, String> fields = Map.of("_csrf", csrf(read), "revision", revision(read), "note", note);
        return who.post(
                address.replace("/lire", "/version"),
                "multipart/form-data; boundary=xYzZY",
                parts(fields, "b.docx", file));
    }

    private static HttpResponse<String> post(Browser who, Document page, String address, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(typed);
        fields.put("_csrf", csrf(page));
        return who.post(address, fields);
    }

    private static String file(Browser who, String address) {
        return Objects.requireNonNull(who.read(address).selectFirst("a[href$=/fichier]"))
                .attr("href");
    }

    private static String revision(Document page) {
        return Objects.requireNonNull(page.selectFirst("input[name=revision]")).attr("value");
    }

    private static String csrf(Document page) {
        return Objects.requireNonNull(page.selectFirst("input[name=_csrf]")).attr("value");
    }

    private static byte[] parts(Map<String, String> fields, String name, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(
                ("--xYzZY\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(
                ("--xYzZY\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"" + name + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--xYzZY--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
