package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.nodetype.NodeType;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each test holds one thing inside Oak that no interface of it promises and that this package rests on: an upgrade that changes
 * one fails here first, by name.
 */
@Tag("fast")
class OakInsideTests {

    private static final Workspace ACTUS = new Workspace("actus");

    @TempDir
    Path home;

    private WritableStore store;

    @BeforeEach
    void open() {
        store = PreparedStores.open("author", home);
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, ACTUS);
            ACTUS.root(session).addNode("une", "mgnl:content").addNode("lieu", "mgnl:contentNode");
        });
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    /** {@link TreeRepository#path}, {@link SavedNodes}: with another index everything would be gone by its identifier. */
    @Test
    void an_identifier_is_found_where_oak_keeps_its_index_of_them() {
        String id = store.read(
                Identity.SYSTEM, session -> session.getNode("/actus/une").getIdentifier());
        assertThat(saved(id)).contains("/actus/une");

        store.update(Identity.SYSTEM, session -> session.move("/actus/une", "/actus/deux"));
        assertThat(saved(id)).contains("/actus/deux");

        store.update(Identity.SYSTEM, session -> session.getNode("/actus/deux").remove());
        assertThat(saved(id)).isEmpty();
    }

    private Optional<String> saved(String id) {
        return store.read(Identity.SYSTEM, session -> TreeRepository.path(session, id));
    }

    /** {@link TreeRepository#root}: what is written to the tree is saved with the session, and read through it before that. */
    @Test
    void a_session_and_its_tree_are_one() {
        store.update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus/une");
            TreeRepository.tree(item).setProperty("titre", "Par l’arbre");
            assertThat(item.getProperty("titre").getString()).isEqualTo("Par l’arbre");

            item.setProperty("chapo", "Par la session");
            assertThat(TreeRepository.tree(item).getProperty("chapo").getValue(Type.STRING))
                    .isEqualTo("Par la session");
        });
        store.update(Identity.SYSTEM, session -> {
            assertThat(session.getProperty("/actus/une/titre").getString()).isEqualTo("Par l’arbre");
        });
    }

    @Test
    void magnolias_types_of_content_are_declared_and_two_are_not() {
        store.read(Identity.SYSTEM, session -> {
            var types = session.getWorkspace().getNodeTypeManager();
            for (String declared : List.of(
                    "content",
                    "page",
                    "area",
                    "component",
                    "folder",
                    "asset",
                    "user",
                    "group",
                    "role",
                    "category",
                    "created",
                    "lastModified",
                    "activatable",
                    "renderable",
                    "versionable",
                    "deleted")) {
                assertThat(types.hasNodeType("mgnl:" + declared)).as(declared).isTrue();
            }
            assertThat(types.hasNodeType("mgnl:reserve") || types.hasNodeType("mgnl:metaData"))
                    .isFalse();
            return true;
        });
    }

    /** TreeWriter, BootstrapYaml, {@link SavedNode}: what they read of a type. */
    @Test
    void node_types_lie_below_the_system_node_with_their_supertypes() {
        store.update(Identity.SYSTEM, session -> {
            Tree types = TreeRepository.root(session).getTree(NodeTypes.PLACE);
            for (String type : List.of("mgnl:content", "mgnl:folder", "bocage:workspace", "bocage:pages")) {
                var declared = session.getWorkspace().getNodeTypeManager().getNodeType(type);
                assertThat(TreeUtil.getBoolean(types.getChild(type), "jcr:hasOrderableChildNodes"))
                        .as(type)
                        .isEqualTo(declared.hasOrderableChildNodes());
                assertThat(TreeUtil.getNames(types.getChild(type), "rep:supertypes"))
                        .as(type)
                        .containsAll(Stream.of(declared.getSupertypes())
                                .map(NodeType::getName)
                                .toList());
            }
        });
    }

    /** {@link Changes}, and with it every index and cache: from two states of the store they read what changed between them. */
    @Test
    void the_difference_of_two_states_names_what_changed_and_nothing_else() {
        List<Changes> seen = new CopyOnWriteArrayList<>();
        try (ProjectionRunner follower = ProjectionRunner.start(store, "test", seen::add, null)) {
            store.update(Identity.SYSTEM, session -> {
                session.getNode("/actus/une/lieu").setProperty("nom", "La halle");
                ACTUS.root(session).addNode("deux", "mgnl:content");
            });
            Awaitility.await()
                    .untilAsserted(() -> assertThat(names(seen, Changes::changed))
                            .contains("/actus/une/lieu", "/actus/deux")
                            .doesNotContain("/actus/une"));

            seen.clear();
            store.update(
                    Identity.SYSTEM, session -> session.getNode("/actus/deux").remove());
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(names(seen, Changes::removed)).containsExactly("/actus/deux"));
            assertThat(follower.trouble()).isEmpty();
        }
    }

    /** {@link Changes#access}: an access list lies in its node, so that a change of rights is a change of the tree. */
    @Test
    void a_change_of_rights_is_seen_in_the_tree() {
        List<Changes> seen = new CopyOnWriteArrayList<>();
        try (ProjectionRunner follower = ProjectionRunner.start(store, "test", seen::add, null)) {
            store.update(
                    Identity.SYSTEM,
                    session -> AccessControl.setAudience(session.getNode("/actus/une"), Audience.BOARD));
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(names(seen, Changes::access)).containsExactly("/actus/une"));
            assertThat(follower.trouble()).isEmpty();
        }
    }

    @Test
    void nobody_above_this_package_names_a_class_of_oak() throws IOException {
        Path sources = Path.of("webapp/src/main/java/org/bocage");
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                if (!file.startsWith(sources.resolve("cms/repository"))
                        && Files.readString(file).contains("org.apache.jackrabbit.oak")) {
                    found.add(file);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> names(List<Changes> seen, Function<Changes, Set<String>> kind) {
        List<String> names = new ArrayList<>();
        seen.forEach(changes -> names.addAll(kind.apply(changes)));
        return names;
    }

    /** InterruptedRecovery: it tells a whole data file from one that was cut by its name and its end. */
    @Test
    void a_data_file_is_named_and_ends_as_the_recovery_expects() throws IOException {
        store.close();
        List<Path> files;
        try (Stream<Path> all = Files.walk(home)) {
            files = all.filter(file -> file.toString().endsWith(".tar")).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(file.getFileName().toString()).matches("data[0-9]{5}[a-z]\\.tar");
            byte[] mark = new byte[4];
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
                bytes.seek(bytes.length() - 2 * 512 - mark.length);
                bytes.readFully(mark);
            }
            assertThat(new String(mark, StandardCharsets.US_ASCII)).matches("\n[01]K\n");
        }
        store = PreparedStores.open("author", home);
    }

    /** OneProcessPersistence: the file whose lock keeps a second process out, Oak's own included. */
    @Test
    void the_lock_of_a_store_is_the_file_that_oak_locks() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            assertThat(all.map(file -> file.getFileName().toString())).contains("repo.lock");
        }
    }
}
