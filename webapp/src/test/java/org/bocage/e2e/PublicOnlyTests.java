package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.NodeIterator;
import org.bocage.Bocage;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A value planted in each field that is not for the public, of an item of each type, is found nowhere in what the public
 * is given. The fields are those of the definitions: a new one is planted too.
 */
class PublicOnlyTests {

    private static final Actor SALARIEE = new Actor("salariee", "Noor", Set.of("salariee"));

    @TempDir
    static Path home;

    private static final Map<String, Set<String>> hidden = new LinkedHashMap<>();
    private static final Map<String, String> pages = new LinkedHashMap<>();
    private static final Set<String> addresses = new TreeSet<>();

    @BeforeAll
    static void plants_publishes_crawls_and_stops() throws Exception {
        try (ConfigurableApplicationContext portal = SpringApplication.run(
                Bocage.class,
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.demo=true",
                "--bocage.light-modules=light-modules",
                "--bocage.home=" + DemoHome.at(home.resolve("data")))) {
            DefinitionRegistry registry = portal.getBean(DefinitionRegistry.class);
            for (ContentType type : registry.current().contentTypes()) {
                publish(type, portal.getBean(Stores.class), portal.getBean(Review.class));
            }
            crawl("http://localhost:" + portal.getEnvironment().getProperty("local.server.port"));
        }
    }

    private static void publish(ContentType type, Stores stores, Review review) {
        PlantedFields fields = new PlantedFields(type);
        stores.author().update(Identity.SYSTEM, session -> {
            var item = new Workspace(type.workspace()).root(session).addNode("zq-planted", type.nodeType());
            item.setProperty("auteur", SALARIEE.name());
            AccessControl.setOwner(item, SALARIEE.name());
            item.setProperty("visibilite", "public");
            review.move(session, item, "publier", SALARIEE, 0, PlantedFields.SECRET, node -> {
                fields.plant(node);
                node.setProperty("name", node.getName());
            });
        });
        hidden.put(type.name(), fields.hidden());
    }

    /** Every page that links lead to, from the home page on. */
    private static void crawl(String base) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        ArrayDeque<String> next = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new TreeSet<>(next);
        while (!next.isEmpty()) {
            String address = next.remove();
            HttpResponse<String> page = client.send(
                    HttpRequest.newBuilder(URI.create(base + address)).build(), HttpResponse.BodyHandlers.ofString());
            pages.put(address, page.body());
            Jsoup.parse(page.body(), base + address).select("a[href]").stream()
                    .map(link -> link.absUrl("href").replaceFirst("#.*", ""))
                    .filter(link -> link.startsWith(base + "/") && !link.startsWith(base + "/espace"))
                    .map(link -> link.substring(base.length()))
                    .filter(Crawl::isWalked)
                    .filter(seen::add)
                    .forEach(next::add);
        }
        addresses.addAll(seen);
    }

    @Test
    void the_fields_that_are_not_for_the_public_are_planted() {
        assertThat(hidden.get("actus"))
                .contains(
                        "etat",
                        "visibilite",
                        "auteur",
                        "proposePar/courriel",
                        "commentairesRelecture/texte",
                        "publierLe",
                        "depublierLe");
        assertThat(hidden.get("acteurs")).contains("contact/telephone", "contact/courriel");
    }

    @Test
    void no_page_shows_one() {
        assertThat(addresses).anyMatch(address -> address.matches("/actualites/[0-9]{4}/zq-planted"));
        assertThat(pages.values()).anyMatch(page -> page.contains(PlantedFields.OPEN));
        assertThat(pages)
                .allSatisfy((address, page) -> assertThat(page)
                        .as(address)
                        .doesNotContain(PlantedFields.SECRET)
                        .doesNotContain("2001-02-03")
                        .doesNotContain(String.valueOf(PlantedFields.SECRET_NUMBER)));
    }

    @Test
    void the_published_store_holds_none() throws IOException {
        try (Store published = OtherStore.of(home.resolve("data"), "published")) {
            String all = published.read(Identity.SYSTEM, session -> {
                StringBuilder yaml = new StringBuilder();
                for (NodeIterator roots = session.getRootNode().getNodes(); roots.hasNext(); ) {
                    var root = roots.nextNode();
                    if (!root.getName().contains(":")) {
                        yaml.append(BootstrapYaml.export(root));
                    }
                }
                return yaml.toString();
            });
            assertThat(all)
                    .contains(PlantedFields.OPEN)
                    .doesNotContain(PlantedFields.SECRET)
                    .doesNotContain("2001-02-03")
                    .doesNotContain(String.valueOf(PlantedFields.SECRET_NUMBER));
            for (Map.Entry<String, Set<String>> type : hidden.entrySet()) {
                for (String field : type.getValue()) {
                    boolean isThere = published.read(
                            Identity.SYSTEM,
                            session -> session.itemExists("/" + type.getKey() + "/zq-planted/" + field));
                    assertThat(isThere).as(type.getKey() + " " + field).isFalse();
                }
            }
        }
        Path data = home.resolve("data");
        assertThat(OtherStore.holds(data, "author", PlantedFields.SECRET)).isTrue();
        assertThat(OtherStore.holds(data, "published", PlantedFields.OPEN)).isTrue();
        assertThat(OtherStore.holds(data, "published", PlantedFields.SECRET)).isFalse();
    }

    /** What was drawn for one is shown to all of the same rights: an account must have none of its own there. */
    @Test
    void whose_it_is_counts_in_the_author_store_alone() throws IOException {
        for (String account : List.of(SALARIEE.name(), "ca", "contributeur")) {
            String owner = Identity.owner(account);
            assertThat(OtherStore.holds(home.resolve("data"), "author", owner))
                    .as(owner)
                    .isTrue();
            assertThat(OtherStore.holds(home.resolve("data"), "published", owner))
                    .as(owner)
                    .isFalse();
        }
    }

    @Test
    void the_index_of_the_published_store_holds_none() throws IOException {
        RawIndex author = RawIndex.read(home.resolve("data/index/author"));
        RawIndex published = RawIndex.read(home.resolve("data/index/published"));

        assertThat(author.texts()).anyMatch(text -> text.contains(PlantedFields.SECRET));
        assertThat(author.numbers()).contains(PlantedFields.SECRET_MOMENT);
        assertThat(published.texts()).anyMatch(text -> text.contains(PlantedFields.OPEN));
        assertThat(published.texts()).noneMatch(text -> text.contains(PlantedFields.SECRET));
        assertThat(published.numbers()).doesNotContain(PlantedFields.SECRET_MOMENT, PlantedFields.SECRET_NUMBER);
        assertThat(published.fields()).noneMatch(field -> field.startsWith("etat#"));
    }
}
