package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.jcr.Session;
import org.bocage.Bocage;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.dam.TestPictures;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Files sent in a form: photos that stay whatever else is to be put right, documents that are taken away or kept inside. */
@DirtiesContext
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.demo=true")
class FilesTests {

    private static final String MINUTES = "/espace/documents/b0cad001-0000-4000-8000-000000000002";
    private static final String MINUTES_FILE = "/dam/jcr:b0cad003-0000-4000-8000-000000000002/compte-rendu.pdf";
    private static final String BUDGET = "/interne/budget-previsionnel-de-l-annee.ods";
    private static final String MINUTES_PDF = "/interne/compte-rendu-du-ca-les-permanences.pdf";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Assets assets;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("files"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.light-modules", () -> "light-modules");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        BUDGET + ", budget.ods, application/vnd.oasis.opendocument.spreadsheet, 'ODS, 2 ko'",
        MINUTES_PDF + ", notes.pdf, application/pdf, 'PDF, 24 ko'"
    })
    void PO_12_a_document_is_a_public_resource_told_and_taken_away_as_what_it_is(
            String source, String name, String type, String told) {
        byte[] file = demoFile(source);
        String title = "Un fichier à emporter, " + name;

        HttpResponse<String> sent =
                send(signedIn("salariee"), "/espace/ressources/nouveau", resource(title), name, file);

        assertThat(sent.statusCode()).as(Browser.page(sent).text()).isEqualTo(302);
        Document page = new Browser(port).read("/ressources/un-fichier-a-emporter-" + name.replace('.', '-'));
        Element button = page.selectFirst(".contact a[href^=/dam/]");
        assertThat(button).isNotNull();
        assertThat(Browser.plain(button.text())).contains(told);
        HttpResponse<String> taken = new Browser(port).get(button.attr("href"));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(taken.headers().firstValue("Content-Length")).hasValue(String.valueOf(file.length));
        Document documents = new Browser(port).read("/ressources?genre=document");
        assertThat(documents.select("main .tool-title").eachText())
                .contains(title)
                .anyMatch(one -> one.startsWith("Rapport d’activité"));
        assertThat(new Browser(port).read("/le-pole/presentation").select("main a[href='/ressources?genre=document']"))
                .as("one comes to them from the pôle")
                .hasSize(1);
    }

    @Test
    void a_document_where_a_photo_is_asked_for_is_refused_in_words() {
        Browser salariee = signedIn("salariee");
        Map<String, String> filled = Map.of("titre", "Avec un document", "photo.image.alt", "Un document");

        HttpResponse<String> refused =
                send(salariee, "/espace/evenements/nouveau", filled, "photo.image", "notes.pdf", demoFile(MINUTES_PDF));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(Browser.page(refused).text())).contains("est un document, et non une image");
    }

    @Test
    void a_file_of_no_known_kind_where_a_photo_is_asked_for_is_told_of_photos_alone() {
        HttpResponse<String> refused = send(
                signedIn("salariee"),
                "/espace/evenements/nouveau",
                Map.of("titre", "Avec on ne sait quoi"),
                "photo.image",
                "notes.xyz",
                "quelques mots".getBytes(StandardCharsets.UTF_8));

        assertThat(Browser.plain(Browser.page(refused).text()))
                .contains("n’est pas une image que l’on sait montrer")
                .doesNotContain("un document (PDF");
    }

    @Test
    void a_photo_sent_without_its_words_stays_and_its_words_are_asked_for() {
        Browser salariee = signedIn("salariee");
        Map<String, String> typed =
                new LinkedHashMap<>(Map.of("titre", "Un four sans paroles", "photo.image.droits", ""));
        byte[] photo = picture(71);

        HttpResponse<String> back =
                send(salariee, "/espace/evenements/nouveau", withWords(typed, ""), "photo.image", "four.png", photo);

        assertThat(back.statusCode()).isEqualTo(422);
        Document form = Browser.page(back);
        assertThat(form.select("[data-champ='photo.alt'] .erreur").text()).contains("Dites en une phrase");
        String kept = form.select("input[name='photo.image'][checked]").attr("value");
        assertThat(kept).as("the photo").startsWith("jcr:");
        assertThat(form.select("label:has(input[name='photo.image'][checked]) img")
                        .size())
                .isEqualTo(1);

        typed.put("photo.image", kept);
        HttpResponse<String> saved =
                salariee.write("/espace/evenements/nouveau", withWords(typed, "Un four"), "enregistrer");
        assertThat(saved.statusCode()).as(Browser.problems(saved)).isEqualTo(302);
    }

    private static Map<String, String> withWords(Map<String, String> typed, String alt) {
        Map<String, String> all = new LinkedHashMap<>(typed);
        all.put("photo.alt", alt);
        return all;
    }

    @Test
    void what_is_said_of_a_photo_is_noted_in_the_library_that_had_it_without_words() {
        Browser salariee = signedIn("salariee");
        byte[] photo = picture(72);
        HttpResponse<String> bare = salariee.submitParts(salariee.get("/espace/medias"), Map.of(), photo);
        assertThat(bare.statusCode()).isEqualTo(302);

        HttpResponse<String> sent = send(
                salariee,
                "/espace/evenements/nouveau",
                Map.of(
                        "titre", "Le four revient",
                        "photo.alt", "Un four qui fume",
                        "photo.credit", "Maëlle",
                        "photo.image.droits", "personne"),
                "photo.image",
                "encore.png",
                photo);

        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        Asset asset = stores.author().read(Identity.SYSTEM, session -> {
            for (javax.jcr.Node node : assets.latest(session, 50)) {
                if (Asset.of(node).alt().equals("Un four qui fume")) {
                    assertThat(ImageRights.of(node).allowsPublication()).isTrue();
                    return Asset.of(node);
                }
            }
            throw new AssertionError("no photo has these words");
        });
        assertThat(asset.credit()).isEqualTo("Maëlle");
        assertThat(asset.title()).as("the one that was there").doesNotContain("encore");
    }

    @Test
    void who_made_a_photo_is_not_asked_where_the_library_knows_and_is_told_to_visitors() {
        Browser salariee = signedIn("salariee");
        byte[] photo = picture(73);
        send(
                salariee,
                "/espace/evenements/nouveau",
                Map.of(
                        "titre", "Pour la photo",
                        "photo.alt", "Trois fours",
                        "photo.credit", "Yuna Le Goff",
                        "photo.image.droits", "personne"),
                "photo.image",
                "fours.png",
                photo);
        String key = stores.author().read(Identity.SYSTEM, session -> {
            for (javax.jcr.Node node : assets.latest(session, 50)) {
                if (Asset.of(node).alt().equals("Trois fours")) {
                    return Asset.of(node).key();
                }
            }
            throw new AssertionError("no photo has these words");
        });
        Map<String, String> actu = new LinkedHashMap<>();
        actu.put("titre", "Les trois fours sont chauds");
        actu.put("origine", "territoire");
        actu.put("chapo", "On a rallumé les fours, et tout le village est venu avec sa pâte.");
        actu.put("corps", "<p>On recommence samedi.</p>");
        actu.put("themes", "b0ca0002-0000-4000-8000-000000000005");
        actu.put("contactStructure", "b0ca0004-0000-4000-8000-000000000000");
        actu.put("visibilite", "public");
        actu.put("photos[0].image", key);

        HttpResponse<String> published = salariee.write("/espace/actus/nouveau", actu, "publier");

        assertThat(published.statusCode()).as(Browser.problems(published)).isEqualTo(302);
        Document page = new Browser(port)
                .read("/actualites/" + LocalDate.now(ZoneId.of("Europe/Paris")).getYear()
                        + "/les-trois-fours-sont-chauds");
        assertThat(page.select("figcaption .credit").text()).contains("Yuna Le Goff");
    }

    private static byte[] picture(int seed) {
        return TestPictures.encoded(TestPictures.photo(800, 600, seed), "png");
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({"salariee, 200, 200", "ca, 200, 200", "contributeur, 404, 404", "adherent, 404, 404", "'', 401, 401"})
    void an_internal_document_and_its_file_are_for_the_ca_and_the_staff(String account, int page, int file) {
        Browser reader = account.isEmpty() ? new Browser(port) : signedIn(account);

        assertThat(reader.get(MINUTES).statusCode()).isEqualTo(page);
        assertThat(reader.get("/author" + MINUTES_FILE).statusCode()).isEqualTo(file);
        assertThat(reader.get(MINUTES_FILE).statusCode()).isEqualTo(404);
        assertThat(reader.get("/.rest/delivery/documents/v1").statusCode()).isEqualTo(404);
    }

    @Test
    void the_ca_finds_the_minutes_with_their_decisions_and_opens_the_file() {
        Browser ca = signedIn("ca");

        assertThat(ca.read("/espace/documents").text()).contains("Compte-rendu du CA", "Budget prévisionnel");
        Document minutes = ca.read(MINUTES);
        assertThat(minutes.select(".lecture dd").eachText())
                .contains("Demander deux devis pour le site.", "Léa-Exemple Malo Soizic Awa");
        String file = minutes.select(".lecture a[href^=/author/dam/]").attr("href");
        assertThat(ca.get(file).headers().firstValue("Content-Type")).hasValue("application/pdf");
    }

    @Test
    void what_stays_inside_goes_out_neither_with_its_file_nor_with_a_word_even_when_somebody_publishes_it(
            @Autowired Review review) {
        stores.author().update(Identity.SYSTEM, session -> {
            var minutes = session.getNodeByIdentifier(MINUTES.substring(MINUTES.lastIndexOf('/') + 1));
            review.move(session, minutes, "publier", actor(), 0, "", node -> {});
            var source = session.getNode("/sources/agenda-de-la-roue-qui-rit");
            review.move(session, source, "publier", actor(), 0, "", node -> {});
        });

        new PublishedWriter(stores).write(session -> {
            assertThat(told(session, "bocage:document")).doesNotContain("devis", "jcr:b0cad003", "Malo");
            assertThat(told(session, "bocage:source")).doesNotContain("exemple.invalid");
            assertThat(session.itemExists("/dam/interne")).isFalse();
        });
        assertThat(new Browser(port).get(MINUTES_FILE).statusCode()).isEqualTo(404);
    }

    @Test
    void a_rendez_vous_in_a_place_of_the_network_leads_to_it() {
        Document page = new Browser(port).read("/agenda/atelier-velo-ouvert");

        assertThat(page.select(".facts a[href=/reseau/lieux/la-gare-aux-gateaux]")
                        .text())
                .isEqualTo("La Gare aux Gâteaux");
        assertThat(page.select("script[type=application/ld+json]").stream()
                        .map(Element::data)
                        .toList()
                        .toString())
                .contains("\"name\":\"La Gare aux Gâteaux\"");
    }

    private static Actor actor() {
        return new Actor("salariee", "Noor", Set.of("salariee"));
    }

    /** All that the nodes of a type say. */
    private static String told(Session session, String nodeType) throws javax.jcr.RepositoryException {
        StringBuilder told = new StringBuilder();
        var found = session.getWorkspace()
                .getQueryManager()
                .createQuery("SELECT * FROM [" + nodeType + "]", javax.jcr.query.Query.JCR_SQL2)
                .execute()
                .getNodes();
        while (found.hasNext()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try {
                session.exportSystemView(found.nextNode().getPath(), all, true, false);
            } catch (IOException e) {
                throw new javax.jcr.RepositoryException(e);
            }
            told.append(all.toString(StandardCharsets.UTF_8));
        }
        return told.toString();
    }

    private static Map<String, String> resource(String title) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", title);
        filled.put("genre", "document");
        filled.put("resume", "De quoi copier, corriger et afficher, dans un fichier que l’on emporte chez soi.");
        filled.put("profils", "b0caa003-0000-4000-8000-000000000001");
        filled.put("langue", "fr");
        filled.put("editeur", "Les voisins du haut");
        filled.put("responsable", "b0caa006-0000-4000-8000-000000000001");
        filled.put("verifieLe", today.toString());
        filled.put("aRevoirLe", today.plusYears(1).toString());
        filled.put("visibilite", "public");
        filled.put("action", "publier");
        return filled;
    }

    private Browser signedIn(String account) {
        return Browser.signedIn(port, account);
    }

    private HttpResponse<String> send(
            Browser browser, String address, Map<String, String> filled, String name, byte[] file) {
        return send(browser, address, filled, "fichier", name, file);
    }

    /** Sends a form back as a browser does that carries a file for one of its fields. */
    private HttpResponse<String> send(
            Browser browser, String address, Map<String, String> filled, String field, String name, byte[] file) {
        Element form = java.util.Objects.requireNonNull(browser.read(address).selectFirst("main form[enctype]"));
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name][type=hidden]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(filled);
        fields.putIfAbsent("action", "enregistrer");
        return browser.sendFile(form.attr("action"), fields, field + ".fichier", name, file);
    }

    private byte[] demoFile(String path) {
        return stores.author().read(Identity.SYSTEM, session -> {
            try (InputStream bytes = session.getNode("/dam" + path)
                    .getNode("jcr:content")
                    .getProperty("jcr:data")
                    .getBinary()
                    .getStream()) {
                return bytes.readAllBytes();
            } catch (IOException e) {
                throw new javax.jcr.RepositoryException(e);
            }
        });
    }
}
