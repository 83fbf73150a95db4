package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** Items in review, or waiting for their day, while a file of their type is broken, half written, emptied or gone. */
class BrokenDefinitionTests {

    private static final Workspace ACTUS = new Workspace("actus");
    private static final Actor SALARIEE = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final Actor AUTHOR = new Actor("contributeur", "Tino", Set.of("contributeur"));
    private static final String STRUCTURE = "b0ca0004-0000-4000-8000-000000000002";
    private static final String SECRET = "zqsecretqz";
    private static final String LIST = "/.rest/delivery/actus/v1?limit=100";
    private static final String EXTENSION = "actus/bocage/actus.yaml";
    private static final String TYPE = "actus/contentTypes/actus.yaml";

    @TempDir
    Path home;

    private Path modules;
    private Portal portal;

    @BeforeEach
    void start() throws IOException {
        modules = home.resolve("light-modules");
        FileSystemUtils.copyRecursively(Path.of("light-modules"), modules);
        DemoHome.emptyAt(home.resolve("data"));
        run();
    }

    private void run() {
        portal = Portal.startEmpty(home.resolve("data"), "--bocage.light-modules=" + modules);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private Stores stores() {
        return portal.context().getBean(Stores.class);
    }

    private Review review() {
        return portal.context().getBean(Review.class);
    }

    /** Adds an item as proposed by somebody without an account, waiting to be accepted, and returns its identifier. */
    private String propose(String name) {
        return stores().author().write(Identity.SYSTEM, session -> {
            Node item = ACTUS.root(session).addNode(name, "bocage:actu");
            item.setProperty("auteur", AUTHOR.name());
            review().move(session, item, "proposer", AUTHOR, 0, "", node -> {
                node.setProperty("titre", "La fête");
                node.setProperty("name", name);
                node.setProperty("visibilite", "public");
                node.setProperty("contactStructure", STRUCTURE);
                node.setProperty("uid", SECRET);
                node.addNode("proposePar", "mgnl:contentNode").setProperty("courriel", SECRET);
            });
            return item.getIdentifier();
        });
    }

    private void move(String name, String action) {
        stores().author().update(Identity.SYSTEM, session -> {
            Node item = ACTUS.root(session).getNode(name);
            review().move(session, item, action, SALARIEE, Revisions.number(item), "", node -> {});
        });
    }

    /** Has an item wait for a day that has come since. */
    private void schedule(String name) {
        stores().author().update(Identity.SYSTEM, session -> {
            Node item = ACTUS.root(session).getNode(name);
            review().move(session, item, "accepter", SALARIEE, Revisions.number(item), "", node -> {
                node.setProperty("publierLe", Dates.utc(Instant.now().plus(Duration.ofDays(1))));
            });
        });
        stores().author()
                .update(
                        Identity.SYSTEM,
                        session -> ACTUS.root(session)
                                .getNode(name)
                                .setProperty(
                                        "publierLe", Dates.utc(Instant.now().minus(Duration.ofDays(1)))));
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(modules.resolve(file), content);
    }

    private String good(String file) throws IOException {
        return Files.readString(Path.of("light-modules").resolve(file));
    }

    private String read(String path) {
        return Browser.plain(new Browser(portal.port()).get(path).body());
    }

    private void told(Browser reviewer, String sentence) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Browser.plain(
                                reviewer.get("/espace/definitions").body()))
                        .contains(sentence));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                EXTENSION + " | 'fields: {uid: {readers: staff}}\nmots: [a]\n'",
                EXTENSION + " | ''",
                TYPE + "      | 'datasource:\n  workspace: act'",
            })
    void a_proposal_accepted_while_its_definition_is_broken_shows_what_it_always_would(String file, String broken)
            throws IOException {
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        String id = propose("fete");

        write(file, broken);
        told(salariee, "reste en service");
        assertThat(Browser.plain(salariee.get("/espace/actus").body())).contains("Un fichier de définition est abîmé");
        assertThat(accept(salariee, id)).isEqualTo(302);

        assertThat(read(LIST)).contains("La fête").doesNotContain(SECRET);
        assertThat(stores().published()
                        .<Boolean>read(
                                Identity.SYSTEM,
                                session -> ACTUS.root(session).getNode("fete").hasNode("proposePar")))
                .isFalse();
    }

    private static int accept(Browser reviewer, String id) {
        String task = "/espace/taches/actus/" + id;
        return reviewer.post(
                        task,
                        Map.of(
                                "decision",
                                "accepter",
                                "commentaire",
                                "",
                                "revision",
                                reviewer.read(task).select("[name=revision]").val(),
                                "_csrf",
                                reviewer.read(task).select("[name=_csrf]").val()))
                .statusCode();
    }

    @Test
    void a_proposal_whose_definition_is_removed_meanwhile_is_not_accepted_and_waits() throws IOException {
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        propose("avant");
        move("avant", "accepter");
        String id = propose("fete");

        Files.delete(modules.resolve(TYPE));
        told(salariee, "a disparu");
        assertThat(Browser.plain(salariee.get("/espace/actus").body())).contains("Rien ne paraît en ligne");
        assertThat(accept(salariee, id)).isEqualTo(409);
        assertThatThrownBy(() -> move("avant", "publier")).isInstanceOf(RefusedTransition.class);
        assertThat(read(LIST)).contains("\"avant\"").doesNotContain("\"fete\"");

        write(TYPE, good(TYPE));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Browser.plain(
                                salariee.get("/espace/definitions").body()))
                        .doesNotContain("a disparu"));
        assertThat(accept(salariee, id)).isEqualTo(302);
        assertThat(read(LIST)).contains("\"fete\"").doesNotContain(SECRET);
    }

    @Test
    void a_type_that_is_given_up_is_forgotten_once_its_node_is_removed() throws IOException {
        String warning = "Le type « actus » était connu";
        portal.close();
        Files.delete(modules.resolve(TYPE));
        Files.delete(modules.resolve(EXTENSION));
        run();
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        assertThat(Browser.plain(salariee.get("/espace/definitions").body())).contains(warning);

        stores().author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/config/types/actus.bocage.actu")
                                .remove());
        portal.close();
        run();
        assertThat(Browser.plain(Browser.signedIn(portal.port(), "salariee")
                        .get("/espace/definitions")
                        .body()))
                .doesNotContain(warning);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                EXTENSION + " | 'mots: [a]'",
                EXTENSION + " | 'address: /actualites/{publie:yyyy}/{name}\nfields:\n  etat: {readers: staff}\n'",
                TYPE + "      | 'datasource:\n  workspace: act'",
                TYPE + "      | gone",
            })
    void what_is_due_after_a_start_with_a_broken_definition_waits_until_it_is_mended(String file, String broken)
            throws IOException {
        propose("avant");
        move("avant", "accepter");
        propose("fete");
        schedule("fete");
        portal.close();
        if (broken.equals("gone")) {
            Files.delete(modules.resolve(file));
        } else {
            write(file, broken);
        }

        run();
        review().publishDue("actus", "/fete");

        stores().published().read(Identity.SYSTEM, session -> {
            assertThat(ACTUS.root(session).hasNode("fete")).as("on line").isFalse();
            assertThat(ACTUS.root(session).hasNode("avant"))
                    .as("what was on line stays")
                    .isTrue();
            return true;
        });
        assertThat(Browser.plain(Browser.signedIn(portal.port(), "salariee")
                        .get("/espace/definitions")
                        .body()))
                .contains("rien n’en est publié ni changé en ligne");

        write(file, good(file));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            review().publishDue("actus", "/fete");
            assertThat(read(LIST)).contains("\"fete\"").doesNotContain(SECRET);
        });
    }
}
