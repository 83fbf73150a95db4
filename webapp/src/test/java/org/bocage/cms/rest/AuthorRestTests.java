package org.bocage.cms.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.jcr.Node;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.FullDisk;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.cms.rest.delivery.ContentDelivery;
import org.bocage.cms.rest.delivery.DeliveryCache;
import org.bocage.cms.rest.delivery.WorkspaceBypass;
import org.bocage.cms.rest.nodes.NodesApi;
import org.bocage.cms.rest.nodes.PropertiesApi;
import org.bocage.cms.rest.openapi.DocsPage;
import org.bocage.cms.rest.openapi.OpenApi;
import org.bocage.cms.rest.web.RestHandler;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.view.freemarker.FreeMarkerViewResolver;

/** Answers of the author store to applications of people who read it, and what they may write. */
@Tag("fast")
class AuthorRestTests {

    private static final Workspace STRUCTURES = new Workspace("acteurs");
    private static final Identity READER =
            Identity.of("lea", Set.of("lecture"), Set.of(Audience.MEMBERS, Audience.BOARD));
    private static final Identity WRITER = Identity.of("ines", Set.of("ecriture"), Set.of());
    private static final Identity OF_A_SUBTREE = Identity.of("tom", Set.of("pole"), Set.of());
    private static final String EXTENSION = "fields: {siret: {readers: staff}}\n";
    private static final String DELIVERY = "/author/.rest/delivery/acteurs";

    @TempDir
    Path home;

    private final BlockingQueue<Definitions> reloads = new LinkedBlockingQueue<>();
    private Path module;
    private Stores stores;
    private ContentIndexes indexes;
    private @Nullable DefinitionRegistry registry;
    private @Nullable RestHandler handler;

    @BeforeEach
    void open() throws IOException {
        module = home.resolve("modules/m");
        write("contentTypes/acteurs.yaml", """
                datasource: {workspace: acteurs}
                model:
                  properties:
                    - name: titre
                    - name: siret
                """);
        write("bocage/acteurs.yaml", EXTENSION);
        write("restEndpoints/delivery/acteurs.yaml", """
                $type: jcrDeliveryEndpoint_v2
                workspace: acteurs
                nodeTypes: [mgnl:content]
                """);
        write("restEndpoints/delivery/pages.yaml", """
                $type: jcrDeliveryEndpoint_v2
                workspace: website
                depth: 5
                nodeTypes: [mgnl:page]
                childNodeTypes: [mgnl:page]
                """);
        stores = new Stores(
                PreparedStores.open("author", home.resolve("author")),
                PreparedStores.open("published", home.resolve("published")));
        indexes = new ContentIndexes(
                new ContentIndex(stores.author(), home.resolve("index/author")),
                new ContentIndex(stores.published(), home.resolve("index/published")));
        stores.author().update(Identity.SYSTEM, session -> {
            for (Workspace workspace : List.of(STRUCTURES, Workspace.WEBSITE)) {
                NodeTypes.ensureWorkspace(session, workspace);
                AccessControl.setRole(session, workspace, "lecture", List.of(new AccessRule("/*", 8)));
                AccessControl.setRole(session, workspace, "ecriture", List.of(new AccessRule("/*", 15)));
            }
            Node item = STRUCTURES.root(session).addNode("roue", "mgnl:content");
            item.setProperty("titre", "La Roue");
            item.setProperty("siret", "12345678901234");
            Node contact = item.addNode("contact", "mgnl:contentNode");
            contact.setProperty("name", "Rozenn");
            contact.setProperty("telephone", "06 39 98 00 08");
            Node pole = Workspace.WEBSITE.root(session).addNode("pole", "mgnl:page");
            pole.addNode("emploi", "mgnl:page").setProperty("title", "Emploi");
            pole.addNode("prive", "mgnl:page").addNode("equipe", "mgnl:page").setProperty("title", "Équipe");
            AccessControl.setRole(
                    session,
                    Workspace.WEBSITE,
                    "pole",
                    List.of(
                            new AccessRule("/pole/emploi", 15),
                            new AccessRule("/pole/emploi/*", 15),
                            new AccessRule("/pole/prive/*", 15)));
        });
    }

    private void start() {
        registry = DefinitionRegistry.watching(List.of(home.resolve("modules")));
        registry.onReload(reloads::add);
        handler = handler(registry, new NodesApi(stores, registry));
    }

    private RestHandler handler(DefinitionRegistry definitions, NodesApi nodes) {
        ContentDelivery delivery = new ContentDelivery(
                stores,
                indexes,
                definitions,
                new WorkspaceBypass(stores),
                new DeliveryCache(stores, indexes, definitions, false),
                "");
        RestReader reader = http -> (Identity) java.util.Objects.requireNonNull(http.getAttribute("reader"));
        return new RestHandler(
                definitions,
                delivery,
                nodes,
                new PropertiesApi(stores, definitions),
                new OpenApi(),
                new DocsPage(new FreeMarkerViewResolver()),
                new StaticListableBeanFactory(Map.of("reader", reader)).getBeanProvider(RestReader.class));
    }

    @AfterEach
    void close() throws IOException {
        if (registry != null) {
            registry.close();
        }
        indexes.author().close();
        indexes.published().close();
        stores.author().close();
        stores.published().close();
    }

    @Test
    void who_reads_an_item_is_told_no_field_of_the_staff() throws Exception {
        start();

        assertThat(get(READER, DELIVERY + "/roue").getContentAsString())
                .contains("La Roue")
                .doesNotContain("12345678901234");
        assertThat(get(WRITER, DELIVERY + "/roue").getContentAsString()).contains("12345678901234");
    }

    @Test
    void after_a_start_with_a_broken_definition_items_are_told_with_their_names_to_who_may_not_write_them()
            throws Exception {
        write("bocage/acteurs.yaml", EXTENSION + "stray: true\n");
        start();

        for (String path : List.of(DELIVERY, DELIVERY + "/roue", "/author/.rest/nodes/v1/acteurs/roue")) {
            assertThat(get(READER, path).getContentAsString())
                    .contains("roue")
                    .doesNotContain("12345678901234", "La Roue");
        }
        assertThat(get(READER, "/author/.rest/nodes/v1/acteurs/roue/contact").getContentAsString())
                .contains("contact")
                .doesNotContain("06 39 98", "Rozenn");
        assertThat(get(READER, "/author/.rest/properties/v1/acteurs/roue/siret").getStatus())
                .isEqualTo(404);
        assertThat(get(WRITER, DELIVERY + "/roue").getContentAsString()).contains("12345678901234");
    }

    @Test
    void after_a_start_with_a_broken_definition_nobody_filters_by_a_field_that_they_are_not_told() throws Exception {
        write("bocage/acteurs.yaml", EXTENSION + "stray: true\n");
        start();

        assertThat(get(READER, DELIVERY + "?siret=12345678901234").getStatus()).isEqualTo(403);
        assertThat(get(READER, DELIVERY + "?orderBy=siret").getStatus()).isEqualTo(403);
        assertThat(get(READER, DELIVERY + "?q=12345678901234").getStatus()).isEqualTo(403);
        assertThat(get(WRITER, DELIVERY + "?siret=12345678901234").getContentAsString())
                .contains("La Roue");
    }

    @Test
    void while_a_type_is_renamed_without_its_extension_its_items_stay_closed() throws Exception {
        start();
        Files.move(module.resolve("contentTypes/acteurs.yaml"), module.resolve("contentTypes/structures.yaml"));
        assertThat(reloads.poll(10, TimeUnit.SECONDS)).isNotNull();

        assertThat(get(READER, DELIVERY + "/roue").getContentAsString())
                .contains("roue")
                .doesNotContain("12345678901234");
        assertThat(get(READER, DELIVERY + "?siret=12345678901234").getStatus()).isEqualTo(403);
    }

    @Test
    void a_role_for_a_subtree_reads_and_writes_there() throws Exception {
        start();

        assertThat(get(OF_A_SUBTREE, "/author/.rest/delivery/pages/pole/emploi").getContentAsString())
                .contains("Emploi");
        assertThat(get(OF_A_SUBTREE, "/author/.rest/nodes/v1/website/pole/emploi")
                        .getContentAsString())
                .contains("Emploi");
        assertThat(get(OF_A_SUBTREE, "/author/.rest/delivery/pages/pole/prive/equipe")
                        .getContentAsString())
                .contains("Équipe");
        String subpage = "{\"name\": \"stage\", \"type\": \"mgnl:folder\"}";
        assertThat(send("PUT", OF_A_SUBTREE, "/author/.rest/nodes/v1/website/pole/prive/equipe", subpage)
                        .getStatus())
                .isEqualTo(200);
        assertThat(send("DELETE", OF_A_SUBTREE, "/author/.rest/nodes/v1/website/pole/prive/equipe/stage", "")
                        .getStatus())
                .isEqualTo(200);
        assertThat(get(OF_A_SUBTREE, "/author/.rest/delivery/pages/pole").getStatus())
                .isEqualTo(404);
    }

    @Test
    void what_is_readable_of_an_item_that_is_not_stays_closed() throws Exception {
        stores.author().update(Identity.SYSTEM, session -> {
            AccessControl.setRole(session, STRUCTURES, "pole", List.of(new AccessRule("/roue/*", 8)));
        });
        start();

        assertThat(get(OF_A_SUBTREE, "/author/.rest/nodes/v1/acteurs/roue/contact")
                        .getContentAsString())
                .contains("contact")
                .doesNotContain("06 39 98", "Rozenn");
    }

    @Test
    void an_imported_item_that_an_application_changes_can_be_gone_back_to() throws Exception {
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> Revisions.setOnline(STRUCTURES.root(session).getNode("roue"), 0));
        start();

        String change = "{\"properties\": [{\"name\": \"titre\", \"type\": \"String\", \"values\": [\"Une autre\"]}]}";
        assertThat(send("POST", WRITER, "/author/.rest/nodes/v1/acteurs/roue", change)
                        .getStatus())
                .isEqualTo(200);

        stores.author().update(Identity.SYSTEM, session -> {
            Node item = STRUCTURES.root(session).getNode("roue");
            assertThat(item.getProperty("titre").getString()).isEqualTo("Une autre");
            assertThat(Revisions.online(item)).hasValue(0);
            assertThat(Revisions.restore(session, item, 0, any -> true)).isTrue();
            assertThat(item.getProperty("titre").getString()).isEqualTo("La Roue");
        });
    }

    @Test
    void an_application_is_told_when_the_disk_is_full() throws Exception {
        start();
        DefinitionRegistry definitions = java.util.Objects.requireNonNull(registry);
        handler = handler(definitions, new NodesApi(stores, definitions) {
            @Override
            public RestAnswer answer(RestRequest request) {
                throw FullDisk.refusal();
            }
        });

        MockHttpServletResponse answer = send("DELETE", WRITER, "/author/.rest/nodes/v1/acteurs/roue", "");

        assertThat(answer.getStatus()).isEqualTo(507);
        assertThat(answer.getContentType()).startsWith("application/json");
        assertThat(answer.getContentAsString()).contains("insufficientStorage").doesNotContain("kB left");
    }

    private void write(String file, String text) throws IOException {
        Path path = module.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private MockHttpServletResponse get(Identity reader, String address) throws Exception {
        return send("GET", reader, address, "");
    }

    private MockHttpServletResponse send(String method, Identity reader, String address, String body) throws Exception {
        String[] parts = address.split("\\?", 2);
        MockHttpServletRequest request = new MockHttpServletRequest(method, parts[0]);
        request.setServletPath(parts[0]);
        request.setAttribute("reader", reader);
        if (parts.length > 1) {
            String[] parameter = parts[1].split("=", 2);
            request.setQueryString(parts[1]);
            request.setParameter(parameter[0], parameter[1]);
        }
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse response = new MockHttpServletResponse();
        java.util.Objects.requireNonNull(handler).handleRequest(request, response);
        return response;
    }
}
