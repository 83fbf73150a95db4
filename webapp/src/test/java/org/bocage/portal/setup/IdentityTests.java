package org.bocage.portal.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.e2e.Portal;
import org.bocage.editorial.pages.PageEdits;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.security.sessions.StoredSessions;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** A network passes its way of doing on: another one begins with it, and finds nobody of the first one in it. */
class IdentityTests {

    private static final int PAGES = 60;

    @TempDir
    Path home;

    private Map<String, String> unpack(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                files.put(entry.getName(), text);
                Path file = home.resolve("kit").resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        }
        return files;
    }

    private static void write(Portal portal, String page, String part, String text) {
        Account admin = portal.context().getBean(Accounts.class).find("admin").orElseThrow();
        SecurityContextHolder.setContext(new SecurityContextImpl(StoredSessions.authenticated(admin)));
        portal.context().getBean(PageEdits.class).publish(page, node -> {
            var area = node.hasNode("contenu") ? node.getNode("contenu") : node.addNode("contenu", "mgnl:area");
            var component = area.addNode(part, "mgnl:component");
            component.setProperty("mgnl:template", "portail:components/texte");
            component.setProperty("texte", text);
        });
    }

    @Test
    void another_network_begins_with_the_kit_and_finds_nobody_in_it() throws IOException {
        Map<String, String> files;
        try (Portal portal = Portal.start(
                home.resolve("donne"),
                "--bocage.light-modules=" + Files.createDirectories(home.resolve("nous")) + ",light-modules")) {
            write(portal, "/charte", "nous", "<p>On partage nos outils, c’est la règle du jeu.</p>");
            write(portal, "/charte", "vous", "<p>Aux Deux Vallons, on se prête tout.</p>");
            write(portal, "/charte", "qui", "<p>Demandez les clés à Noor.</p>");
            write(portal, "/charte", "ou", "<p>Écrivez à quelqu.un@ailleurs.example, ou au 06 12 34 56 78.</p>");
            portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
                var page = Workspace.WEBSITE.root(session).addNode("portrait-d-awa", "mgnl:page");
                page.setProperty("mgnl:template", "portail:pages/page");
                page.setProperty("title", "Portrait d’Awa");
            });
            portal.context().getBean(PageEdits.class).publish("/portrait-d-awa", page -> {});
            Files.createDirectories(home.resolve("nous/balades"));
            Files.writeString(home.resolve("nous/balades/module.yaml"), "version: 1.0 # demander à Noor\n");
            Files.writeString(home.resolve("nous/.env"), "SECRET=1");
            Files.writeString(home.resolve("nous/balades/.cache"), "SECRET=1");
            await().untilAsserted(() -> assertThat(portal.context()
                            .getBean(DefinitionRegistry.class)
                            .current()
                            .modules())
                    .contains("balades"));
            Browser admin = Browser.signedIn(portal.port(), "admin");
            Map<String, String> landscape = new LinkedHashMap<>(Map.of("paysage", "ville"));
            admin.read("/espace/reglages/paysage")
                    .select("main form.ecrire input[type=hidden]")
                    .forEach(input -> landscape.put(input.attr("name"), input.val()));
            assertThat(admin.sendFile("/espace/reglages/paysage", landscape).statusCode())
                    .isEqualTo(302);
            Document screen = Browser.page(admin.get(IdentityController.ADDRESS));
            assertThat(Browser.plain(screen.select("#reste ~ ul").text()))
                    .contains("Demandez les clés à Noor.", "quelqu.un@ailleurs.example", "Portrait d’Awa");
            assertThat(screen.select("#reecrire ~ ul").text()).contains("Charte de publication");
            assertThat(screen.select("#relire ~ ul").text()).contains("light-modules/balades/module.yaml");
            files = unpack(admin.take(
                    IdentityController.ADDRESS,
                    Map.of("_csrf", screen.select("main [name=_csrf]").val())));
            assertThat(Browser.signedIn(portal.port(), "salariee")
                            .get(IdentityController.ADDRESS)
                            .statusCode())
                    .isEqualTo(403);
        }

        assertThat(files).containsKeys("LISEZ-MOI.txt", "installation.yaml", "config/bootstrap/textes/depart.yaml");
        assertThat(files.keySet()).noneMatch(name -> name.contains("application.yml") || name.contains("/."));
        assertThat(files).containsKey("light-modules/balades/module.yaml");
        assertThat(files.get("installation.yaml")).contains("paysage: ville");
        assertThat(String.join(" ", files.keySet())).doesNotContain("awa");
        files.forEach((name, text) -> {
            if (!name.endsWith(".ftl")
                    && !name.startsWith("light-modules")
                    && !name.equals("LISEZ-MOI.txt")
                    && !name.equals("config/workflow/contenu.yaml")) {
                assertThat(text)
                        .as(name)
                        .doesNotContain(
                                "Noor",
                                "02 61 91",
                                "exemple.invalid",
                                "place du Four",
                                "ailleurs.example",
                                "  etat:",
                                "surLeSite:");
            }
        });

        Path answers = home.resolve("kit/installation.yaml");
        Files.writeString(
                answers,
                Files.readString(answers)
                        .replace("nom: \"\"", "nom: Camille")
                        .replace("courriel: \"\"", "courriel: camille@fontaines.example")
                        .replace("nomSite: \"\"", "nomSite: Réseau des Trois Fontaines"));
        try (Portal portal = Portal.startNobodys(
                home.resolve("prend"), "--bocage.setup=" + answers, "--bocage.config=" + home.resolve("kit/config"))) {
            Browser visitor = new Browser(portal.port());
            assertThat(visitor.read("/").select(".logo-name").text()).isEqualTo("Réseau des Trois Fontaines");
            assertThat(Browser.plain(visitor.read("/charte").text()))
                    .contains("c’est la règle du jeu", "Aux Deux Vallons, on se prête tout.")
                    .doesNotContain("les clés", "Écrivez à quelqu");
            assertThat(Browser.plain(visitor.read("/adherer").text())).contains("60");
            assertThat(crawled(visitor)).doesNotContain("Noor", "02 61 91 00 00", "exemple.invalid");
            assertThat(portal.context().getBean(StartingPages.class).pages())
                    .filteredOn(page -> page.path().equals("/charte"))
                    .flatExtracting(StartingPages.StartingPage::nodes)
                    .contains("/charte/contenu/vous")
                    .doesNotContain("/charte/contenu/nous");
            boolean hasPerson = portal.context()
                    .getBean(Stores.class)
                    .published()
                    .read(
                            Identity.SYSTEM,
                            session -> Workspace.WEBSITE
                                    .node(session, "/accueil")
                                    .orElseThrow()
                                    .hasProperty("contactPrenom"));
            assertThat(hasPerson).isFalse();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static String crawled(Browser visitor) {
        StringBuilder text = new StringBuilder();
        TreeSet<String> seen = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        while (!waiting.isEmpty() && seen.size() < PAGES) {
            String address = waiting.remove();
            if (!seen.add(address)) {
                continue;
            }
            HttpResponse<String> answer = visitor.get(address);
            text.append(answer.body());
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                Browser.page(answer).select("a[href^=/]").eachAttr("href").stream()
                        .map(link -> link.replaceFirst("[?#].*", ""))
                        .filter(link -> !link.startsWith("/espace") && !link.startsWith("//"))
                        .forEach(waiting::add);
            }
        }
        return text.toString();
    }
}
