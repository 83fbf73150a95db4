package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.ContentType;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.rendering.ShortAddress;
import org.bocage.cms.repository.Dates;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One item of each content type, for the CA and published, with a word of its own in all its texts and a picture of its own:
 * a visitor finds it nowhere. The types are those of the definitions and the outlets those of the host: a new one is tried too.
 */
class NothingLeaksTests {

    private static final Actor SALARIEE = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final String NAME = "zqx-secret";
    private static final String MARK = PlantedFields.OPEN;
    private static final String PICTURE = "light-modules/portail/webresources/favicon-32.png";

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    /** The planted items, by type: where a page of it would be. */
    private static final Map<String, String> planted = new TreeMap<>();

    private static final Map<String, String> identifiers = new TreeMap<>();
    private static final List<String> pictures = new ArrayList<>();

    @BeforeAll
    static void plants_and_publishes() throws Exception {
        portal = Portal.start(home, "--bocage.light-modules=light-modules");
        Stores stores = portal.context().getBean(Stores.class);
        Review review = portal.context().getBean(Review.class);
        byte[] picture = Files.readAllBytes(Path.of(PICTURE));
        for (ContentType type :
                portal.context().getBean(DefinitionRegistry.class).current().contentTypes()) {
            plant(type, stores, review, picture);
        }
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static void plant(ContentType type, Stores stores, Review review, byte[] picture) {
        PlantedFields fields = new PlantedFields(type);
        stores.author().update(Identity.SYSTEM, session -> {
            Node asset = asset(Workspace.DAM.root(session), "zqx-" + type.name() + ".png", picture);
            Node item = new Workspace(type.workspace()).root(session).addNode(NAME, type.nodeType());
            item.setProperty("auteur", SALARIEE.name());
            item.setProperty("visibilite", "ca");
            review.move(session, item, "publier", SALARIEE, 0, "", node -> {
                fields.plant(node);
                node.setProperty("name", NAME);
                node.setProperty("visibilite", "ca");
                dates(node);
                show(type, node, asset.getIdentifier());
            });
            identifiers.put(type.name(), item.getIdentifier());
            type.extension()
                    .address()
                    .fill(property -> value(item, property))
                    .ifPresent(address -> planted.put(type.name(), address));
            pictures.add("/dam/jcr:" + asset.getIdentifier() + "/zqx-" + type.name() + ".png");
            pictures.add("/.imaging/mte/portail/carte/dam/zqx-" + type.name() + ".png/jcr:content/zqx-" + type.name()
                    + ".png");
        });
    }

    /** What makes a page, a list, a calendar or a map show an item that is public. */
    private static void dates(Node node) throws RepositoryException {
        java.time.Instant soon = java.time.Instant.now().plus(java.time.Duration.ofDays(3));
        for (String name : List.of("debut", "cloture", "verifieLe", "date")) {
            node.setProperty(name, Dates.utc(soon));
        }
        if (node.isNodeType("bocage:annonce")) {
            node.setProperty("type", "appel-a-projets");
        }
    }

    private static void show(ContentType type, Node node, String asset) throws RepositoryException {
        for (ContentType.Property property : type.properties()) {
            ContentType.SubModel inner = type.subModels().get(property.type());
            if (inner != null
                    && inner.properties().stream().anyMatch(one -> one.type().equals("asset"))) {
                Node holder = node.getNode(property.name());
                Node entry = property.multiple() ? holder.getNode("0") : holder;
                for (ContentType.Property one : inner.properties()) {
                    if (one.type().equals("asset")) {
                        entry.setProperty(one.name(), "jcr:" + asset);
                    }
                }
                return;
            }
        }
        for (ContentType.Property property : type.properties()) {
            if (property.type().equals("asset")) {
                node.setProperty(property.name(), "jcr:" + asset);
            }
        }
    }

    private static Node asset(Node dam, String name, byte[] bytes) throws RepositoryException {
        Node asset = dam.addNode(name, "mgnl:asset");
        asset.setProperty("caption", MARK + "-image");
        Node content = asset.addNode("jcr:content", "mgnl:resource");
        content.setProperty(
                "jcr:data", dam.getSession().getValueFactory().createBinary(new java.io.ByteArrayInputStream(bytes)));
        content.setProperty("jcr:mimeType", "image/png");
        content.setProperty("fileName", name);
        content.setProperty("width", 32);
        content.setProperty("height", 32);
        return asset;
    }

    private static java.util.Optional<Object> value(Node node, String property) {
        try {
            return node.hasProperty(property)
                    ? java.util.Optional.of(
                            node.getProperty(property).getType() == javax.jcr.PropertyType.DATE
                                    ? node.getProperty(property).getDate().toInstant()
                                    : node.getProperty(property).getString())
                    : java.util.Optional.empty();
        } catch (RepositoryException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> get(String path) {
        return new Browser(portal.port()).get(path);
    }

    private static void showsNothing(String path) {
        assertThat(get(path).body()).as(path).doesNotContain(MARK).doesNotContain(NAME);
    }

    private static void isNotThere(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.body()).as(path).doesNotContain(MARK);
    }

    private static Browser boardMember() {
        return Browser.signedIn(portal.port(), "ca");
    }

    @Test
    void IN_08_the_items_are_there_for_those_they_are_for() {
        Browser member = boardMember();

        assertThat(planted).containsKeys("actus", "evenements", "annonces", "acteurs", "ressources", "actions");
        planted.forEach((type, address) ->
                assertThat(member.get(address).statusCode()).as(address).isNotEqualTo(404));
        long there = pictures.stream()
                .filter(address -> member.get(address).statusCode() == 200)
                .count();
        assertThat(there).isGreaterThan(8);
    }

    @Test
    void IN_08_no_page_of_one_is_there_for_a_visitor() {
        planted.values().forEach(NothingLeaksTests::isNotThere);
        planted.values().forEach(address -> isNotThere(address + ".ics"));
        planted.values().forEach(address -> isNotThere(address + ".vcf"));
        isNotThere("/reseau/contacts/" + NAME + ".vcf");
    }

    @Test
    void IN_08_no_picture_of_one_is_there_for_a_visitor_at_any_size() {
        pictures.forEach(NothingLeaksTests::isNotThere);
    }

    @Test
    void IN_08_no_short_address_and_no_code_lead_to_one() {
        identifiers.values().forEach(id -> {
            isNotThere("/l/" + ShortAddress.code(id));
            isNotThere("/l/" + ShortAddress.code(id) + ".svg");
            isNotThere("/l/" + ShortAddress.code(id) + ".json");
        });
    }

    @Test
    void IN_08_no_search_and_no_suggestion_finds_one() {
        for (String words : List.of(MARK, NAME, MARK + "-titre")) {
            String asked = java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);
            assertThat(Browser.page(get("/recherche?q=" + asked))
                            .select("main a")
                            .eachAttr("href"))
                    .noneMatch(address -> address.contains(NAME + "/") || address.endsWith(NAME));
            showsNothingBut(words, "/recherche/suggestions?q=" + asked);
        }
    }

    private static void showsNothingBut(String words, String path) {
        assertThat(get(path).body().replace(words, "")).as(path).doesNotContain(MARK);
    }

    @Test
    void IN_08_no_application_reads_one() {
        for (ContentType type :
                portal.context().getBean(DefinitionRegistry.class).current().contentTypes()) {
            showsNothing("/.rest/delivery/" + type.name() + "/v1?limit=100");
            isNotThere("/.rest/delivery/" + type.name() + "/v1/" + NAME);
            showsNothing("/api/" + type.name() + "?taille=100");
        }
    }

    @Test
    void IN_08_no_list_feed_calendar_map_or_plan_shows_one() {
        Set<String> outlets = new TreeSet<>(Set.of(
                "/",
                "/sitemap.xml",
                "/flux",
                "/actualites/atom.xml",
                "/actualites/flux.xml",
                "/actualites/pole/flux.xml",
                "/actualites/territoire/flux.xml",
                "/annonces/flux.xml",
                "/annonces/atom.xml",
                "/annonces/appels-a-projets/flux.xml",
                "/agenda.ics",
                "/api/agenda?taille=100",
                "/api/actualites?taille=100",
                "/reseau/carte",
                "/coups-de-coeur"));
        Stream.of(
                        "/agenda",
                        "/actualites",
                        "/actualites/photos",
                        "/annonces",
                        "/annonces/appels-a-projets",
                        "/reseau/acteurs")
                .forEach(outlets::add);
        outlets.addAll(Map.of(
                        "/reseau/lieux",
                        1,
                        "/reseau/projets",
                        1,
                        "/reseau/contacts",
                        1,
                        "/ressources",
                        1,
                        "/le-pole/actions",
                        1,
                        "/le-pole/missions",
                        1)
                .keySet());
        outlets.addAll(fixed());
        assertThat(outlets).contains("/agenda.ics", "/reseau/acteurs.geojson", "/reseau/acteurs.csv");
        outlets.forEach(NothingLeaksTests::showsNothing);
    }

    /** The addresses of the host that have no variable part. */
    private static Set<String> fixed() {
        Set<String> found = new TreeSet<>();
        portal.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    boolean isRead = mapping.getMethodsCondition().getMethods().stream()
                            .anyMatch(method -> method.asHttpMethod().equals(HttpMethod.GET));
                    mapping.getPatternValues().stream()
                            .filter(pattern -> isRead
                                    && pattern.startsWith("/")
                                    && !pattern.contains("{")
                                    && !pattern.contains("*"))
                            .forEach(found::add);
                });
        return found;
    }

    @Test
    void IN_08_what_becomes_internal_leaves_with_its_picture() {
        Stores stores = portal.context().getBean(Stores.class);
        Review review = portal.context().getBean(Review.class);
        Map<String, String> asset = new LinkedHashMap<>();
        byte[] bytes = picture();
        for (String visibility : List.of("public", "ca")) {
            stores.author().update(Identity.SYSTEM, session -> {
                Node dam = Workspace.DAM.root(session);
                Node image = dam.hasNode("zqy.png") ? dam.getNode("zqy.png") : asset(dam, "zqy.png", bytes);
                asset.put("id", image.getIdentifier());
                Node root = new Workspace("actus").root(session);
                boolean isNew = !root.hasNode("zqy-actu");
                Node item = isNew ? root.addNode("zqy-actu", "bocage:actu") : root.getNode("zqy-actu");
                if (isNew) {
                    item.setProperty("auteur", SALARIEE.name());
                }
                long revision = org.bocage.cms.repository.Revisions.number(item);
                review.move(session, item, "publier", SALARIEE, revision, "", node -> {
                    node.setProperty("name", "zqy-actu");
                    node.setProperty("titre", "Elle change");
                    node.setProperty("visibilite", visibility);
                    Node photos = node.hasNode("photos")
                            ? node.getNode("photos")
                            : node.addNode("photos", "mgnl:contentNode");
                    Node photo = photos.hasNode("0") ? photos.getNode("0") : photos.addNode("0", "mgnl:contentNode");
                    photo.setProperty("image", "jcr:" + image.getIdentifier());
                });
            });
            assertThat(get("/dam/jcr:" + asset.get("id") + "/zqy.png").statusCode())
                    .as(visibility)
                    .isEqualTo(visibility.equals("public") ? 200 : 404);
        }
    }

    private static byte[] picture() {
        try {
            return Files.readAllBytes(Path.of(PICTURE));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
