package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.Bocage;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.editorial.publishing.PublishedProjection;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** The first visitor after a start reads what was decided, however far what is on line was behind. */
class StoresInStepTests {

    private static final String ONLINE = "/reseau/acteurs/le-fournil-des-mots";
    private static final String WITHDRAWN = "/reseau/acteurs/la-roue-qui-rit";
    private static final String WITHDRAWN_ID = "b0ca0004-0000-4000-8000-000000000002";
    private static final Map<String, String> NEWS = Map.of(
            "titre", "Tout chaud",
            "origine", "territoire",
            "chapo", "Une nouvelle qui sort du four, et qui sent déjà bon depuis la rue d’à côté.",
            "corps", "<p>La voilà.</p>",
            "themes", "b0ca0002-0000-4000-8000-000000000006",
            "contactStructure", "b0ca0004-0000-4000-8000-000000000000",
            "visibilite", "public");

    @TempDir
    Path home;

    private final String brandNew =
            "/actualites/" + LocalDate.now(ZoneId.of("Europe/Paris")).getYear() + "/tout-chaud";
    private final Map<String, Integer> decided = Map.of(ONLINE, 200, WITHDRAWN, 404, brandNew, 200);

    /** Saves a decision that nobody carries out: as in a process that dies right after the save. */
    @BeforeEach
    void decides_and_dies() {
        try (Portal portal = Portal.start(home)) {
            portal.context().getBean(PublishedProjection.class).close();
            Browser noor = Browser.signedIn(portal.port(), "salariee");
            assertThat(archives(noor, WITHDRAWN_ID).statusCode()).isEqualTo(302);
            HttpResponse<String> published = noor.write("/espace/actus/nouveau", NEWS, "publier");
            assertThat(published.statusCode()).as(Browser.problems(published)).isEqualTo(302);

            Browser visitor = new Browser(portal.port());
            assertThat(visitor.get(WITHDRAWN).statusCode())
                    .as("not carried out")
                    .isEqualTo(200);
            assertThat(visitor.get(brandNew).statusCode()).as("not carried out").isEqualTo(404);
        }
    }

    @Test
    void what_was_decided_right_before_a_process_died_is_what_its_first_visitor_reads_after_the_start() {
        assertThat(firstAnswers()).isEqualTo(decided);
    }

    @Test
    void what_the_published_store_lost_is_back_before_the_first_visitor_comes() throws Exception {
        try (Stores stores = OtherStore.of(home)) {
            WritableStore published = BothStores.published(stores);
            published.update(Identity.SYSTEM, session -> {
                for (NodeIterator workspaces = session.getRootNode().getNodes(); workspaces.hasNext(); ) {
                    Node workspace = workspaces.nextNode();
                    if (workspace.isNodeType("bocage:workspace") && published.holdsContents(workspace.getName())) {
                        empty(workspace);
                    }
                }
            });
        }

        assertThat(firstAnswers()).isEqualTo(decided);
    }

    private static void empty(Node workspace) throws RepositoryException {
        List<Node> all = new ArrayList<>();
        for (NodeIterator nodes = workspace.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (!node.getName().startsWith("rep:")) {
                all.add(node);
            }
        }
        for (Node node : all) {
            node.remove();
        }
    }

    private static HttpResponse<String> archives(Browser noor, String id) {
        Element form = Objects.requireNonNull(noor.read("/espace/acteurs/" + id).selectFirst("form.ecrire"));
        return noor.post(
                "/espace/acteurs/" + id + "/ranger",
                Map.of(
                        "_csrf",
                        form.select("[name=_csrf]").val(),
                        "revision",
                        form.select("[name=revision]").val(),
                        "action",
                        "archiver",
                        "confirme",
                        "oui"));
    }

    /** Starts the portal, and asks as soon as its port is open, before anything else happens. */
    private Map<String, Integer> firstAnswers() {
        Map<String, Integer> answers = new LinkedHashMap<>();
        new SpringApplicationBuilder(Bocage.class)
                .listeners((ApplicationListener<ServletWebServerInitializedEvent>) event -> {
                    if (event.getApplicationContext().getServerNamespace() == null) {
                        Browser visitor = new Browser(event.getWebServer().getPort());
                        for (String address : decided.keySet()) {
                            answers.put(address, visitor.get(address).statusCode());
                        }
                    }
                })
                .run("--server.port=0", "--management.server.port=0", "--bocage.demo=true", "--bocage.home=" + home)
                .close();
        return answers;
    }
}
