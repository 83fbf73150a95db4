package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.rendering.ShortAddress;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Items of each content type that are not for a visitor — published for the CA, for the members, as an internal date, or not
 * published: proposed, being written — with a word of their own in all their texts and a picture of their own: a visitor finds
 * none anywhere. The types are those of the definitions, the pages those that links lead to: a new one is tried too.
 */
class NothingLeaksTests {

    private static final Actor SALARIEE = new Actor("salariee", "Noor", Set.of("salariee"));
    /** What the names of all the planted items begin with. */
    private static final String NAME = "zqx-";

    private static final String MARK = PlantedFields.OPEN;
    private static final String PICTURE = "light-modules/portail/webresources/favicon-32.png";

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    /** Why an item is not for a visitor. */
    private enum Kept {
        CA,
        ADHERENTS,
        INTERNE,
        PROPOSE,
        BROUILLON;

        String name(ContentType type) {
            return NAME + name().toLowerCase(java.util.Locale.ROOT) + "-" + type.name();
        }

        boolean is(ContentType type) {
            return switch (this) {
                case ADHERENTS ->
                    type.property("visibilite").stream()
                            .anyMatch(field -> field.options().stream()
                                    .anyMatch(option -> option.value().equals("adherents")));
                case INTERNE -> type.property("interne").isPresent();
                default -> true;
            };
        }

        String visibility() {
            return switch (this) {
                case CA -> "ca";
                case ADHERENTS -> "adherents";
                default -> "public";
            };
        }

        String action() {
            return switch (this) {
                case PROPOSE -> "proposer";
                case BROUILLON -> "enregistrer";
                default -> "publier";
            };
        }
    }

    /** Where a page of a planted item would be, by its name. */
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
            for (Kept kept : Kept.values()) {
                if (kept.is(type)) {
                    plant(type, kept, stores, review, picture);
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static void plant(ContentType type, Kept kept, Stores stores, Review review, byte[] picture) {
        PlantedFields fields = new PlantedFields(type);
        String name = kept.name(type);
        stores.author().update(Identity.SYSTEM, session -> {
            Node asset = asset(Workspace.DAM.root(session), name + ".png", picture);
            Node item = new Workspace(type.workspace()).root(session).addNode(name, type.nodeType());
            item.setProperty("auteur", SALARIEE.name());
            item.setProperty("visibilite", kept.visibility());
            review.move(session, item, kept.action(), SALARIEE, 0, "", node -> {
                fields.plant(node);
                node.setProperty("name", name);
                node.setProperty("visibilite", kept.visibility());
                dates(node);
                show(type, node, asset.getIdentifier());
                if (kept == Kept.INTERNE) {
                    node.setProperty("interne", true);
                }
            });
            identifiers.put(name, item.getIdentifier());
            type.extension()
                    .address()
                    .fill(Workspace.pathInWorkspace(item.getPath()), property -> value(item, property))
                    // a place on a page is there with the page, which is looked at itself
                    .filter(address -> address.indexOf('#') < 0)
                    .ifPresent(address -> planted.put(name, address));
            pictures.add("/dam/jcr:" + asset.getIdentifier() + "/" + name + ".png");
            pictures.add("/.imaging/mte/portail/carte/dam/" + name + ".png/jcr:content/" + name + ".png");
        });
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofDays(3));
    }

    /** What makes a page, a list, a calendar or a map show an item that is public. */
    static void dates(Node node) throws RepositoryException {
        for (String name : List.of("debut", "cloture", "verifieLe", "date")) {
            node.setProperty(name, Dates.utc(soon()));
        }
        if (node.isNodeType("bocage:annonce")) {
            node.setProperty("type", "appel-a-projets");
        }
    }

    static void show(ContentType type, Node node, String asset) throws RepositoryException {
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

    static Node asset(Node dam, String name, byte[] bytes) throws RepositoryException {
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

    static java.util.Optional<Object> value(Node node, String property) {
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

        assertThat(planted)
                .containsKeys(
                        NAME + "ca-actus",
                        NAME + "adherents-acteurs",
                        NAME + "interne-evenements",
                        NAME + "propose-annonces",
                        NAME + "brouillon-actions");
        planted.forEach((name, address) -> assertThat(member.get(address).statusCode() == 404)
                .as(address)
                .isEqualTo(name.startsWith(NAME + "propose-") || name.startsWith(NAME + "brouillon-")));
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
        identifiers.keySet().forEach(name -> isNotThere("/reseau/contacts/" + name + ".vcf"));
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
        for (String words : List.of(MARK, NAME + "ca-actus", MARK + "-titre")) {
            String asked = java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);
            for (String wider : List.of("", "&passe=oui")) {
                assertThat(Browser.page(get("/recherche?q=" + asked + wider))
                                .select("main a")
                                .eachAttr("href"))
                        .noneMatch(address -> address.matches(".*/" + NAME + "[a-z-]+/?"));
            }
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
            for (Kept kept : Kept.values()) {
                isNotThere("/.rest/delivery/" + type.name() + "/v1/" + kept.name(type));
            }
            showsNothing("/api/" + type.name() + "?taille=100");
        }
    }

    @Test
    void IN_08_no_page_feed_calendar_map_or_plan_that_a_link_leads_to_shows_one() {
        Crawl crawl = Crawl.of(portal);
        Set<String> outlets = new TreeSet<>(crawl.addresses());
        outlets.addAll(fixed());
        outlets.addAll(Jsoup.parse(get("/sitemap.xml").body(), Parser.xmlParser()).select("loc").stream()
                .map(one -> URI.create(one.text()).getPath())
                .toList());
        outlets.add("/sitemap.xml");
        // those in which the planted ones would be, by their day
        LocalDate day = LocalDate.ofInstant(soon(), ZoneId.of("Europe/Paris"));
        outlets.add("/agenda/mois/%tY-%<tm".formatted(day));
        outlets.add("/agenda/archives/%tY/%<tm".formatted(day));
        Stream.of("/le-pole/actions", "/agenda", "/reseau/lieux").forEach(list -> outlets.add(list + "?vue=images"));

        assertThat(outlets)
                .as("what is tried")
                .contains(
                        "/agenda.ics",
                        "/reseau/acteurs.geojson",
                        "/reseau/acteurs.csv",
                        "/reseau/carte",
                        "/reseau",
                        "/reseau/adherents",
                        "/plan-du-site",
                        "/sitemap.xml",
                        "/actualites/flux.xml",
                        "/annonces/flux.xml",
                        "/ressources/financements",
                        "/le-pole/equipe",
                        "/le-pole/formations",
                        "/le-pole/formations.ics",
                        "/le-pole/graines",
                        "/coups-de-coeur");
        for (String some : List.of(
                "/agenda/archives/[0-9]{4}/[0-9]{2}",
                "/commune/[a-z-]+",
                "/ressources/pour/[a-z-]+",
                "/ressources/pochettes/[a-z-]+",
                "/annonces/[a-z-]+/flux.xml",
                ".*vue=images.*")) {
            assertThat(outlets).as(some).anyMatch(address -> address.matches(some));
        }
        assertThat(crawl.pages().values()).noneMatch(NothingLeaksTests::tells);
        outlets.removeAll(crawl.pages().keySet());
        outlets.forEach(NothingLeaksTests::showsNothing);
    }

    private static boolean tells(String text) {
        return text.contains(MARK) || text.contains(NAME);
    }

    @Test
    void IN_08_the_letter_that_goes_to_everybody_tells_none() {
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        String letter = salariee.submit(salariee.get("/espace/lettres"), Map.of())
                .headers()
                .firstValue("Location")
                .map(address -> URI.create(address).getPath())
                .orElseThrow();

        assertThat(salariee.read(letter + "/page").select("h3 a")).hasSizeGreaterThan(5);
        assertThat(salariee.get(letter + "/page").body())
                .satisfies(text -> assertThat(tells(text)).isFalse());
        assertThat(salariee.get(letter).body())
                .as("what there is to choose from")
                .satisfies(text -> assertThat(tells(text)).isFalse());
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
                long revision = org.bocage.cms.repository.revisions.Revisions.number(item);
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

    static byte[] picture() {
        try {
            return Files.readAllBytes(Path.of(PICTURE));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
