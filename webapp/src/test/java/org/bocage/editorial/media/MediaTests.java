package org.bocage.editorial.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.jcr.Node;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.dam.TestPictures;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
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

/** « Médias » as a browser asks for it, with and without scripts. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=true")
class MediaTests {

    private static final String PIECE = "application/offset+octet-stream";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    private Browser noor;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home);
        properties.add("bocage.home", () -> data);
    }

    @BeforeEach
    void sign_in() {
        noor = new Browser(port);
        noor.signIn("salariee", "demo-bocage");
    }

    @Test
    void several_files_come_by_the_plain_form_and_each_is_described_at_once() {
        noor = new Browser(port);
        noor.signIn("admin", "demo-bocage");
        HttpResponse<String> sent =
                noor.submitParts(noor.get("/espace/medias"), Map.of("credit", "Léa"), picture(), picture());

        assertThat(location(sent)).startsWith("/espace/medias/a-decrire");
        Document asked = noor.read("/espace/medias/a-decrire");
        assertThat(asked.select("[name$=.alt]").size()).isEqualTo(2);
        assertThat(asked.select("[name$=.credit]").eachAttr("value")).containsOnly("Léa");

        HttpResponse<String> half = describe(asked, "Un four à pain fumant", "personne", "", "");
        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(half)).contains("Dites en une phrase", "Dites si l’on reconnaît quelqu’un");
        assertThat(Browser.page(half).select("[name$=.alt]").size())
                .as("only what is left is asked again")
                .isEqualTo(1);

        HttpResponse<String> whole = describe(Browser.page(half), "Un chaudron de cidre", "ecrit", "", "");
        assertThat(location(whole)).contains("photos-decrites");
        assertThat(noor.read("/espace/medias?q=chaudrons").select(".mur a").size())
                .isEqualTo(1);
    }

    @Test
    void a_connection_that_was_cut_goes_on_where_it_stopped() throws IOException {
        byte[] photo = picture();
        String upload = begin(photo.length, "four.png");
        byte[] first = Arrays.copyOf(photo, photo.length / 2);
        byte[] rest = Arrays.copyOfRange(photo, first.length, photo.length);

        assertThat(piece(upload, 0, first, "").statusCode()).isEqualTo(204);
        cut(upload, first.length, rest);
        assertThat(offset(upload)).as("what was cut in its middle").isEqualTo(first.length);
        assertThat(piece(upload, 0, first, "").statusCode())
                .as("what comes twice")
                .isEqualTo(409);
        String wrong = "sha256 " + Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(piece(upload, first.length, rest, wrong).statusCode())
                .as("what was damaged on its way")
                .isEqualTo(460);
        assertThat(noor.call("POST", upload + "/fin", new byte[0]).statusCode())
                .as("what is not whole")
                .isEqualTo(409);

        String right = "sha256 " + Base64.getEncoder().encodeToString(DigestUtils.sha256(rest));
        assertThat(piece(upload, first.length, rest, right).statusCode()).isEqualTo(204);
        HttpResponse<String> end = noor.call("POST", upload + "/fin", new byte[0]);
        assertThat(end.body()).contains("\"gardee\"");
        assertThat(noor.call("POST", upload + "/fin", new byte[0]).body())
                .as("asked again after a cut")
                .isEqualTo(end.body());
    }

    @Test
    void a_picture_that_is_put_away_waits_in_the_trash_and_comes_back_at_its_address() {
        String address = "/espace/medias/" + add(picture());
        Document kept = noor.read(address);
        Map<String, String> away = Map.of("_csrf", csrf(kept), "revision", revision(kept), "action", "retirer");
        assertThat(noor.post(address, away).statusCode()).isEqualTo(302);
        assertThat(noor.get(address).statusCode()).isEqualTo(404);

        Document trash = noor.read("/espace/corbeille");
        Element line = java.util.Objects.requireNonNull(trash.selectFirst("main li:has(form)"));
        assertThat(line.text()).contains("Photo ou fichier");
        HttpResponse<String> out =
                noor.post(line.select("form").attr("action"), Map.of("_csrf", csrf(trash), "action", "restaurer"));

        assertThat(out.headers().firstValue("Location").orElse("")).contains(address);
        assertThat(noor.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void an_upload_belongs_to_who_began_it_and_has_its_limits() {
        byte[] photo = picture();
        String upload = begin(photo.length, "four.png");
        Browser other = Browser.signedIn(port, "contributeur");

        assertThat(other.call("HEAD", upload, new byte[0]).statusCode()).isEqualTo(404);
        assertThat(other.call("PATCH", upload, photo, "Upload-Offset", "0", "Content-Type", PIECE)
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Browser(port).get(upload).statusCode()).isEqualTo(401);
        assertThat(noor.call("POST", "/espace/medias/envois", new byte[0], "Upload-Length", "30000000")
                        .statusCode())
                .isEqualTo(413);
        assertThat(piece(upload, 0, new byte[photo.length + 1], "").statusCode())
                .as("more than was announced")
                .isEqualTo(409);
        assertThat(piece(upload, 0, new byte[5 * 1024 * 1024], "").statusCode()).isEqualTo(413);
        assertThat(noor.call("DELETE", upload, new byte[0]).statusCode()).isEqualTo(204);
        assertThat(noor.call("HEAD", upload, new byte[0]).statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_that_is_there_already_is_known_again_whatever_its_name() {
        byte[] photo = picture();
        String key = add(photo);

        String upload = begin(photo.length, "le-meme-sous-un-autre-nom.png");
        piece(upload, 0, photo, "");
        HttpResponse<String> again = noor.call("POST", upload + "/fin", new byte[0]);

        assertThat(again.body()).contains("deja-la", key);
        assertThat(location(noor.submitParts(noor.get("/espace/medias"), Map.of(), photo)))
                .contains("photo-connue");
    }

    @Test
    void PH_04_a_picture_without_consent_is_proposed_by_nobody_and_the_field_says_so() {
        String id = add(picture());
        String title = "La fête du four " + NUMBER.incrementAndGet();

        HttpResponse<String> refused = write(title, id);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(
                        Browser.page(refused).select(".champ--image .erreur").text()))
                .contains("il manque l’accord des personnes");

        say(id, Map.of("droits", "ecrit", "mineurs", "true"));
        assertThat(write(title, id).statusCode()).as("children, and no parents").isEqualTo(422);
        assertThat(Browser.plain(noor.read("/espace/medias/" + id).text()))
                .contains("Il manque l’accord écrit des parents");

        say(id, Map.of("droits", "ecrit", "mineurs", "true", "accordParental", "true"));
        HttpResponse<String> taken = write(title, id);
        assertThat(taken.statusCode()).as(Browser.problems(taken)).isEqualTo(302);
        assertThat(published(id)).isPresent();
        assertThat(published(id).orElseThrow())
                .as("who agreed to what stays here")
                .doesNotContain("consentement", "mineurs", "accordParental", "empreinte");

        say(id, Map.of("droits", "a-demander"));
        assertThat(published(id)).as("somebody no longer agrees").isEmpty();
        say(id, Map.of("droits", "oral-note"));
        assertThat(published(id)).isPresent();
    }

    @Test
    void other_bytes_take_the_place_of_a_file_at_the_same_address() {
        String id = add(picture());
        String address = Objects.requireNonNull(
                        noor.read("/espace/medias/" + id).selectFirst("a:contains(original)"))
                .attr("href");
        String before = noor.get(address).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> replaced =
                replace(noor, "/espace/medias/" + id, noor.read("/espace/medias/" + id), picture());

        assertThat(location(replaced)).contains("photo-remplacee");
        HttpResponse<String> after = noor.get(address);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(before);

        HttpResponse<String> paper = replace(
                noor,
                "/espace/medias/" + id,
                noor.read("/espace/medias/" + id),
                "%PDF-1.4 …".getBytes(StandardCharsets.UTF_8));
        assertThat(paper.statusCode()).as("a document for a picture").isEqualTo(422);
    }

    @Test
    void a_file_that_somebody_changed_meanwhile_is_replaced_or_thrown_away_by_nobody_who_did_not_see_that() {
        String address = "/espace/medias/" + add(picture());
        Browser other = Browser.signedIn(port, "admin");
        Document seen = other.read(address);

        assertThat(location(replace(noor, address, noor.read(address), picture())))
                .contains("photo-remplacee");
        String first = original(address);
        HttpResponse<String> replaced = replace(other, address, seen, picture());
        HttpResponse<String> thrownAway =
                other.post(address, Map.of("_csrf", csrf(seen), "revision", revision(seen), "action", "retirer"));

        for (HttpResponse<String> answer : List.of(replaced, thrownAway)) {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(Browser.problems(answer)).contains("Quelqu’un a changé ce fichier");
        }
        assertThat(original(address)).as("what was sent first stays").isEqualTo(first);
        assertThat(location(replace(other, address, Browser.page(replaced), picture())))
                .as("having seen it")
                .contains("photo-remplacee");
    }

    private String original(String address) {
        String whole = Objects.requireNonNull(noor.read(address).selectFirst("a:contains(original)"))
                .attr("href");
        return noor.get(whole).headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<String> replace(Browser who, String address, Document page, byte[] file) {
        return who.post(address + "/fichier", "multipart/form-data; boundary=xYzZY", parts(page, file));
    }

    @Test
    void a_frame_is_followed_by_what_pages_show_and_the_original_stays() {
        String id = add(picture());
        Document screen = noor.read("/espace/medias/" + id);
        String shown = Objects.requireNonNull(screen.selectFirst(".grande img")).attr("src");
        String etag = noor.get(shown).headers().firstValue("ETag").orElseThrow();

        say(id, Map.of("droits", "personne", "cadreX", "50", "cadreLargeur", "50", "centreX", "33,3"));

        Document after = noor.read("/espace/medias/" + id);
        assertThat(after.select("[name=cadreX]").attr("value")).isEqualTo("50");
        assertThat(after.select("[name=centreX]").attr("value")).isEqualTo("33.3");
        assertThat(noor.get(shown).headers().firstValue("ETag").orElseThrow()).isNotEqualTo(etag);
        HttpResponse<String> outside = change(id, Map.of("droits", "personne", "cadreX", "80"));
        assertThat(outside.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(outside)).contains("Le cadre et le centre tiennent dans la photo");
    }

    @Test
    void what_was_cut_off_a_picture_is_shown_to_no_visitor_by_any_address() {
        String id = add(picture());
        say(id, Map.of("droits", "personne", "cadreX", "50", "cadreLargeur", "50"));
        assertThat(write("Le four, de près " + NUMBER.incrementAndGet(), id).statusCode())
                .isEqualTo(302);

        HttpResponse<String> original = new Browser(port).get("/dam/jcr:" + id + "/photo.png");

        assertThat(original.statusCode()).isEqualTo(200);
        assertThat(original.headers().firstValue("ETag").orElseThrow()).contains("recadree", "part-500-0-500-1000");
    }

    @Test
    void a_folder_is_made_and_holds_what_is_sent_from_it() {
        HttpResponse<String> page = noor.get("/espace/medias");
        String csrf = csrf(Browser.page(page));
        HttpResponse<String> made =
                noor.post("/espace/medias/dossiers", Map.of("_csrf", csrf, "nom", "Fête d’été", "dossier", "/"));
        String address = location(made);
        noor.submitParts(noor.get(address), Map.of(), picture());

        Document folder = noor.read(address);
        assertThat(folder.select("h1").text()).isEqualTo("Fête d’été");
        assertThat(folder.select(".mur a").size()).isEqualTo(1);
        assertThat(noor.read("/espace/medias").select(".dossier").eachText()).contains("Fête d’été");
        assertThat(noor.get("/espace/medias?dossier=/interne").statusCode()).isEqualTo(404);
        assertThat(noor.get("/espace/medias?dossier=/nulle/part").statusCode()).isEqualTo(404);
        assertThat(noor.post("/espace/medias/dossiers", Map.of("_csrf", csrf, "nom", "…", "dossier", "/"))
                        .statusCode())
                .isEqualTo(422);
    }

    private String add(byte[] photo) {
        String upload = begin(photo.length, "photo-" + NUMBER.incrementAndGet() + ".png");
        assertThat(piece(upload, 0, photo, "").statusCode()).isEqualTo(204);
        String answer = noor.call("POST", upload + "/fin", new byte[0]).body();
        return answer.replaceFirst("(?s).*/espace/medias/([0-9a-f-]{36}).*", "$1");
    }

    private String begin(int length, String name) {
        HttpResponse<String> begun = noor.call(
                "POST",
                "/espace/medias/envois",
                new byte[0],
                "Upload-Length",
                String.valueOf(length),
                "Upload-Metadata",
                "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)));
        assertThat(begun.statusCode()).isEqualTo(201);
        return location(begun);
    }

    private HttpResponse<String> piece(String upload, int offset, byte[] bytes, String checksum) {
        String[] headers = {"Upload-Offset", String.valueOf(offset), "Content-Type", PIECE, "Upload-Checksum", checksum
        };
        return noor.call("PATCH", upload, bytes, checksum.isEmpty() ? Arrays.copyOf(headers, 4) : headers);
    }

    private int offset(String upload) {
        return Integer.parseInt(noor.call("HEAD", upload, new byte[0])
                .headers()
                .firstValue("Upload-Offset")
                .orElseThrow());
    }

    /** Sends half of a piece and hangs up. */
    private void cut(String upload, int offset, byte[] piece) throws IOException {
        String csrf = csrf(noor.read("/espace"));
        String cookies = String.join(
                "; ",
                noor.cookie("bocage_session").orElseThrow().toString(),
                noor.cookie("XSRF-TOKEN").orElseThrow().toString());
        try (Socket line = new Socket("localhost", port)) {
            OutputStream out = line.getOutputStream();
            out.write(("PATCH " + upload + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies
                            + "\r\nX-XSRF-TOKEN: " + csrf + "\r\nUpload-Offset: " + offset + "\r\nContent-Type: "
                            + PIECE + "\r\nContent-Length: "
                            + piece.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(piece, 0, piece.length / 2);
            out.flush();
        }
    }

    private HttpResponse<String> write(String title, String picture) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("titre", title);
        fields.put("origine", "territoire");
        fields.put("chapo", "On a rallumé le four, et tout le village est venu avec sa pâte.");
        fields.put("corps", "<p>On recommence samedi.</p>");
        fields.put("themes", "b0ca0002-0000-4000-8000-000000000005");
        fields.put("contactStructure", "b0ca0004-0000-4000-8000-000000000000");
        fields.put("photos[0].image", "jcr:" + picture);
        fields.put("photos[0].alt", "Un four");
        fields.put("photos[0].credit", "Léa");
        fields.put("visibilite", "public");
        return noor.write("/espace/actus/nouveau", fields, "publier");
    }

    private void say(String id, Map<String, String> rights) {
        assertThat(change(id, rights).statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> change(String id, Map<String, String> typed) {
        Document screen = noor.read("/espace/medias/" + id);
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : screen.select("main form:has([name=alt]) input:not([type=checkbox]):not([type=radio])")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        fields.put("alt", "Un four à pain");
        fields.put("action", "enregistrer");
        fields.putAll(typed);
        return noor.post("/espace/medias/" + id, fields);
    }

    private HttpResponse<String> describe(Document asked, String... altAndRights) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : asked.select("main form input:not([type=checkbox])")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        int at = 0;
        for (Element id : asked.select("[name$=.id]")) {
            String prefix = id.attr("name").replaceFirst("id$", "");
            fields.put(prefix + "alt", altAndRights[at]);
            fields.put(prefix + "droits", altAndRights[at + 1]);
            at += 2;
        }
        return noor.post("/espace/medias/a-decrire", fields);
    }

    /** The names of what the public store has of an asset. */
    private Optional<String> published(String id) {
        return stores.published().read(Identity.SYSTEM, session -> {
            Optional<Node> node = Workspace.DAM.nodeById(session, id);
            if (node.isEmpty()) {
                return Optional.empty();
            }
            StringBuilder names = new StringBuilder();
            for (var properties = node.get().getProperties(); properties.hasNext(); ) {
                names.append(properties.nextProperty().getName()).append(' ');
            }
            return Optional.of(names.toString());
        });
    }

    private static byte[] parts(Document page, byte[] file) {
        String head = "--xYzZY\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf(page)
                + "\r\n--xYzZY\r\nContent-Disposition: form-data; name=\"revision\"\r\n\r\n" + revision(page)
                + "\r\n--xYzZY\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"neuf.png\"\r\n\r\n";
        byte[] before = head.getBytes(StandardCharsets.UTF_8);
        byte[] after = "\r\n--xYzZY--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(before, before.length + file.length + after.length);
        System.arraycopy(file, 0, all, before.length, file.length);
        System.arraycopy(after, 0, all, before.length + file.length, after.length);
        return all;
    }

    private static String revision(Document page) {
        return page.select("main [name=revision]").attr("value");
    }

    private static String csrf(Document page) {
        return Objects.requireNonNull(page.selectFirst("input[name=_csrf]")).attr("value");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
    }

    /** A picture that nobody sent before. */
    private static byte[] picture() {
        return TestPictures.encoded(TestPictures.photo(400, 300, NUMBER.incrementAndGet() + 100), "png");
    }
}
