package org.bocage.cms.repository.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.AccessDeniedException;
import javax.jcr.ItemExistsException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.nodetype.ConstraintViolationException;
import javax.jcr.nodetype.NoSuchNodeTypeException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written on the tree is what JCR would have written, and refused as it would be. */
@Tag("fast")
class TreeWriterTests {

    private static final Workspace ACTUS = new Workspace("actus");
    private static final Instant SOMETIME = Instant.parse("2026-11-28T18:30:00.250Z");

    @TempDir
    Path home;

    private WritableStore store;

    @BeforeEach
    void open() {
        store = PreparedStores.open("author", home);
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, ACTUS);
            AccessControl.setRole(session, ACTUS, "visiteur", List.of(new AccessRule("/*", 8)));
            ACTUS.root(session).addNode("actu", "mgnl:content");
        });
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mgnl:content",
                "mgnl:contentNode",
                "mgnl:page",
                "mgnl:folder",
                "mgnl:asset",
                "bocage:workspace",
                "bocage:revision",
                "nt:unstructured"
            })
    void a_node_is_given_what_JCR_gives_it_the_first_time_and_then(String type) {
        store.update(Identity.SYSTEM, session -> {
            Node root = ACTUS.root(session);
            root.addNode("jcr", type);
            TreeWriter.add(root, "premier", type, Map.of());
            TreeWriter.add(root, "suivant", type, Map.of());
        });

        store.update(Identity.SYSTEM, session -> {
            Node root = ACTUS.root(session);
            for (String name : List.of("premier", "suivant")) {
                Node added = root.getNode(name);
                assertThat(properties(added)).isEqualTo(properties(root.getNode("jcr")));
                assertThat(added.getPrimaryNodeType().getName()).isEqualTo(type);
                if (added.hasProperty("jcr:createdBy")) {
                    assertThat(added.getProperty("jcr:createdBy").getString())
                            .isEqualTo(root.getNode("jcr")
                                    .getProperty("jcr:createdBy")
                                    .getString());
                }
                if (added.isNodeType("mix:referenceable")) {
                    assertThat(session.getNodeByIdentifier(added.getIdentifier())
                                    .getName())
                            .isEqualTo(name);
                }
                if (added.getPrimaryNodeType().hasOrderableChildNodes()) {
                    List<String> backwards = List.of("c", "b", "a");
                    for (String child : backwards) {
                        TreeWriter.add(added, child, "mgnl:folder", Map.of());
                    }
                    assertThat(children(added)).isEqualTo(backwards);
                }
            }
        });
    }

    @Test
    void values_are_of_the_type_that_JCR_gives_them() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("titre", "Le café 🌻");
        values.put("interne", false);
        values.put("sequence", 3);
        values.put("debut", Dates.utc(SOMETIME));
        values.put("themes", new String[] {"culture", "mobilite"});
        values.put("sans", new String[0]);
        values.put("lieu", Map.of("nom", "La halle"));
        values.put("occurrences", Map.of("20261128", Map.of("jcr:primaryType", "mgnl:folder", "jour", "2026-11-28")));

        store.update(Identity.SYSTEM, session -> {
            TreeWriter.put(session.getNode("/actus/actu"), values);
            Node other = ACTUS.root(session).addNode("autre", "mgnl:content");
            other.setProperty("titre", "Le café 🌻");
            other.setProperty("interne", false);
            other.setProperty("sequence", 3);
            other.setProperty("debut", Dates.utc(SOMETIME));
            other.setProperty("themes", new String[] {"culture", "mobilite"});
            other.setProperty("sans", new String[0]);
        });

        store.update(Identity.SYSTEM, session -> {
            Node written = session.getNode("/actus/actu");
            for (PropertyIterator all = session.getNode("/actus/autre").getProperties(); all.hasNext(); ) {
                var expected = all.nextProperty();
                if (!expected.getName().startsWith("jcr:")) {
                    var value = written.getProperty(expected.getName());
                    assertThat(value.getType()).isEqualTo(expected.getType());
                    assertThat(value.isMultiple()).isEqualTo(expected.isMultiple());
                    assertThat(value.isMultiple() ? List.of(value.getValues()) : value.getValue())
                            .isEqualTo(expected.isMultiple() ? List.of(expected.getValues()) : expected.getValue());
                }
            }
            assertThat(written.getNode("lieu").getPrimaryNodeType().getName()).isEqualTo("mgnl:contentNode");
            assertThat(written.getNode("occurrences/20261128")
                            .getPrimaryNodeType()
                            .getName())
                    .isEqualTo("mgnl:folder");
            assertThat(written.getProperty("occurrences/20261128/jour").getString())
                    .isEqualTo("2026-11-28");
        });
    }

    @Test
    void what_is_not_named_stays_and_what_is_named_as_nothing_goes() {
        store.update(
                Identity.SYSTEM,
                session -> TreeWriter.put(
                        session.getNode("/actus/actu"),
                        Map.of("titre", "Avant", "lieu", Map.of("nom", "La halle", "adresse", "2 rue du Four"))));
        Map<String, Object> nothing = new LinkedHashMap<>();
        nothing.put("lieu", Collections.singletonMap("nom", null));
        nothing.put("absent", null);
        store.update(Identity.SYSTEM, session -> TreeWriter.put(session.getNode("/actus/actu"), nothing));

        store.update(Identity.SYSTEM, session -> {
            Node actu = session.getNode("/actus/actu");
            assertThat(actu.getProperty("titre").getString()).isEqualTo("Avant");
            assertThat(actu.getNode("lieu").hasProperty("nom")).isFalse();
            assertThat(actu.getProperty("lieu/adresse").getString()).isEqualTo("2 rue du Four");
            TreeWriter.put(actu, Collections.singletonMap("lieu", null));
            assertThat(actu.hasNode("lieu")).isFalse();
        });
    }

    @Test
    void a_name_that_is_taken_a_type_that_is_not_there_and_what_is_no_name_are_refused_at_once() {
        store.update(Identity.SYSTEM, session -> {
            Node root = ACTUS.root(session);
            assertThatThrownBy(() -> TreeWriter.add(root, "actu", "mgnl:content", Map.of()))
                    .isInstanceOf(ItemExistsException.class);
            assertThatThrownBy(() -> TreeWriter.add(root, "neuf", "mgnl:absent", Map.of()))
                    .isInstanceOf(NoSuchNodeTypeException.class);
            assertThatThrownBy(() -> TreeWriter.add(root, "a/b", "mgnl:content", Map.of()))
                    .isInstanceOf(RepositoryException.class);
        });
    }

    @Test
    void what_the_node_types_do_not_permit_is_refused_by_the_save() {
        assertThatThrownBy(() -> store.update(
                        Identity.SYSTEM,
                        session -> TreeWriter.add(ACTUS.root(session), "1", "bocage:revision", Map.of("titre", "x"))))
                .hasCauseInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void what_somebody_has_no_right_to_is_refused_by_the_save() {
        Identity visitor = Identity.of("passant", Set.of("visiteur"), Set.of());
        assertThatThrownBy(() -> store.update(
                        visitor, session -> TreeWriter.put(session.getNode("/actus/actu"), Map.of("titre", "À moi"))))
                .hasCauseInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> store.update(
                        visitor,
                        session -> TreeWriter.add(session.getNode("/actus"), "a-moi", "mgnl:content", Map.of())))
                .hasCauseInstanceOf(AccessDeniedException.class);
    }

    private static Set<String> properties(Node node) throws RepositoryException {
        Set<String> properties = new TreeSet<>();
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            var property = all.nextProperty();
            properties.add(property.getName() + " " + property.getType());
        }
        return properties;
    }

    private static List<String> children(Node node) throws RepositoryException {
        List<String> children = new ArrayList<>();
        for (NodeIterator all = node.getNodes(); all.hasNext(); ) {
            children.add(all.nextNode().getName());
        }
        return children;
    }
}
