package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.minidev.json.parser.JSONParser;
import org.awaitility.Awaitility;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.exchange.BootstrapFile;
import org.bocage.cms.repository.segment.SegmentStores;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** All content of the demo is taken away and brought into an empty portal, by its screens; and what the import refuses. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExchangeTests {

    private static final List<String> PAGES = List.of(
            "/",
            "/actualites",
            "/actualites/pole",
            "/actualites/territoire",
            "/agenda",
            "/annonces",
            "/reseau",
            "/mentions-legales",
            "/.rest/delivery/actus/v1?limit=50",
            "/.rest/delivery/evenements/v1?limit=50",
            "/.rest/delivery/annonces/v1?limit=50",
            "/.rest/delivery/acteurs/v1?limit=50",
            "/.rest/delivery/lieux/v1?limit=50",
            "/.rest/delivery/projets/v1?limit=50",
            "/.rest/delivery/personnes/v1?limit=50",
            "/.rest/delivery/vocabulaires/v1?limit=50");

    /** The clock of a running portal notes on an annonce that it has written to whoever posted it. */
    private static final Pattern CLOCKWORK = Pattern.compile("<sv:property sv:name=\"relancePour\".*?</sv:property>");

    /** An actu of the demo that nobody has decided on yet. */
    private static final String PROPOSAL = "/actus/en-attente/le-compost-cherche-ses-recettes";

    @TempDir
    static Path home;

    private static byte[] xml;
    private static byte[] whole;
    private static Map<String, String> answers;
    private static ConfigurableApplicationContext portal;

    @BeforeAll
    static void export_the_demo_and_start_an_empty_portal() throws IOException {
        try (ConfigurableApplicationContext demo =
                start("true", "--bocage.config=config", DemoHome.at(home.resolve("demo")))) {
            assertThat(demo.getBean(Stores.class)
                            .published()
                            .<Boolean>read(Identity.SYSTEM, session -> session.nodeExists(PROPOSAL)))
                    .as("a proposal is on line")
                    .isFalse();
            xml = export(demo, BootstrapFile.Format.XML);
            whole = everything(demo);
            answers = answers(demo);
        }
        configurationWithoutContent();
        portal = start(
                "accounts",
                "--bocage.config=" + home.resolve("config"),
                home.resolve("empty").toString());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Order(1)
    @Test
    void OPS_02_all_content_comes_into_an_empty_portal_with_the_same_identifiers_files_properties_and_answers()
            throws IOException {
        assertThat(answers.values()).as("the demo answers").noneMatch(answer -> answer.startsWith("404"));
        assertThat(entries(export(portal, BootstrapFile.Format.XML))).isEmpty();
        Browser admin = signedIn("admin");

        HttpResponse<String> looked = admin.submitFile(
                admin.get("/espace/reglages/importer"), Map.of("enLigne", "oui"), "portail.zip", whole);
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(text(looked))
                .contains("s’ajouteront", "Rien n’est encore changé")
                .doesNotContain("laissé");
        assertThat(entries(export(portal, BootstrapFile.Format.XML)))
                .as("only looked at")
                .isEmpty();

        HttpResponse<String> done = admin.submit(looked, Map.of());
        assertThat(text(done)).contains("C’est fait", "ajoutés").doesNotContain("laissé");

        Map<String, String> there = entries(xml);
        assertThat(there).hasSizeGreaterThan(60);
        assertThat(entries(export(portal, BootstrapFile.Format.XML))).isEqualTo(there);
        assertThat(answers(portal)).isEqualTo(answers);
        assertThat(signedIn("ca").get("/reseau/projets/habiter-a-six").statusCode())
                .as("what is for the board")
                .isEqualTo(200);
        assertThat(new Browser(port(portal))
                        .get("/reseau/projets/habiter-a-six")
                        .statusCode())
                .isEqualTo(404);

        // as XML, over what is there: nothing moves
        HttpResponse<String> again =
                admin.submitFile(admin.get("/espace/reglages/importer"), Map.of("enLigne", "oui"), "portail.zip", xml);
        assertThat(text(again)).contains("remplaceront");
        assertThat(text(admin.submit(again, Map.of()))).contains("remplacés").doesNotContain("laissé");
        assertThat(entries(export(portal, BootstrapFile.Format.XML))).isEqualTo(there);
        assertThat(answers(portal)).isEqualTo(answers);
    }

    @Test
    void OPS_02_everything_leaves_in_all_its_forms_and_each_is_read_by_another_library() throws Exception {
        Map<String, byte[]> files = files(whole);
        Map<String, String> there = entries(xml);

        assertThat(files.keySet())
                .as("of the host's own nothing leaves")
                .noneMatch(name -> name.matches("(users|userroles|sessions|mails|mgnlVersion|messages|config)[.].*"));
        assertThat(files.keySet())
                .filteredOn(name -> !name.startsWith("pour-lire/"))
                .hasSameSizeAs(there.keySet());
        assertThat(there)
                .as("what its authors alone have goes along")
                .hasEntrySatisfying(
                        "actus.en-attente.xml",
                        file -> assertThat(file).contains(PROPOSAL.substring(PROPOSAL.lastIndexOf('/') + 1)));
        assertThat(text(files, "LISEZMOI.txt")).contains("« Réglages », « Importer »", "agenda.ics");
        assertThat(text(files, "tableaux/acteurs.csv")).startsWith("\uFEFFIdentifiant;État;Nom de la structure;");
        assertThat(text(files, "json/projets.json")).contains("\"Habiter à six\"");
        assertThat(((List<?>) new JSONParser(JSONParser.MODE_RFC4627).parse(text(files, "json/acteurs.json"))))
                .hasSizeGreaterThan(10);
        assertThat(OtherCards.names(text(files, "contacts.vcf")))
                .contains("La Roue Qui Rit")
                .hasSizeGreaterThan(20);
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        Calendar agenda = new CalendarBuilder().build(new StringReader(text(files, "agenda.ics")));
        assertThat(agenda.getComponents(Component.VEVENT)).hasSizeGreaterThan(10);
        assertThat(files.keySet().stream()
                        .filter(name -> name.startsWith("pour-lire/fichiers/"))
                        .map(files::get))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).isNotEmpty());
    }

    private static String text(Map<String, byte[]> files, String name) {
        byte[] file = java.util.Objects.requireNonNull(files.get("pour-lire/" + name), name);
        return Browser.plain(new String(file, StandardCharsets.UTF_8));
    }

    @Test
    void users_and_roles_come_for_an_administrator_alone_and_passwords_only_on_demand() throws IOException {
        String hash = "$2a$12$" + "a".repeat(53);
        byte[] zip = zip(Map.of(
                "users.admin.zoe.yaml",
                user("zoe", hash),
                "users.admin.salariee.yaml",
                user("salariee", hash),
                "users.system.anonymous.yaml",
                user("anonymous", hash),
                "userroles.lecture.yaml",
                "lecture: {jcr:primaryType: mgnl:role, jcr:uuid: 2a000000-0000-4000-8000-000000000001,"
                        + " acl_actus: {'0': {path: /*, permissions: 8}}}",
                "userroles.joker.yaml",
                "joker: {jcr:primaryType: mgnl:role, acl_actus: {'0': {path: '/a?', permissions: 8}}}",
                "userroles.visiteur.yaml",
                "visiteur: {jcr:primaryType: mgnl:role}",
                "usergroups.bureau.yaml",
                "bureau: {jcr:primaryType: mgnl:group}",
                "config.modules.yaml",
                "modules: {}"));
        Browser salariee = signedIn("salariee");
        assertThat(text(salariee.submitFile(salariee.get("/espace/reglages/importer"), Map.of(), "z.zip", zip)))
                .contains("Seul un compte d’administration", "Rien n’a été changé");

        Browser admin = signedIn("admin");
        HttpResponse<String> looked = admin.submitFile(admin.get("/espace/reglages/importer"), Map.of(), "z.zip", zip);
        assertThat(text(looked))
                .contains(
                        "arrive fermé et sans mot de passe",
                        "Un compte a déjà ce nom",
                        "compte technique",
                        "« lecture » s’ajoute",
                        "« joker » ne peuvent pas être appliquées",
                        "« visiteur » existe déjà",
                        "Il n’y a pas de groupes ici",
                        "la cuisine de l’autre Magnolia");
        admin.submit(looked, Map.of());

        Account zoe = portal.getBean(Accounts.class).find("zoe").orElseThrow();
        assertThat(zoe.enabled()).isFalse();
        assertThat(zoe.roles()).contains("lecture");
        assertThat(portal.getBean(Accounts.class).loadUserByUsername("zoe").getPassword())
                .isEmpty();
        HttpResponse<String> asked = admin.submitFile(
                admin.get("/espace/reglages/importer"),
                Map.of("motsDePasse", "oui"),
                "z.zip",
                zip(Map.of("users.admin.iris.yaml", user("iris", hash))));
        admin.submit(asked, Map.of());
        assertThat(portal.getBean(Accounts.class).loadUserByUsername("iris").getPassword())
                .endsWith(hash);
        assertThat(signedIn("salariee").get("/espace").statusCode()).isEqualTo(200);
    }

    @Test
    void a_file_that_cannot_be_taken_is_told_in_words_and_nothing_is_changed() {
        Browser admin = signedIn("admin");
        Map<String, String> told = new LinkedHashMap<>();
        told.put("vacances.docx", "Son nom n’est pas celui d’un export");
        told.put("website.x.xml", "On n’arrive pas à le lire");
        told.put("website.x.yaml", "Ce n’est pas l’export d’un nœud");
        told.put("portail.zip", "On n’arrive pas à le lire");
        told.forEach((name, sentence) -> {
            HttpResponse<String> answer = admin.submitFile(
                    admin.get("/espace/reglages/importer"),
                    Map.of(),
                    name,
                    "bonjour : oui\nbonsoir: non\n".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(name).isEqualTo(422);
            assertThat(text(answer)).as(name).contains(sentence, "Rien n’a été changé");
        });
        assertThat(exists("/website/x")).isFalse();
    }

    @Test
    void an_identifier_that_something_else_has_is_replaced_and_that_is_told() {
        String taken = "2a000000-0000-4000-8000-000000000009";
        bringIn(
                "actus.prise.yaml",
                "prise: {jcr:primaryType: bocage:actu, jcr:uuid: " + taken
                        + ", etat: brouillon, titre: Prise, name: prise}");

        List<HttpResponse<String>> answers =
                bringIn("website.pris.yaml", "pris: {jcr:primaryType: mgnl:page, jcr:uuid: " + taken + "}");

        assertThat(answers).allSatisfy(answer -> assertThat(text(answer)).contains("Un identifiant était pris"));
        assertThat(identifier("/actus/prise")).isEqualTo(taken);
        assertThat(identifier("/website/pris")).isNotEqualTo(taken);
    }

    /** Brings a file in, by the screen: its answers to the look at it and to the yes. */
    private static List<HttpResponse<String>> bringIn(String name, String yaml) {
        Browser admin = signedIn("admin");
        HttpResponse<String> looked = admin.submitFile(
                admin.get("/espace/reglages/importer"), Map.of(), name, yaml.getBytes(StandardCharsets.UTF_8));
        return List.of(looked, admin.submit(looked, Map.of()));
    }

    private static String identifier(String path) {
        return portal.getBean(Stores.class)
                .author()
                .read(Identity.SYSTEM, session -> session.getNode(path).getIdentifier());
    }

    @Test
    void a_node_of_an_unknown_type_is_left_aside_and_the_rest_of_the_archive_comes() throws IOException {
        Browser admin = signedIn("admin");
        byte[] zip = zip(
                Map.of(
                        "fiches.a.yaml", "a: {jcr:primaryType: zq:fiche}",
                        "fiches.b.yaml", "b: {jcr:primaryType: zq:connue}",
                        "zq.cnd",
                                "<zq = 'urn:zq'>\n<mgnl = 'https://www.magnolia-cms.com/jcr/mgnl'>\n[zq:connue] > mgnl:content\n"));

        HttpResponse<String> looked =
                admin.submitFile(admin.get("/espace/reglages/importer"), Map.of(), "fiches.zip", zip);
        assertThat(text(looked)).contains("d’un type que personne ne déclare ici : zq:fiche");
        assertThat(exists("/fiches")).isFalse();
        admin.submit(looked, Map.of());

        assertThat(exists("/fiches/b")).isTrue();
        assertThat(exists("/fiches/a")).isFalse();
    }

    @Test
    void an_import_of_30_megabytes_is_refused_in_words() {
        Browser admin = signedIn("admin");
        HttpResponse<String> answer =
                admin.submitFile(admin.get("/espace/reglages/importer"), Map.of(), "portail.zip", new byte[30 << 20]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(text(answer)).contains("C’est trop lourd", "20 Mo");
    }

    @Test
    void an_archive_of_25_megabytes_comes_piece_by_piece_and_is_looked_at_like_another() throws IOException {
        byte[] filling = new byte[25 << 20];
        new java.util.Random(7).nextBytes(filling);
        byte[] zip = bytesZipped(Map.of(
                "website.en-morceaux.yaml",
                "en-morceaux: {jcr:primaryType: mgnl:page}".getBytes(StandardCharsets.UTF_8),
                "pour-lire/fichiers/film.bin",
                filling));
        Browser salariee = signedIn("salariee");
        String[] begin = {
            "Upload-Length",
            String.valueOf(zip.length),
            "Upload-Metadata",
            "filename "
                    + java.util.Base64.getEncoder().encodeToString("C:\\portail.zip".getBytes(StandardCharsets.UTF_8))
        };
        assertThat(signedIn("contributeur")
                        .call("POST", "/espace/reglages/importer/envois", new byte[0], begin)
                        .statusCode())
                .isEqualTo(403);
        assertThat(salariee.call("POST", "/espace/reglages/importer/envois", new byte[0], "Upload-Length", "2000000000")
                        .statusCode())
                .isEqualTo(413);
        HttpResponse<String> begun = salariee.call("POST", "/espace/reglages/importer/envois", new byte[0], begin);
        String address = begun.headers().firstValue("Location").orElseThrow();
        Map<String, String> named = Map.of("envoi", address.substring(address.lastIndexOf('/') + 1));

        int piece = 4 << 20;
        for (int at = 0; at < zip.length; at += piece) {
            assertThat(salariee.submit(salariee.get("/espace/reglages/importer"), named)
                            .statusCode())
                    .as("not whole yet")
                    .isEqualTo(410);
            assertThat(salariee.call(
                                    "PATCH",
                                    address,
                                    java.util.Arrays.copyOfRange(zip, at, Math.min(zip.length, at + piece)),
                                    "Upload-Offset",
                                    String.valueOf(at),
                                    "Content-Type",
                                    "application/offset+octet-stream")
                            .statusCode())
                    .isEqualTo(204);
        }
        HttpResponse<String> looked = salariee.submit(salariee.get("/espace/reglages/importer"), named);

        assertThat(text(looked)).contains("Voici ce que ferait « portail.zip »", "Un élément s’ajoutera");
        assertThat(exists("/website/en-morceaux")).isFalse();
        assertThat(text(salariee.submit(looked, Map.of()))).contains("C’est fait");
        assertThat(exists("/website/en-morceaux")).isTrue();
        assertThat(salariee.submit(salariee.get("/espace/reglages/importer"), named)
                        .statusCode())
                .as("taken already")
                .isEqualTo(410);
    }

    @Test
    void a_yes_that_comes_twice_or_from_somebody_else_changes_nothing() {
        Browser admin = signedIn("admin");
        HttpResponse<String> looked = admin.submitFile(
                admin.get("/espace/reglages/importer"),
                Map.of(),
                "website.deux-fois.yaml",
                "deux-fois: {jcr:primaryType: mgnl:page}".getBytes(StandardCharsets.UTF_8));
        String token = Browser.page(looked).select("input[name=jeton]").attr("value");
        Browser salariee = signedIn("salariee");
        String csrf = Browser.page(salariee.get("/espace/reglages/importer"))
                .select("input[name=_csrf]")
                .attr("value");

        assertThat(salariee.post("/espace/reglages/importer", Map.of("_csrf", csrf, "jeton", token))
                        .statusCode())
                .isEqualTo(410);
        assertThat(exists("/website/deux-fois")).isFalse();
        assertThat(admin.submit(looked, Map.of()).statusCode()).isEqualTo(200);
        HttpResponse<String> twice = admin.submit(looked, Map.of());
        assertThat(twice.statusCode()).isEqualTo(410);
        assertThat(text(twice)).contains("Ce fichier n’attend plus");
    }

    @Test
    void a_workspace_is_taken_away_alone_and_a_node_as_one_file() throws IOException {
        bringIn("website.emporte.yaml", "emporte: {jcr:primaryType: mgnl:page}");
        Browser admin = signedIn("admin");
        String csrf = Browser.page(admin.get("/espace/reglages"))
                .select("input[name=_csrf]")
                .attr("value");
        String export = "/espace/reglages/exporter";

        byte[] pages = admin.take(export, Map.of("_csrf", csrf, "espace", "website"));
        byte[] page =
                admin.take(export, Map.of("_csrf", csrf, "espace", "website", "chemin", "/emporte", "format", "xml"));

        assertThat(files(pages).keySet())
                .contains("website.emporte.yaml")
                .allMatch(name -> name.startsWith("website."));
        assertThat(new String(page, StandardCharsets.UTF_8)).contains("<sv:node", "sv:name=\"emporte\"");
    }

    @Test
    void exports_are_for_those_who_review_and_of_what_is_content() {
        Browser salariee = signedIn("salariee");
        String csrf = Browser.page(salariee.get("/espace/reglages"))
                .select("input[name=_csrf]")
                .attr("value");
        HttpResponse<String> all = salariee.post("/espace/reglages/exporter", Map.of("_csrf", csrf));
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.headers().firstValue("Content-Disposition").orElse("")).contains("portail-", ".zip");
        for (String workspace : List.of("users", "sessions", "mails", "nulle-part")) {
            assertThat(salariee.post("/espace/reglages/exporter", Map.of("_csrf", csrf, "espace", workspace))
                            .statusCode())
                    .as(workspace)
                    .isEqualTo(404);
        }
        assertThat(salariee.post("/espace/reglages/exporter", Map.of()).statusCode())
                .as("without a token")
                .isEqualTo(403);
        Browser contributor = signedIn("contributeur");
        assertThat(contributor.get("/espace/reglages/importer").statusCode()).isEqualTo(403);
    }

    /** After the import of all content: a small set. */
    @Order(2)
    @Test
    void OPS_03_one_button_makes_a_backup_that_opens_in_an_empty_folder_with_all_there_was() throws IOException {
        Browser admin = signedIn("admin");
        String screen = "/espace/reglages/sauvegardes";
        assertThat(signedIn("salariee").read(screen).select("a[download]"))
                .as("everybody's data are for the administration")
                .isEmpty();

        Path backups = home.resolve("empty/sauvegardes");
        Files.createDirectories(backups.resolve("en-cours1/contenu"));
        Files.writeString(backups.resolve("en-cours2.zip"), "half of one, left by a full disk");

        HttpResponse<String> made = admin.post(screen, Map.of("_csrf", csrf(admin, screen)));

        assertThat(made.statusCode()).isEqualTo(302);
        // it is read again beside, and then nothing of that is left either
        Awaitility.await().untilAsserted(() -> assertThat(backups).isDirectoryNotContaining("glob:**/en-cours*"));
        String address = admin.read(screen).select("a[download]").attr("href");
        Path zip = backups.resolve(address.substring(address.lastIndexOf('/') + 1));
        assertThat(admin.get(address).headers().firstValue("Content-Type")).hasValue("application/zip");
        Path restored = home.resolve("restored");
        for (Map.Entry<String, byte[]> file : files(Files.readAllBytes(zip)).entrySet()) {
            Path target = restored.resolve(file.getKey()).normalize();
            assertThat(target).startsWithRaw(restored);
            Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
            Files.write(target, file.getValue());
        }
        Stores there = portal.getBean(Stores.class);
        for (Store store : List.of(there.author(), there.published())) {
            try (Store copy = SegmentStores.open(
                    store.name(), restored.resolve("repository").resolve(store.name()))) {
                Map<String, String> before = contents(store);
                assertThat(before).hasSizeGreaterThan(1_000);
                assertThat(contents(copy)).as(store.name()).isEqualTo(before);
                assertThat(all(copy).keySet())
                        .as("accounts, too")
                        .containsAll(all(store).keySet().stream()
                                .filter(path -> path.startsWith("/users/"))
                                .toList());
            }
        }
    }

    /** Every property of a store, but what the portal's clocks and sessions write by themselves. */
    private static Map<String, String> all(Store store) {
        return store.read(Identity.SYSTEM, session -> {
            Map<String, String> all = new java.util.TreeMap<>();
            for (var roots = session.getRootNode().getNodes(); roots.hasNext(); ) {
                Node root = roots.nextNode();
                if (!root.getName().matches("sessions|jcr:.*|rep:.*|oak:.*|mails|visites|liens|propositions")) {
                    collect(root, all);
                }
            }
            return all;
        });
    }

    private static void collect(Node node, Map<String, String> all) throws RepositoryException {
        for (var properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (!property.getName().matches("pris(Par|Le)|relancePour|lastUsed.*")) {
                StringBuilder text = new StringBuilder();
                for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                    text.append(
                                    value.getType() == PropertyType.BINARY
                                            ? value.getBinary().getSize()
                                            : value.getString())
                            .append('|');
                }
                all.put(property.getPath(), text.toString());
            }
        }
        for (var children = node.getNodes(); children.hasNext(); ) {
            collect(children.nextNode(), all);
        }
    }

    private static String csrf(Browser somebody, String screen) {
        return somebody.read(screen).select("main input[name=_csrf]").val();
    }

    /** What people and the demo wrote, without what the portal notes by itself. */
    private static Map<String, String> contents() {
        return contents(portal.getBean(Stores.class).author());
    }

    private static Map<String, String> contents(Store store) {
        Map<String, String> contents = all(store);
        contents.keySet()
                .removeIf(path -> path.matches(
                        "/(mgnlVersion|users|userroles|journal|config|abonnements|abonnes|agendas|recherches|relais)/.*"
                                + "|.*/jcr:.*"));
        return contents;
    }

    /** The last of all: nothing of the demo is there any more. */
    @Order(Integer.MAX_VALUE)
    @Test
    void OPS_09_the_demo_goes_by_one_gesture_and_what_people_wrote_stays() throws IOException {
        Browser salariee = signedIn("salariee");
        assertThat(salariee.write(
                                "/espace/vocabulaires/nouveau",
                                Map.of("titre", "Un mot à nous", "genre", "theme"),
                                "enregistrer")
                        .statusCode())
                .isEqualTo(302);
        Map<String, String> before = contents();
        List<String> demo = before.keySet().stream()
                .filter(path -> path.endsWith("/demo"))
                .map(path -> path.substring(0, path.length() - "demo".length()))
                .toList();
        assertThat(demo).hasSizeGreaterThan(100);
        Browser admin = signedIn("admin");
        String screen = "/espace/reglages/demonstration";
        assertThat(admin.read(screen).select(".lignes li")).hasSizeGreaterThan(8);

        HttpResponse<String> unsure = admin.post(screen, Map.of("_csrf", csrf(admin, screen)));
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(contents()).isEqualTo(before);
        HttpResponse<String> sure = admin.post(screen, Map.of("_csrf", csrf(admin, screen), "oui", "oui"));

        assertThat(sure.statusCode()).isEqualTo(302);
        Map<String, String> kept = new java.util.TreeMap<>(before);
        kept.keySet().removeIf(path -> demo.stream().anyMatch(path::startsWith));
        Map<String, String> after = contents();
        List<String> lost =
                kept.keySet().stream().filter(path -> !after.containsKey(path)).toList();
        assertThat(lost).as("folders that it left empty, and nothing else").allMatch(path -> path.contains("/mgnl:"));
        assertThat(kept).containsAllEntriesOf(after);
        assertThat(after.values()).anyMatch(value -> value.contains("Un mot à nous"));
        assertThat(all(portal.getBean(Stores.class).published()).keySet()).noneMatch(path -> path.endsWith("/demo"));
        Browser visitor = new Browser(port(portal));
        assertThat(visitor.get("/reseau/acteurs/la-roue-qui-rit").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(admin.read(screen).text()).contains("Il n’y a plus rien de la démonstration");
    }

    /** A folder of pages that is there and empty hides the packaged ones. */
    private static void configurationWithoutContent() throws IOException {
        Path config = Path.of("config");
        try (Stream<Path> files = Files.walk(config)) {
            for (Path file : files.filter(one -> !one.startsWith(config.resolve("bootstrap")))
                    .toList()) {
                Path copy = home.resolve(file.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Files.createDirectories(home.resolve("config/bootstrap/base"));
    }

    private static ConfigurableApplicationContext start(String demo, String config, String home) {
        return SpringApplication.run(
                Bocage.class,
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.demo=" + demo,
                "--bocage.light-modules=light-modules",
                config,
                "--bocage.home=" + home);
    }

    private static int port(ConfigurableApplicationContext of) {
        return of.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static Browser signedIn(String name) {
        return Browser.signedIn(port(portal), name);
    }

    private static byte[] export(ConfigurableApplicationContext of, BootstrapFile.Format format) throws IOException {
        Identity admin = of.getBean(Accounts.class).find("admin").orElseThrow().identity();
        Exchange exchange = of.getBean(Exchange.class);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        exchange.export(admin, exchange.workspaces(admin), format, zip);
        return zip.toByteArray();
    }

    /** Pages, lists, and each page that the pages link to. */
    private static Map<String, String> answers(ConfigurableApplicationContext of) {
        Browser visitor = new Browser(port(of));
        Map<String, String> answers = new LinkedHashMap<>();
        for (String page : PAGES) {
            HttpResponse<String> answer = visitor.get(page);
            answers.put(page, told(answer, port(of)));
            for (Element link : Browser.page(answer).select("main a[href^=/]")) {
                String address = link.attr("href").replaceFirst("#.*", "");
                if (!address.contains("?") && !answers.containsKey(address) && answers.size() < 80) {
                    answers.put(address, told(visitor.get(address), port(of)));
                }
            }
        }
        return answers;
    }

    private static String told(HttpResponse<String> answer, int port) {
        return answer.statusCode() + " "
                + answer.body()
                        .replace(":" + port, ":port")
                        .replace("%3A" + port, "%3Aport")
                        .replaceAll("nonce=\"[^\"]*\"", "nonce")
                        .replaceAll("name=\"jeton\" value=\"[^\"]*\"", "jeton");
    }

    /** What « Tout exporter » gives. */
    private static byte[] everything(ConfigurableApplicationContext of) throws IOException {
        Browser admin = Browser.signedIn(port(of), "admin");
        String csrf = Browser.page(admin.get("/espace/reglages"))
                .select("input[name=_csrf]")
                .attr("value");
        return admin.take("/espace/reglages/exporter", Map.of("_csrf", csrf));
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        files(zip)
                .forEach((name, bytes) -> entries.put(
                        name,
                        CLOCKWORK
                                .matcher(new String(bytes, StandardCharsets.UTF_8))
                                .replaceAll("")));
        return entries;
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                entries.put(entry.getName(), files.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytesZipped(bytes);
    }

    private static byte[] bytesZipped(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String user(String name, String hash) {
        return name + ": {jcr:primaryType: mgnl:user, name: " + name + ", title: Zoé, pswd: '" + hash
                + "', enabled: 'true', roles: {'0': 2a000000-0000-4000-8000-000000000001}}";
    }

    private static boolean exists(String path) {
        return portal.getBean(Stores.class)
                .author()
                .<Boolean>read(Identity.SYSTEM, session -> session.nodeExists(path));
    }

    private static String text(HttpResponse<String> answer) {
        return Browser.page(answer).text();
    }
}
