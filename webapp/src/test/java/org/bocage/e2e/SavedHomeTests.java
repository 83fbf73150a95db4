package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.segment.SegmentStores;
import org.bocage.cms.repository.upgrade.Migration;
import org.bocage.cms.repository.upgrade.Rollback;
import org.bocage.editorial.administration.KnownOptions;
import org.bocage.editorial.security.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** The home of a portal of the version before this one is upgraded, visited, and put back. */
class SavedHomeTests {

    private static final Workspace ACTUS = new Workspace("actus");
    /** Workspaces of what people wrote; the others hold what the portal notes for itself. */
    private static final Set<String> CONTENTS = new TreeSet<>(Set.of(
            "acteurs",
            "actions",
            "actus",
            "adhesions",
            "albums",
            "annonces",
            "dam",
            "documents",
            "evenements",
            "lieux",
            "missions",
            "personnes",
            "pochettes",
            "projets",
            "ressources",
            "sources",
            "vocabulaires",
            "website"));

    private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

    @TempDir
    Path folder;

    @Test
    void a_portal_of_the_version_before_is_whole_in_this_one() throws Exception {
        Path home = SavedHome.at(folder);
        Map<String, String> author = contents(home, "author");
        Map<String, String> published = contents(home, "published");
        assertThat(workspaces(author)).isEqualTo(CONTENTS);
        Set<String> options = KeptOptions.names(home);

        try (Portal portal = start(home)) {
            visit(portal);
            assertThat(portal.context().getBeansOfType(Migration.class).values())
                    .as("the journal has a sentence for each")
                    .allMatch(migration -> says(portal, "authoring.migration." + migration.name()));
            Set<String> added =
                    new TreeSet<>(portal.context().getBean(KnownOptions.class).names());
            added.removeAll(options);
            assertThat(added)
                    .as("« Ma semaine » has a sentence for each")
                    .allMatch(name -> says(portal, "option." + name));
        }

        // dates that passed since it was saved may change some of them
        assertThat(contents(home, "author").keySet()).containsAll(author.keySet());
        assertThat(contents(home, "published").keySet()).containsAll(published.keySet());
        assertThat(home.resolve("sauvegardes")).as("nothing was converted").doesNotExist();
    }

    @Test
    void a_portal_of_the_version_before_is_converted_visited_and_put_back() throws Exception {
        Path home = SavedHome.at(folder);
        Map<String, String> author = contents(home, "author");
        Map<String, String> published = contents(home, "published");

        try (Portal portal = start(home, new Conversion())) {
            visit(portal);
            assertThat(Browser.signedIn(portal.port(), "admin")
                            .read("/espace/journal")
                            .select("tbody tr:contains(essai)")
                            .eachText())
                    .singleElement()
                    .asString()
                    .startsWith("essai Mise à jour contenus en version 2 Le portail");
            SavedHome.writes(Browser.signedIn(portal.port(), "salariee"), "Écrit depuis", "publier");
            assertThat(new Browser(portal.port()).get("/actualites").body()).contains("Écrit depuis");
        }
        assertThat(contents(home, "author").values())
                .filteredOn(text -> text.contains("converti=oui"))
                .hasSize(1);

        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(Rollback.run(home, "", new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEmpty();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("(contents made or changed: 1)");
        assertThat(contents(home, "author")).isEqualTo(author);
        assertThat(contents(home, "published")).isEqualTo(published);
        try (Portal portal = start(home)) {
            assertThat(new Browser(portal.port()).get("/actualites").body())
                    .contains(SavedHome.PUBLISHED)
                    .doesNotContain("Écrit depuis");
        }
    }

    private static boolean says(Portal portal, String key) {
        return portal.context().getMessage(key, null, null, Locale.FRENCH) != null;
    }

    /** Marks the root of the news. */
    private static final class Conversion implements Migration {

        @Override
        public int to() {
            return 2;
        }

        @Override
        public String name() {
            return "essai";
        }

        @Override
        public void run(Stores stores) {
            stores.author()
                    .update(Identity.SYSTEM, session -> ACTUS.root(session).setProperty("converti", "oui"));
        }
    }

    private static Portal start(Path home, Migration... migrations) {
        SpringApplication application = new SpringApplication(Bocage.class);
        application.addInitializers(context ->
                Stream.of(migrations).forEach(one -> context.getBeanFactory().registerSingleton(one.name(), one)));
        Portal portal = new Portal(application.run(
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.demo=true",
                // what was missed since it was saved is done after this test
                "--bocage.jobs.after-start=1h",
                "--bocage.home=" + home));
        // none of them is to come due amid the visit
        Job.cancelAll(portal.context());
        return portal;
    }

    /** Opens all that links of the public site lead to, and one screen of each kind of the private space. */
    private static void visit(Portal portal) {
        Crawl site = Crawl.of(portal);
        assertThat(site.wrong()).isEmpty();
        assertThat(site.pages()).hasSizeGreaterThan(100);
        assertThat(String.join("", site.pages().values()))
                .contains(SavedHome.PUBLISHED)
                .doesNotContain(SavedHome.PROPOSED);

        Browser admin = Browser.signedIn(portal.port(), "admin");
        Map<String, Integer> screens = screens(admin);
        assertThat(screens).hasSizeGreaterThan(60).containsKeys("/espace/taches", "/espace/journal");
        assertThat(screens).allSatisfy((address, status) -> assertThat(status).isLessThan(400));
        assertThat(admin.read("/espace/reglages/mails").select("main input").eachAttr("value"))
                .contains(SavedHome.SENDER);
        assertThat(Browser.signedIn(portal.port(), "salariee")
                        .read("/espace/taches")
                        .select("main")
                        .text())
                .contains(SavedHome.PROPOSED);
    }

    /** Statuses of the screens that links lead to, the first of each kind. */
    private static Map<String, Integer> screens(Browser person) {
        Map<String, Integer> screens = new LinkedHashMap<>();
        Set<String> kinds = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/espace"));
        while (!waiting.isEmpty()) {
            String address = waiting.remove();
            HttpResponse<String> answer = person.get(address);
            screens.put(address, answer.statusCode());
            for (Element link : Jsoup.parse(answer.body()).select("a[href^=/espace]")) {
                String next = link.attr("href").replaceFirst("#.*", "");
                if (kinds.add(next.replaceAll("[?].*", "").replaceAll(ID, "*"))) {
                    waiting.add(next);
                }
            }
        }
        return screens;
    }

    private static Set<String> workspaces(Map<String, String> contents) {
        return contents.keySet().stream()
                .map(path -> path.split("/")[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Properties of all that people wrote, by path. */
    private static Map<String, String> contents(Path home, String name) throws IOException {
        try (Store store = SegmentStores.open(name, home.resolve("repository").resolve(name))) {
            return store.read(Identity.SYSTEM, session -> {
                Map<String, String> found = new TreeMap<>();
                for (String workspace : CONTENTS) {
                    if (session.nodeExists("/" + workspace)) {
                        collect(session.getNode("/" + workspace), found);
                    }
                }
                return found;
            });
        }
    }

    private static void collect(Node node, Map<String, String> found) throws RepositoryException {
        Map<String, String> properties = new TreeMap<>();
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property one = all.nextProperty();
            Value[] values = one.isMultiple() ? one.getValues() : new Value[] {one.getValue()};
            for (Value value : values) {
                properties.merge(
                        one.getName(),
                        value.getType() == PropertyType.BINARY
                                ? String.valueOf(value.getBinary().getSize())
                                : value.getString(),
                        (a, b) -> a + ", " + b);
            }
        }
        found.put(node.getPath(), properties.toString());
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:")) {
                collect(child, found);
            }
        }
    }
}
