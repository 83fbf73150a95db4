package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bocage.Bocage;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.DemoHome;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xml.sax.InputSource;
import tools.jackson.databind.ObjectMapper;

/**
 * Every page and component template of the light modules, rendered from a real store with markup and quotes in every
 * property of every node. Templates and their fields are those of the definitions: a new one is rendered too.
 */
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "bocage.page-cache=false"})
@Import(EverybodyPasses.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class EscapedTemplatesTests {

    private static final String MARKUP = "<b>'\"";
    private static final String PLANTED = "zq" + MARKUP + "qz";
    private static final List<String> WORKSPACES = List.of("website", "actus", "acteurs", "vocabulaires", "dam");

    @TempDir
    static Path home;

    private static int number;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private DefinitionRegistry registry;

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private Set<String> richTexts = Set.of();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home.resolve("data" + number++));
        properties.add("bocage.home", () -> data);
        properties.add("bocage.light-modules", () -> "light-modules");
    }

    @BeforeEach
    void names_the_rich_texts() {
        var definitions = registry.current();
        richTexts = new TreeSet<>();
        definitions
                .contentTypes()
                .forEach(type -> type.properties().stream()
                        .filter(property -> property.type().equals("richText"))
                        .forEach(property -> richTexts.add(type.nodeType() + " " + property.name())));
    }

    /** Without structure: references and choices still lead somewhere, so that all branches are drawn. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void no_property_of_any_node_brings_markup_into_a_page(boolean structureToo)
            throws IOException, InterruptedException {
        new PublishedWriter(stores).write(session -> {
            addOneOfEach(session, structureToo);
            for (String workspace : WORKSPACES) {
                plant(session.getNode("/" + workspace), structureToo);
            }
            findAddresses(session);
        });

        assertThat(addresses.keySet())
                .containsAll(registry.current().templates().stream()
                        .map(TemplateDefinition::id)
                        .toList());
        for (Map.Entry<String, String> page : addresses.entrySet()) {
            HttpResponse<String> answer = get(page.getValue());
            assertThat(answer.statusCode()).as(page.toString()).isIn(200, 301, 404);
            String kind = answer.headers().firstValue("Content-Type").orElse("");
            if (kind.startsWith("text/html") && answer.statusCode() != 301) {
                assertClean(page.toString(), answer.body());
            } else if (kind.contains("xml")) {
                assertWellFormed(page.toString(), answer.body());
            }
        }
        if (!structureToo) {
            assertShown();
        }
    }

    @Test
    void an_address_and_its_parameters_bring_no_markup_into_a_page() throws IOException, InterruptedException {
        String encoded = "zq%3Cb%3E%27%22qz";
        for (String address : List.of(
                "/" + encoded,
                "/actualites/2026/" + encoded,
                "/actualites?page=" + encoded,
                "/actualites?theme=" + encoded,
                "/actualites?commune=" + encoded,
                "/?" + encoded + "=" + encoded)) {
            assertClean(address, get(address).body());
        }
    }

    /** A page for each page template, and a page that holds a component of each component template. */
    private void addOneOfEach(Session session, boolean structureToo) throws RepositoryException {
        Node website = session.getNode("/website");
        Node holder = website.addNode("zq-composants", "mgnl:page");
        holder.setProperty("mgnl:template", "portail:pages/page");
        Node area = holder.addNode("contenu", "mgnl:area");
        int count = 0;
        for (TemplateDefinition template : registry.current().templates()) {
            Node node = template.isPage()
                    ? website.addNode("zq-page-" + count, "mgnl:page")
                    : area.addNode("0" + count, "mgnl:component");
            count++;
            node.setProperty("mgnl:template", template.id());
            for (FieldDefinition field : fields(template)) {
                fill(node, field, template.id(), structureToo);
            }
            // an area with nothing in it may leave its heading out
            for (String empty : template.areas().keySet()) {
                if (!template.isPage()) {
                    node.addNode(empty, "mgnl:area")
                            .addNode("0", "mgnl:component")
                            .setProperty("mgnl:template", "portail:components/texte");
                }
            }
            addresses.put(
                    template.id(),
                    template.isPage() ? node.getPath().substring("/website".length()) : "/zq-composants");
        }
    }

    /** Fills a field; it leads to a node that is there unless structure is planted, too, as a missing node may hide what says something of it. */
    private void fill(Node node, FieldDefinition field, String kind, boolean structureToo) throws RepositoryException {
        if (field instanceof FieldDefinition.RichTextField) {
            richTexts.add(kind + " " + field.name());
        } else if (field instanceof FieldDefinition.MultiField entries
                && entries.field() instanceof FieldDefinition.CompositeField entry) {
            Node first = node.addNode(field.name(), "mgnl:contentNode").addNode("0", "mgnl:contentNode");
            for (FieldDefinition inner : entry.form().properties()) {
                fill(first, inner, "mgnl:contentNode", structureToo);
            }
        } else if (field.storage() == FieldDefinition.Storage.PROPERTY) {
            Optional<Node> chosen = structureToo ? Optional.empty() : choice(node.getSession(), field);
            node.setProperty(field.name(), chosen.isPresent() ? key(chosen.get()) : "texte");
        }
    }

    private static Optional<Node> choice(Session session, FieldDefinition field) throws RepositoryException {
        if (field instanceof FieldDefinition.ComboBoxField box && box.datasource() instanceof Datasource.Jcr nodes) {
            return first(session.getNode("/" + nodes.workspace()), nodes.allowedNodeTypes());
        }
        if (!(field instanceof FieldDefinition.LinkField link)) {
            return Optional.empty();
        }
        if (link.form() == FieldDefinition.LinkField.Form.ASSET_KEY) {
            return first(session.getNode("/dam"), List.of("mgnl:asset"));
        }
        return link.target() == FieldDefinition.LinkField.Target.PAGE
                        && link.form() == FieldDefinition.LinkField.Form.IDENTIFIER
                ? first(session.getNode("/website"), List.of("mgnl:page"))
                : Optional.empty();
    }

    private static Optional<Node> first(Node parent, List<String> types) throws RepositoryException {
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            Optional<Node> found =
                    types.contains(child.getPrimaryNodeType().getName()) ? Optional.of(child) : first(child, types);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String key(Node chosen) throws RepositoryException {
        return (chosen.isNodeType("mgnl:asset") ? "jcr:" : "") + chosen.getIdentifier();
    }

    private List<FieldDefinition> fields(TemplateDefinition template) {
        return registry.current()
                .dialog(template.dialog())
                .map(dialog -> dialog.form().properties())
                .orElse(List.of());
    }

    private void plant(Node node, boolean structureToo) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (isToPlant(property, structureToo)) {
                if (property.isMultiple()) {
                    node.setProperty(property.getName(), new String[] {PLANTED});
                } else {
                    property.setValue(PLANTED + kind(node));
                }
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:") && !child.isNodeType("mgnl:resource")) {
                plant(child, structureToo);
            }
        }
    }

    /** Rich text is markup; it is cleaned when it is saved. */
    private boolean isToPlant(Property property, boolean structureToo) throws RepositoryException {
        String name = property.getName();
        if (property.getType() != PropertyType.STRING
                || property.getDefinition().isProtected()
                || name.equals("mgnl:template")
                || name.startsWith("jcr:")
                || richTexts.contains(kind(property.getParent()) + " " + name)) {
            return false;
        }
        return structureToo || !isStructure(property);
    }

    /** The template that shows a node, else its type. */
    private static String kind(Node node) throws RepositoryException {
        return node.hasProperty("mgnl:template")
                ? node.getProperty("mgnl:template").getString()
                : node.getPrimaryNodeType().getName();
    }

    private static boolean isStructure(Property property) throws RepositoryException {
        String first = property.isMultiple()
                ? (property.getValues().length == 0 ? "" : property.getValues()[0].getString())
                : property.getString();
        return first.matches("(jcr:)?[0-9a-f]{8}-[0-9a-f-]{27}.*|true|false|[0-9]{1,3}")
                || Set.of("origine", "genre", "name", "visibilite", "nombre", "parcelle")
                        .contains(property.getName());
    }

    /** Every page there is, and every item that has an address. */
    private void findAddresses(Session session) throws RepositoryException {
        pages(session.getNode("/website"));
        items(session.getNode("/actus"));
        addresses.put("an address without page", "/zq-nulle-part");
    }

    private void pages(Node parent) throws RepositoryException {
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:page")) {
                String path = child.getPath().substring("/website".length());
                addresses.put(path, path);
                pages(child);
            }
        }
    }

    private void items(Node parent) throws RepositoryException {
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:folder")) {
                items(child);
            } else if (child.isNodeType("bocage:actu")) {
                int year = child.getProperty("publie").getDate().get(java.util.Calendar.YEAR);
                addresses.put(child.getPath(), "/actualites/" + year + "/" + child.getName());
            }
        }
    }

    private static void assertClean(String page, String html) {
        assertThat(html).as(page).contains("</html>").doesNotContain(MARKUP).doesNotContain("zq<");
        Document document = Jsoup.parse(html);
        assertThat(document.select("b")).as(page + ": no planted element").isEmpty();
        assertThat(document.text()).as(page + ": nothing encoded twice").doesNotContain("&lt;b", "&quot;", "&#39;");
        for (Element element : document.getAllElements()) {
            assertThat(element.attributes().asList())
                    .as(page + ": attributes of " + element.tagName())
                    .allMatch(attribute -> attribute.getKey().matches("[a-zA-Z:@_][a-zA-Z0-9:._-]*")
                            && !attribute.getKey().contains("qz")
                            && !attribute.getValue().contains("&lt;"));
        }
        for (Element data : document.select("script[type=application/ld+json]")) {
            assertThat(data.data()).as(page + ": data for machines").doesNotContain("<");
            assertThat(new ObjectMapper().readTree(data.data()).isObject()).isTrue();
        }
    }

    /** What was planted is there to be read, so that none was just left out. */
    private void assertShown() throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>(registry.current().templates().stream()
                .filter(template -> !template.isPage())
                .map(TemplateDefinition::id)
                .toList());
        removeShown(missing, "/zq-composants");
        // some show themselves on the page of a commune or of a structure alone
        for (String what : subjects()) {
            if (!missing.isEmpty()) {
                removeShown(missing, "/zq-composants?" + what);
            }
        }
        assertThat(missing).as("components that show none of their properties").isEmpty();
        assertThat(Jsoup.parse(get("/accueil").body()).text()).contains(PLANTED);
        assertThat(Jsoup.parse(get("/actualites").body()).text()).contains(PLANTED);
    }

    private static void assertWellFormed(String page, String xml) {
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml))))
                .as(page)
                .doesNotThrowAnyException();
    }

    private void removeShown(List<String> missing, String address) throws IOException, InterruptedException {
        Document components = Jsoup.parse(get(address).body());
        String shown = components.text() + components.select("[alt]").eachAttr("alt");
        missing.removeIf(template -> shown.contains(PLANTED + template));
    }

    private List<String> subjects() {
        return stores.published().read(Identity.SYSTEM, session -> {
            List<String> subjects = new ArrayList<>();
            for (NodeIterator nodes = session.getNode("/vocabulaires/communes").getNodes(); nodes.hasNext(); ) {
                subjects.add("commune=" + nodes.nextNode().getName());
            }
            for (NodeIterator nodes = session.getNode("/acteurs").getNodes(); nodes.hasNext(); ) {
                subjects.add("acteur=" + nodes.nextNode().getName());
            }
            return subjects;
        });
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
