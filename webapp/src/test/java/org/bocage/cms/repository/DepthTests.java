package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.exchange.BootstrapRefused;
import org.bocage.cms.repository.exchange.BootstrapRefused.Reason;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.failures.TooDeep;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.cms.repository.tree.TreeWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How deep nodes lie at most, whichever way they come. */
@Tag("fast")
class DepthTests {

    @TempDir
    Path home;

    private WritableStore store;

    @BeforeEach
    void open() {
        store = PreparedStores.open("author", home.resolve("a"));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void a_node_too_deep_is_not_saved_and_the_store_can_still_be_copied() throws IOException {
        store.update(Identity.SYSTEM, session -> chain(session, "n", 100));

        assertThatThrownBy(() -> store.update(
                        Identity.SYSTEM,
                        session ->
                                session.getNode("/website" + "/n".repeat(100)).addNode("n")))
                .isInstanceOf(TooDeep.class);
        assertThatThrownBy(() -> store.update(Identity.SYSTEM, session -> chain(session, "m", 150)))
                .isInstanceOf(TooDeep.class);

        assertThat(store.<Boolean>read(Identity.SYSTEM, session -> session.nodeExists("/website/m")))
                .isFalse();
        store.storage().copy(store.storage().head(), home.resolve("copy"));
        try (Store copy = PreparedStores.open("copy", home.resolve("copy"))) {
            assertThat(copy.<Boolean>read(
                            Identity.SYSTEM, session -> session.nodeExists("/website" + "/n".repeat(100))))
                    .isTrue();
        }
    }

    @Test
    void what_lies_deep_is_not_moved_deeper() {
        store.update(Identity.SYSTEM, session -> {
            chain(session, "n", 60);
            chain(session, "m", 60);
        });

        assertThatThrownBy(() -> store.update(
                        Identity.SYSTEM, session -> session.move("/website/m", "/website" + "/n".repeat(60) + "/m")))
                .isInstanceOf(TooDeep.class);
        assertThat(store.<Boolean>read(Identity.SYSTEM, session -> session.nodeExists("/website/m")))
                .isTrue();
    }

    @Test
    void a_file_whose_nodes_would_lie_too_deep_is_refused() {
        String name = "website" + ".n".repeat(60) + ".yaml";
        String deep = "n: " + "{n: ".repeat(45) + "1" + "}".repeat(45);
        assertThatThrownBy(() -> store.update(
                        Identity.SYSTEM,
                        session -> new Bootstrap(session, Duration.ZERO)
                                .look(name, new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8)))))
                .isInstanceOfSatisfying(
                        BootstrapRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void of_two_who_make_one_folder_at_once_both_are_kept() throws RepositoryException {
        Session first = store.login(Identity.SYSTEM);
        Session second = store.login(Identity.SYSTEM);
        try {
            add(first, "un");
            add(second, "deux");
            store.save(first);
            store.save(second);
        } finally {
            first.logout();
            second.logout();
        }
        store.update(Identity.SYSTEM, session -> {
            Node month = session.getNode("/actus/2031/07");
            assertThat(month.hasNode("un")).isTrue();
            assertThat(month.hasNode("deux")).isTrue();
            assertThat(session.getNodeByIdentifier(month.getIdentifier()).getPath())
                    .isEqualTo("/actus/2031/07");
            assertThat(session.getNodeByIdentifier(month.getNode("deux").getIdentifier())
                            .getPath())
                    .isEqualTo("/actus/2031/07/deux");
            session.getNode("/actus/2031").remove();
        });
    }

    @Test
    void of_two_who_make_one_content_at_once_the_second_is_told() throws RepositoryException {
        Session first = store.login(Identity.SYSTEM);
        Session second = store.login(Identity.SYSTEM);
        try {
            add(first, "un");
            add(second, "un");
            store.save(first);
            assertThatThrownBy(() -> store.save(second)).isInstanceOf(ConcurrentEdit.class);
        } finally {
            first.logout();
            second.logout();
        }
    }

    private static void add(Session session, String name) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, new Workspace("actus"));
        Node folder = session.getNode("/actus").addNode("2031", "mgnl:folder").addNode("07", "mgnl:folder");
        TreeWriter.add(folder, name, "mgnl:content", Map.of("titre", name));
    }

    private static void chain(Session session, String name, int depth) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, new Workspace("website"));
        Node node = session.getNode("/website");
        for (int i = 0; i < depth; i++) {
            node = node.addNode(name, "mgnl:contentNode");
        }
    }
}
