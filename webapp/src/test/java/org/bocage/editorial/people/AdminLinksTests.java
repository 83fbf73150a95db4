package org.bocage.editorial.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator who is locked out comes in by a link that is asked for on the machine, and that the journal tells. */
class AdminLinksTests {

    private static final String SECRET = "quatre mots sans rapport";

    @TempDir
    static Path folder;

    private static Path home;
    private static Portal portal;

    @BeforeAll
    static void start() {
        home = folder.resolve("data");
        portal = Portal.startEmpty(home);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private record Answer(int code, String text) {}

    private static Answer ask(String account) throws Exception {
        Process asked = new ProcessBuilder("bin/portal", "admin-link", "--account=" + account, "--bocage.home=" + home)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(asked.waitFor(), Browser.plain(said));
    }

    @Test
    void a_link_that_works_once_is_printed_and_written_in_the_journal() throws Exception {
        Answer answer = ask("admin");
        String said = answer.text();

        assertThat(answer.code()).isZero();
        assertThat(said).contains("choisir un nouveau mot de passe");
        String link = said.substring(said.indexOf("/connexion/lien/")).strip();
        Browser locked = new Browser(portal.port());
        assertThat(locked.submit(locked.get(link), Map.of("password", SECRET)).statusCode())
                .isBetween(200, 303);
        assertThat(new Browser(portal.port()).signIn("admin", SECRET).statusCode())
                .isEqualTo(302);
        assertThat(new Browser(portal.port()).get(link).statusCode()).isEqualTo(404);
        Browser admin = new Browser(portal.port());
        admin.signIn("admin", SECRET);
        assertThat(Browser.plain(admin.read("/espace/journal").text())).contains("Lien donné sur la machine");
        assertThat(home.resolve(AdminLinks.ANSWER)).doesNotExist();
        assertThat(home.resolve(AdminLinks.REQUEST)).doesNotExist();
    }

    @Test
    void a_name_that_no_administrator_has_is_told_with_those_there_are() throws Exception {
        Answer nobody = ask("noor");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.text())
                .contains("Aucun compte d’administration ne s’appelle ainsi", "admin")
                .doesNotContain("/connexion/lien/");
        assertThat(ask("salariee").text()).doesNotContain("/connexion/lien/");
    }

    @Test
    void the_answer_is_read_by_its_owner_alone() throws IOException {
        Files.writeString(home.resolve(AdminLinks.REQUEST), "admin");
        Path answer = home.resolve(AdminLinks.ANSWER);
        await().until(() -> Files.exists(answer));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(answer)))
                .isEqualTo("rw-------");
        Files.delete(answer);
    }
}
