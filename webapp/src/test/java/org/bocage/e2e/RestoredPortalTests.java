package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bocage.cms.repository.maintenance.Backups;
import org.bocage.cms.repository.maintenance.Restore;
import org.bocage.editorial.security.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A backup, put back on a machine that never saw the data, is the same portal. */
class RestoredPortalTests {

    private static final String PASSPHRASE = "--bocage.backup.passphrase=le bocage sous la pluie";
    /** Values of a page that differ each time it is drawn. */
    private static final String OF_THE_MOMENT = "(name=\"_?[a-z]+\" value=\"[^\"]{20,}\"|localhost:[0-9]+)";

    @TempDir
    Path folder;

    /** All that visitors see, by address. */
    private static Map<String, String> pages(Portal portal) {
        Browser visitor = new Browser(portal.port());
        Map<String, String> pages = new LinkedHashMap<>();
        for (Element place : Jsoup.parse(visitor.get("/sitemap.xml").body(), Parser.xmlParser())
                .select("url > loc")) {
            String address = place.text().replaceFirst("^https?://[^/]+", "");
            String path = address.isEmpty() ? "/" : address;
            pages.put(path, visitor.get(path).body().replaceAll(OF_THE_MOMENT, ""));
        }
        for (String feed :
                List.of("/agenda.ics", "/.rest/delivery/actus?limit=100", "/.rest/delivery/acteurs?limit=100")) {
            pages.put(feed, visitor.get(feed).body().replaceAll(OF_THE_MOMENT, ""));
        }
        return pages;
    }

    private static Set<String> lines(Portal portal, String screen) {
        Browser admin = Browser.signedIn(portal.port(), "admin");
        return Set.copyOf(
                admin.read(screen).select("main a.ligne__lien, main .ligne a").eachText());
    }

    @Test
    void each_page_document_account_and_setting_is_there_and_nobody_is_signed_in() throws Exception {
        Path config = folder.resolve("reglages");
        FileSystemUtils.copyRecursively(Path.of("config"), config);
        Map<String, String> before;
        Set<String> accounts;
        Set<String> documents;
        Browser signedIn;
        Path backup;
        try (Portal portal = Portal.start(folder.resolve("avant"), PASSPHRASE, "--bocage.config=" + config)) {
            signedIn = Browser.signedIn(portal.port(), "ca");
            Browser admin = Browser.signedIn(portal.port(), "admin");
            assertThat(admin.submit(
                                    admin.get("/espace/reglages/mails"),
                                    Map.of(
                                            "serveur", "smtp.exemple.invalid",
                                            "utilisateur", "pole",
                                            "motDePasse", "Saule-tetard-42",
                                            "expediteur", "pole@exemple.invalid"))
                            .statusCode())
                    .isEqualTo(302);
            admin.submit(admin.get("/espace/reglages/adresse"), Map.of("adresse", "https://pole.exemple.invalid"));
            before = pages(portal);
            accounts = lines(portal, "/espace/comptes");
            documents = lines(portal, "/espace/documents");
            Backups backups = portal.context().getBean(Backups.class);
            backup = backups.file(backups.make().name()).orElseThrow();
            backup = Files.copy(backup, folder.resolve("ailleurs.zip"));
            assertThat(signedIn.get("/espace").statusCode()).isEqualTo(200);
        }
        assertThat(before).hasSizeGreaterThan(100);
        assertThat(accounts).hasSizeGreaterThan(5);

        Path home = folder.resolve("apres");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(Restore.restore(
                        backup, "le bocage sous la pluie", home, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("--bocage.home=" + home, "--bocage.config=" + home.resolve("config"));

        try (Portal portal = Portal.start(home, PASSPHRASE, "--bocage.config=" + home.resolve("config"))) {
            Map<String, String> after = pages(portal);
            assertThat(after.keySet()).isEqualTo(before.keySet());
            before.forEach((address, page) ->
                    assertThat(after.get(address)).as(address).isEqualTo(page));
            assertThat(lines(portal, "/espace/comptes")).isEqualTo(accounts);
            assertThat(lines(portal, "/espace/documents")).isEqualTo(documents);
            Browser admin = Browser.signedIn(portal.port(), "admin");
            assertThat(admin.read("/espace/reglages/mails").select("main").text())
                    .contains("smtp.exemple.invalid")
                    .doesNotContain("Redonnez le mot de passe");

            Browser taken = new Browser(portal.port());
            signedIn.cookie("bocage_session").ifPresent(cookie -> taken.keep(cookie.getName(), cookie.getValue()));
            assertThat(taken.get("/espace").statusCode()).isEqualTo(401);
            assertThat(home.resolve(Restore.MARK)).doesNotExist();
        }
    }
}
