package org.bocage.editorial.administration.mails;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.bocage.cms.repository.maintenance.Backups;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** « Réglages › Mails » as an administrator uses it, with a real mail server beside the portal. */
@ExtendWith(OutputCaptureExtension.class)
class MailServerScreenTests {

    private static final String ADDRESS = "/espace/reglages/mails";
    private static final String USER = "portail@pole.example";
    private static final String PASSWORD = "Saule-tetard-42";
    private static final GreenMail MAILS = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    static Path home;

    private static Portal portal;

    private Browser admin;

    @BeforeAll
    static void start() {
        MAILS.start();
        MAILS.setUser(USER, USER, PASSWORD);
        portal = Portal.start(home);
    }

    @AfterAll
    static void stop() {
        portal.close();
        MAILS.stop();
    }

    @BeforeEach
    void signIn() {
        admin = Browser.signedIn(portal.port(), "admin");
        send(Map.of("geste", "oublier"));
    }

    private static Map<String, String> server(int port) {
        return new LinkedHashMap<>(Map.of(
                "serveur", "localhost",
                "port", String.valueOf(port),
                "chiffrement", "none",
                "utilisateur", USER,
                "motDePasse", PASSWORD,
                "expediteur", "bonjour@pole.example",
                "reponses", ""));
    }

    private HttpResponse<String> send(Map<String, String> typed) {
        Element token = java.util.Objects.requireNonNull(admin.read(ADDRESS).selectFirst("main input[name=_csrf]"));
        Map<String, String> fields = new LinkedHashMap<>(typed);
        fields.put("_csrf", token.attr("value"));
        return admin.post(ADDRESS, fields);
    }

    private static String text(HttpResponse<String> answer) {
        return Browser.plain(Browser.page(answer).select("main").text());
    }

    private static int port() {
        return MAILS.getSmtp().getPort();
    }

    @Test
    void a_server_that_is_kept_counts_at_once_and_after_a_restart_and_its_password_is_nowhere_to_be_read(
            CapturedOutput output) throws Exception {
        assertThat(admin.read(ADDRESS).text()).contains("Aucun mail ne part encore");

        HttpResponse<String> kept = send(server(port()));
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(kept.headers().firstValue("Location").orElse("")).endsWith(ADDRESS + "?fait=mails-regles");
        assertThat(admin.read(ADDRESS + "?fait=mails-regles").text()).contains("cela compte dès le prochain mail");
        HttpResponse<String> tried = send(Map.of("geste", "essayer"));

        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(text(tried)).contains("Le serveur a pris le mail.");
        assertThat(MAILS.waitForIncomingEmail(10_000, 1)).isTrue();
        portal.close();
        portal = Portal.start(home);
        admin = Browser.signedIn(portal.port(), "admin");
        assertThat(text(send(Map.of("geste", "essayer")))).contains("Le serveur a pris le mail.");
        Document page = admin.read(ADDRESS);
        assertThat(page.select("input[name=serveur]").val()).isEqualTo("localhost");
        assertThat(page.select("input[name=motDePasse]").val()).isEmpty();

        assertThat(admin.read(ADDRESS).html()).doesNotContain(PASSWORD);
        assertThat(admin.get("/.rest/nodes/v1/config/mail-server?depth=2&includeMetadata=true")
                        .body())
                .doesNotContain(PASSWORD);
        byte[] archive = admin.take("/espace/reglages/exporter", Map.of("_csrf", token(), "format", "yaml"));
        assertThat(names(archive)).isNotEmpty().noneMatch(name -> name.contains("config."));
        assertThat(output).doesNotContain(PASSWORD);
    }

    private String token() {
        return java.util.Objects.requireNonNull(admin.read(ADDRESS).selectFirst("main input[name=_csrf]"))
                .attr("value");
    }

    private static List<String> names(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .doesNotContain(PASSWORD);
            }
        }
        return names;
    }

    @Test
    void a_refused_trial_says_why_in_french_and_what_the_server_answered() {
        Map<String, String> wrong = server(port());
        wrong.put("motDePasse", "autre-chose");
        send(wrong);

        HttpResponse<String> tried = send(Map.of("geste", "essayer"));

        assertThat(tried.statusCode()).isEqualTo(422);
        assertThat(text(tried))
                .contains("Le serveur refuse cet identifiant ou ce mot de passe.")
                .contains("mot pour mot : 535");
        assertThat(tried.body()).doesNotContain("autre-chose");
    }

    @Test
    void what_cannot_be_a_server_comes_back_with_what_was_typed_but_for_the_password() {
        Map<String, String> typed = server(port());
        typed.put("serveur", "https://smtp.exemple.fr");
        typed.put("port", "70000");
        typed.put("expediteur", "bonjour");

        HttpResponse<String> answer = send(typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Browser.page(answer);
        assertThat(page.select("[aria-invalid]").eachAttr("name"))
                .containsExactly("serveur", "port", "motDePasse", "expediteur");
        assertThat(page.select("input[name=serveur]").val()).isEqualTo("https://smtp.exemple.fr");
        assertThat(page.select("input[name=utilisateur]").val()).isEqualTo(USER);
        assertThat(answer.body()).doesNotContain(PASSWORD);
        assertThat(text(answer)).contains("Retapez-le : un mot de passe ne se réaffiche jamais.");
        assertThat(admin.read(ADDRESS).text()).contains("Aucun mail ne part encore");
    }

    @Test
    void fields_that_are_too_long_or_of_several_lines_are_refused() {
        Map<String, String> typed = server(port());
        typed.put("serveur", "s".repeat(300));
        typed.put("utilisateur", "a\nb");
        typed.put("motDePasse", "x".repeat(201));

        HttpResponse<String> answer = send(typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.page(answer).select("[aria-invalid]").eachAttr("name"))
                .containsExactly("serveur", "utilisateur", "motDePasse");
    }

    @Test
    void an_hourly_limit_is_kept_and_one_that_is_none_is_refused() {
        Map<String, String> typed = server(port());
        for (String wrong : List.of("9", "cent", "100000", "-50")) {
            typed.put("parHeure", wrong);
            HttpResponse<String> answer = send(typed);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(text(answer)).contains("Un nombre de 10 à 99999");
            assertThat(Browser.page(answer).select("input[name=parHeure]").val())
                    .isEqualTo(wrong);
        }

        typed.put("parHeure", "200");
        assertThat(send(typed).statusCode()).isEqualTo(302);

        assertThat(admin.read(ADDRESS).select("input[name=parHeure]").val()).isEqualTo("200");
    }

    @Test
    void another_server_is_not_handed_the_kept_password() {
        send(server(port()));
        Map<String, String> elsewhere = server(port());
        elsewhere.put("serveur", "smtp.ailleurs.example");
        elsewhere.put("motDePasse", "");

        HttpResponse<String> answer = send(elsewhere);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("Donnez le mot de passe.");
        assertThat(admin.read(ADDRESS).select("input[name=serveur]").val()).isEqualTo("localhost");
    }

    @Test
    void without_the_key_the_screen_and_the_health_ask_for_the_password_again() throws IOException {
        send(server(port()));
        Backups backups = portal.context().getBean(Backups.class);
        backups.make();
        Path newest = backups.file(backups.all().get(0).name()).orElseThrow();
        try (ZipFile zip = new ZipFile(newest.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).isNotEmpty().noneMatch(name -> name.startsWith("cles/"));
        }
        Files.delete(home.resolve("cles/mail"));

        assertThat(admin.read(ADDRESS).text()).contains("Redonnez le mot de passe");
        assertThat(Browser.plain(admin.read("/espace/reglages/sante").text()))
                .contains("Redonnez le mot de passe, dans « Réglages › Mails »");
        assertThat(admin.read("/espace/reglages")
                        .select("a[href$=/mails] + .compte")
                        .text())
                .isEqualTo("1");
        assertThat(admin.get("/readyz").statusCode()).isEqualTo(200);

        assertThat(send(server(port())).statusCode()).isEqualTo(302);
        assertThat(admin.read(ADDRESS).text()).doesNotContain("Redonnez le mot de passe");
    }

    @Test
    void it_is_for_the_administration_alone_and_asks_for_the_token() {
        for (String account : List.of("contributeur", "salariee")) {
            Browser other = Browser.signedIn(portal.port(), account);
            assertThat(other.get(ADDRESS).statusCode()).as(account).isEqualTo(403);
            assertThat(other.call("POST", ADDRESS + "?geste=essayer", new byte[0])
                            .statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(admin.post(ADDRESS, server(port())).statusCode()).isEqualTo(403);
        assertThat(admin.read(ADDRESS).text()).contains("Aucun mail ne part encore");
    }

    @Test
    void the_server_of_the_options_is_shown_as_winning_and_cannot_be_changed_here(@TempDir Path other)
            throws Exception {
        try (Portal set = Portal.start(
                other,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + port(),
                "--bocage.mail.from=options@pole.example")) {
            admin = Browser.signedIn(set.port(), "admin");
            Document page = admin.read(ADDRESS);
            assertThat(page.select("main").text())
                    .contains("sous spring.mail")
                    .contains("127.0.0.1")
                    .contains("options@pole.example");
            assertThat(page.select("input[name=serveur], input[name=motDePasse], input[name=expediteur]"))
                    .isEmpty();

            Map<String, String> typed = server(1);
            typed.put("reponses", "reponses@pole.example");
            assertThat(send(typed).statusCode()).isEqualTo(302);
            MAILS.purgeEmailFromAllMailboxes();
            assertThat(text(send(Map.of("geste", "essayer")))).contains("Le serveur a pris le mail.");

            assertThat(MAILS.getReceivedMessages()[0].getFrom()[0]).hasToString("options@pole.example");
            assertThat(MAILS.getReceivedMessages()[0].getReplyTo()[0]).hasToString("reponses@pole.example");
        }
    }
}
