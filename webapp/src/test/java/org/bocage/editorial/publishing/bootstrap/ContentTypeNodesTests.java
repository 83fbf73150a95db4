package org.bocage.editorial.publishing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.jcr.Node;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.files.Problem;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the node types of a content type come from. */
@Tag("fast")
class ContentTypeNodesTests {

    private static final Workspace TOOLS = new Workspace("outils");

    @TempDir
    Path home;

    @BeforeEach
    void writeModule() throws IOException {
        write("module.yaml", "version: 1.0");
        write("contentTypes/outils.yaml", """
                name: outils
                datasource:
                  workspace: outils
                  autoCreate: true
                  nodeTypeDefinition: /outillage/types/outils.cnd
                model:
                  nodeType: pret:outil
                  properties:
                    - name: titre
                """);
    }

    @Test
    void a_node_type_file_of_a_module_is_what_its_items_keep_to() throws Exception {
        write("types/outils.cnd", """
                <pret = 'https://exemple.invalid/pret/1.0'>
                <mgnl = 'http://www.magnolia.info/jcr/mgnl'>
                [pret:outil] > mgnl:content
                - caution (long) mandatory
                """);

        try (WritableStore store = PreparedStores.open("author", home.resolve("store"))) {
            store.update(
                    Identity.SYSTEM, session -> ContentTypeNodes.ensure(session, definitions(), ContentTypeNodes.ALL));

            store.update(Identity.SYSTEM, session -> {
                Node saw = TOOLS.root(session).addNode("scie", "pret:outil");
                saw.setProperty("caution", 20);
            });
            assertThatThrownBy(() -> store.update(
                            Identity.SYSTEM, session -> TOOLS.root(session).addNode("rabot", "pret:outil")))
                    .hasMessageContaining("caution");
        }
    }

    @Test
    void a_node_type_file_that_cannot_be_read_stops_no_other_type() throws Exception {
        write("types/outils.cnd", "[pret:outil > tout de travers");
        write("contentTypes/plans.yaml", """
                datasource:
                  workspace: plans
                  autoCreate: true
                  namespaces:
                    plan: https://exemple.invalid/plan/1.0
                model:
                  nodeType: plan:plan
                  subModels:
                    - {name: etape, nodeType: plan:etape}
                """);

        try (WritableStore store = PreparedStores.open("author", home.resolve("store"))) {
            store.update(
                    Identity.SYSTEM, session -> ContentTypeNodes.ensure(session, definitions(), ContentTypeNodes.ALL));

            store.update(Identity.SYSTEM, session -> {
                Node plan = new Workspace("plans").root(session).addNode("four-a-pain", "plan:plan");
                Node step = plan.addNode("monter", "plan:etape");
                step.setProperty("duree", 2);
                step.addNode("outils", "mgnl:contentNode");
                assertThat(plan.isNodeType("mgnl:content")).isTrue();
                assertThat(step.isNodeType("mgnl:contentNode")).isTrue();
            });
            assertThat(store.<Boolean>read(
                            Identity.SYSTEM,
                            session ->
                                    session.getWorkspace().getNodeTypeManager().hasNodeType("pret:outil")))
                    .isFalse();
        }
    }

    @Test
    void a_node_type_file_that_is_missing_is_a_problem_that_names_it() {
        assertThat(definitions().problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.SEVERE)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("/outillage/types/outils.cnd"));
    }

    private Definitions definitions() {
        return Definitions.load(List.of(home.resolve("modules")));
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve("modules/outillage").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
