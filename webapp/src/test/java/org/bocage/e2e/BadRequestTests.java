package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.jcr.Node;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What the whole portal answers, over HTTP, to what it cannot take: the cases of {@code docs/bad-input.md}. */
class BadRequestTests {

    @TempDir
    static Path home;

    private static final String TRAVAIL = "Une heure de travail, et pas une ligne de perdue en chemin.";

    private static ConfigurableApplicationContext portal;
    private static Path modules;
    private static int port;
    private static Stores stores;

    private Browser browser;

    @BeforeAll
    static void start() throws IOException {
        modules = home.resolve("light-modules");
        copy(Path.of("light-modules"), modules);
        portal = SpringApplication.run(
                Bocage.class,
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.demo=true",
                "--bocage.light-modules=" + modules,
                "--bocage.home=" + DemoHome.at(home.resolve("data")));
        port = portal.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        stores = portal.getBean(Stores.class);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void sign_in() {
        browser = new Browser(port);
        browser.signIn("salariee", "demo-bocage");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "broken   | actus/dialogs/components/zq.yaml    | form: [        | zq.yaml",
                "include  | actus/dialogs/components/zq.yaml    | '!include /actus/nulle-part.yaml' | /actus/nulle-part.yaml",
                "unknown  | actus/dialogs/components/zq.yaml    | 'zqinconnue: oui' | zqinconnue",
                "inherit  | actus/dialogs/components/zq.yaml    | '!inherit actus:components/zq' | zq"
            })
    void a_bad_definition_is_told_and_the_site_stays(String which, String file, String yaml, String told)
            throws IOException {
        Path bad = modules.resolve(file);
        try {
            Files.writeString(bad, which.equals("inherit") ? "!inherit:actus:components/zq\nlabel: x\n" : yaml + "\n");

            await().untilAsserted(() ->
                    assertThat(text(browser.get("/espace/definitions"))).contains("zq.yaml"));
            assertThat(text(browser.get("/espace/definitions"))).contains(told);
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
            assertThat(browser.get("/espace/actus/nouveau").statusCode()).isEqualTo(200);
        } finally {
            Files.deleteIfExists(bad);
        }
        await().untilAsserted(() ->
                assertThat(text(browser.get("/espace/definitions"))).doesNotContain("zq.yaml"));
    }

    @Test
    void a_page_of_an_unknown_template_says_so_soberly_and_the_others_stay() {
        new PublishedWriter(stores).write(session -> {
            Node page = session.getNode("/website").addNode("zq-sans-gabarit", "mgnl:page");
            page.setProperty("mgnl:template", "portail:pages/nulle-part");
        });

        HttpResponse<String> answer = new Browser(port).get("/zq-sans-gabarit");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(text(answer)).contains("La barrière est coincée").doesNotContain("nulle-part", "Exception");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_missing_asset_is_absent_and_the_page_that_shows_it_stays() {
        for (String address : List.of(
                "/dam/jcr:00000000-0000-4000-8000-000000000000/x.jpg",
                "/dam/demo/nulle-part.jpg",
                "/.imaging/mte/portail/carte/dam/demo/nulle-part.jpg/jcr:content/x.jpg")) {
            assertThat(browser.get(address).statusCode()).as(address).isEqualTo(404);
        }
        for (String key : List.of("jcr:00000000-0000-4000-8000-000000000000", "n-importe-quoi", "")) {
            new PublishedWriter(stores).write(session -> {
                Node actu = firstActu(session.getNode("/actus"));
                Node photo = actu.getNode("photos").getNodes().nextNode();
                photo.setProperty("image", key);
            });
            assertThat(new Browser(port).get("/actualites?zq=" + key.length()).statusCode())
                    .as(key)
                    .isEqualTo(200);
        }
    }

    @Test
    void an_upload_of_50_megabytes_is_refused_and_nothing_is_kept() {
        HttpResponse<String> form = browser.get("/espace/medias");

        HttpResponse<String> answer = browser.submitParts(form, Map.of("credit", "Une photo"), new byte[50 << 20]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(text(answer)).contains("C’est trop lourd");
        assertThat(text(browser.get("/espace/medias?q=Une+photo"))).contains("Rien pour « Une photo »");
    }

    @Test
    void a_picture_of_20_000_by_20_000_pixels_is_refused_in_words_and_what_was_typed_stays() throws IOException {
        HttpResponse<String> answer =
                browser.submitParts(browser.get("/espace/medias"), Map.of("credit", "Le champ vu du ciel"), bomb());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("« photo.png » est une image trop grande");
        assertThat(answer.body()).contains("Le champ vu du ciel");
    }

    @Test
    void an_svg_with_a_script_is_refused_in_words() {
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer =
                browser.submitParts(browser.get("/espace/medias"), Map.of("credit", "Un dessin"), svg);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("« photo.png » est un dessin SVG");
        assertThat(answer.body()).contains("Un dessin");
    }

    @Test
    void a_script_in_rich_text_is_left_out_and_the_words_stay() {
        String id = create(Map.of(
                "titre",
                "Texte piégé",
                "corps",
                "<p onclick=\"alert(1)\">Des mots</p><script>alert(2)</script><img src=x onerror=alert(3)>"));

        String kept = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> Workspace.byId(session, id)
                                .orElseThrow()
                                .getProperty("corps")
                                .getString());
        assertThat(kept).contains("Des mots").doesNotContain("alert", "onclick", "script", "<img");
    }

    @Test
    void a_body_over_the_limit_is_refused_in_words() {
        String token = csrf();
        byte[] body = ("_csrf=" + token + "&action=enregistrer&titre=" + "a".repeat(5 << 20))
                .getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> form = browser.post("/espace/actus/nouveau", "application/x-www-form-urlencoded", body);
        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(text(form)).contains("C’est trop lourd");

        HttpResponse<String> longValue = browser.submitParts(
                browser.get("/espace/actus/nouveau"), Map.of("action", "enregistrer", "titre", "a".repeat(500_000)));
        assertThat(longValue.statusCode()).isEqualTo(413);
        assertThat(text(longValue)).contains("C’est trop lourd");
    }

    @Test
    void invalid_utf_8_is_refused_in_words() {
        assertThat(browser.get("/accueil%FF").statusCode()).isEqualTo(400);
        assertThat(text(browser.get("/accueil%FF"))).contains("Cette demande n’a pas été comprise");
        for (String address : List.of("/actualites?theme=%FF", "/espace/actus?q=%FF", "/?%C3%28=1")) {
            HttpResponse<String> answer = browser.get(address);
            assertThat(answer.statusCode()).as(address).isIn(200, 400, 404);
            assertThat(answer.body()).as(address).doesNotContain("Exception", "Whitelabel");
        }
        byte[] body = ("_csrf=" + csrf() + "&action=enregistrer&titre=caf%E9").getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> answer = browser.post("/espace/actus/nouveau", "application/x-www-form-urlencoded", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).contains("pas été comprise");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/actualites/2026/..%2f..%2faccueil",
                "/actualites/2026/%2e%2e",
                "/dam/%2e%2e/users/admin",
                "/dam/jcr:..%2f..%2fx/x.jpg",
                "/dam/demo/..%2f..%2fusers",
                "/.imaging/mte/%2e%2e/carte/dam/demo/x.jpg",
                "/.imaging/mte/portail/..%2f../dam/demo/x.jpg",
                "/.imaging/mte/portail/carte/dam/..%2f..%2fusers/jcr:content/x.jpg",
                "/.resources/%2e%2e/config/application.yml",
                "/.resources/portail/..%2fmodule.yaml",
                "/.resources/portail/webresources/..%2f..%2fmodule.yaml",
                "/webjars/..%2f..%2fapplication.properties",
                "/espace/style/..%2f..%2f..%2fapplication.properties",
                "/espace/..%2fx",
                "/espace/actus/..%2f..%2fusers",
                "/espace/taches/..%2f/00000000-0000-4000-8000-000000000000",
                "/espace/users/00000000-0000-4000-8000-000000000000",
                "/author/%2e%2e/users/admin",
                "/author/dam/..%2f..%2fusers/admin",
                "/author/..%5c..%5cusers",
                "/users/admin",
                "/accueil/rep:policy",
                "/.rest/..%2f..%2fusers"
            })
    void a_path_that_climbs_finds_nothing(String address) {
        HttpResponse<String> answer = browser.get(address);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body())
                .doesNotContain("argon2", "root:x", "spring.", "templateScript", "Exception", "Whitelabel");
        assertThat(text(answer)).containsPattern("pas été comprise|n’existe pas|On ne trouve rien|chemin|^$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/espace/actus?tri=mgnl:created",
                "/espace/actus?etat=inconnu",
                "/espace/actus?page=0",
                "/espace/actus?page=deux",
                "/espace/actus?page=100000",
                "/espace/actus?page=99999999999999999999"
            })
    void an_unknown_filter_or_sort_or_a_page_too_deep_is_refused_in_words(String address) {
        HttpResponse<String> answer = browser.get(address);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).contains("On n’a pas compris cette adresse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actualites?page=0",
                "/actualites?page=99999",
                "/actualites?page=99999999999",
                "/actualites?page=deux"
            })
    void to_a_visitor_they_are_a_page_that_does_not_exist(String address) {
        HttpResponse<String> answer = new Browser(port).get(address);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).contains("Mentions légales");
    }

    @Test
    void a_form_sent_twice_at_once_is_taken_once() {
        HttpResponse<String> form = browser.get("/espace/actus/nouveau");
        Map<String, String> typed = Map.of("titre", "Envoyée deux fois", "action", "enregistrer");

        List<CompletableFuture<HttpResponse<String>>> sent = Stream.of(1, 2, 3, 4)
                .map(n -> CompletableFuture.supplyAsync(() -> browser.submitParts(form, typed)))
                .toList();
        List<String> places = sent.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.headers().firstValue("Location").orElse(answer.statusCode() + ""))
                .toList();

        assertThat(places)
                .filteredOn(place -> place.contains("fait=enregistre"))
                .hasSize(1);
        assertThat(places)
                .filteredOn(place -> place.contains("fait=deja-envoye"))
                .hasSize(3);
        assertThat(text(browser.get(local(places.stream()
                        .filter(place -> place.contains("deja-envoye"))
                        .findFirst()
                        .orElseThrow()))))
                .contains("votre envoi était déjà arrivé, on ne l’a pris qu’une fois");
        assertThat(Browser.page(browser.get("/espace/actus?q=Envoyee")).select("a:contains(Envoyée deux fois)"))
                .hasSize(1);
    }

    @Test
    void a_form_sent_after_the_session_ended_comes_through_the_login() {
        HttpResponse<String> form = browser.get("/espace/actus/nouveau");
        browser.forget("bocage_session");

        HttpResponse<String> login = browser.submitParts(
                form, Map.of("titre", "Écrit longtemps", "chapo", TRAVAIL, "action", "enregistrer"));
        assertThat(login.statusCode()).isEqualTo(401);
        assertThat(text(login)).contains("Rien n’est perdu : reconnectez-vous");
        HttpResponse<String> resume = browser.submit(login, Map.of("username", "salariee", "password", "demo-bocage"));
        assertThat(resume.statusCode()).isEqualTo(200);
        HttpResponse<String> saved = browser.submit(resume, Map.of());
        assertThat(saved.statusCode()).as(text(saved)).isEqualTo(302);

        String place = local(saved.headers().firstValue("Location").orElseThrow());
        assertThat(browser.get(place).body()).contains("Écrit longtemps", TRAVAIL);
    }

    @Test
    void of_two_editors_of_one_item_the_second_sees_both_versions_and_loses_nothing() {
        String address = "/espace/actus/" + create(Map.of("titre", "À deux"));
        Browser other = Browser.signedIn(port, "admin");
        HttpResponse<String> mine = browser.get(address);
        HttpResponse<String> theirs = other.get(address);

        assertThat(other.submitParts(theirs, Map.of("titre", "Version d’Admin", "action", "enregistrer"))
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> conflict =
                browser.submitParts(mine, Map.of("titre", "Ma version", "action", "enregistrer"));

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(text(conflict)).contains("Version d’Admin");
        assertThat(conflict.body()).contains("Ma version");
        assertThat(browser.submitParts(conflict, Map.of("titre", "Ma version", "action", "enregistrer"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(other.get(address).body()).contains("Ma version");
    }

    private String create(Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("action", "enregistrer");
        HttpResponse<String> saved = browser.submitParts(browser.get("/espace/actus/nouveau"), fields);
        assertThat(saved.statusCode()).as(text(saved)).isEqualTo(302);
        return saved.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/espace/actus/([0-9a-f-]{36}).*", "$1");
    }

    private String csrf() {
        return Browser.page(browser.get("/espace/actus/nouveau"))
                .select("input[name=_csrf]")
                .attr("value");
    }

    private static String local(String location) {
        return location.replaceFirst("https?://[^/]+", "");
    }

    private static String text(HttpResponse<String> answer) {
        return Browser.page(answer).text();
    }

    private static Node firstActu(Node parent) throws javax.jcr.RepositoryException {
        for (var children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("bocage:actu") && child.hasNode("photos")) {
                return child;
            }
            if (child.isNodeType("mgnl:folder")) {
                Node found = firstActu(child);
                if (found != parent) {
                    return found;
                }
            }
        }
        return parent;
    }

    /** The beginning of a PNG that says it is 20,000 pixels wide and high. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(bytes);
        png.writeLong(0x89504E470D0A1A0AL);
        chunk(png, "IHDR", new byte[] {0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20, 8, 2, 0, 0, 0});
        chunk(png, "IDAT", new byte[100]);
        chunk(png, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream png, String name, byte[] content) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(type);
        check.update(content);
        png.writeInt(content.length);
        png.write(type);
        png.write(content);
        png.writeInt((int) check.getValue());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
