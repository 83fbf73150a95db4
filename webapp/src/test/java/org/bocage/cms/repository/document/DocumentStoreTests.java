package org.bocage.cms.repository.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Changes;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.Storage;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoreFull;
import org.bocage.cms.repository.failures.TooDeep;
import org.bocage.cms.repository.tree.TreeWriter;
import org.junit.jupiter.api.Test;

/** A store in a database is one as any other; its followers go on from checkpoints, and hear of other machines. */
class DocumentStoreTests {

    private static final Workspace ACTUS = new Workspace("actus");
    /** More than another machine takes to see a save, Oak looking once a second. */
    private static final Duration SEEN = Duration.ofSeconds(30);

    private static final int TIMES = 10;

    private final DatabaseProperties options = PostgresServer.database();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private Database reach(String node) {
        return Database.reach(new DatabaseProperties(options.url(), options.username(), options.password(), node));
    }

    private WritableStore open(String node) {
        return DocumentStores.open("author", reach(node), () -> {});
    }

    private static void add(WritableStore store, String name) {
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, ACTUS);
            TreeWriter.add(ACTUS.root(session), name, "mgnl:content", Map.of("titre", name));
        });
    }

    private static void addPicture(WritableStore store, String name) {
        byte[] picture = new byte[300_000];
        new Random(name.hashCode()).nextBytes(picture);
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, ACTUS);
            ACTUS.root(session)
                    .addNode(name, "mgnl:content")
                    .setProperty("image", session.getValueFactory().createBinary(new ByteArrayInputStream(picture)));
        });
    }

    private static boolean has(Store store, String name) {
        return store.read(
                Identity.SYSTEM,
                session -> ACTUS.exists(session) && ACTUS.root(session).hasNode(name));
    }

    private final class Kept implements ProjectionRunner.Projection {
        private Optional<String> checkpoint = Optional.empty();

        @Override
        public void apply(Changes changes) {
            seen.addAll(changes.changed());
            seen.addAll(changes.removed());
        }

        @Override
        public void persist(String name) {
            checkpoint = Optional.of(name);
        }
    }

    @Test
    void a_follower_goes_on_from_its_checkpoint_and_leaves_none_behind() throws IOException {
        Kept kept = new Kept();
        try (WritableStore store = open("")) {
            add(store, "premier");
            try (ProjectionRunner follower = ProjectionRunner.startAnew(store, "kept", kept)) {
                add(store, "second");
                follower.persist();
                String first = kept.checkpoint.orElseThrow();
                add(store, "troisieme");
                follower.persist();
                assertThat(kept.checkpoint.orElseThrow()).isNotEqualTo(first);
                assertThat(ProjectionRunner.knows(store, first)).isFalse();
            }
            add(store, "entre-temps");
        }
        seen.clear();

        try (WritableStore store = open("")) {
            String from = kept.checkpoint.orElseThrow();
            assertThat(ProjectionRunner.knows(store, from)).isTrue();
            assertThat(ProjectionRunner.checkpointOf(store, "kept")).contains(from);
            assertThat(ProjectionRunner.knows(store, "d1f0a1c6-6f1e-4f4e-9d43-1d2d5a3c6a11"))
                    .as("the name of one in segment files")
                    .isFalse();
            try (ProjectionRunner follower = ProjectionRunner.start(store, "kept", kept, from)) {
                assertThat(follower.await()).isTrue();
                assertThat(seen).contains("/actus/entre-temps").doesNotContain("/actus/premier", "/actus/troisieme");
            }
            assertThat(store.checkpoints()).hasSize(1);
        }
    }

    @Test
    void a_state_is_the_same_until_something_is_saved() throws IOException {
        try (WritableStore store = open("")) {
            add(store, "premier");
            Store.State before = store.state();
            assertThat(store.state()).isEqualTo(before);
            add(store, "second");
            assertThat(store.state()).isNotEqualTo(before);
            Storage storage = store.storage();
            long nodes = storage.nodes(storage.head());
            assertThat(nodes).isGreaterThan(100);
            assertThat(storage.size()).isGreaterThan(0);

            storage.compact(Storage.Compaction.FULL);
            assertThat(storage.nodes(storage.head())).isEqualTo(nodes);
        }
    }

    @Test
    void a_save_without_the_database_fails_for_want_of_it_and_of_nobody_who_was_first() throws IOException {
        try (WritableStore store = open("")) {
            add(store, "premier");
            PostgresServer.shut(options);
            try {
                assertThatThrownBy(() -> add(store, "second"))
                        .isNotInstanceOf(ConcurrentEdit.class)
                        .matches(RepositoryFailure::isOfDatabase, "is told as an outage");
            } finally {
                PostgresServer.reopen(options);
            }
            Awaitility.await()
                    .atMost(SEEN)
                    .ignoreExceptions()
                    .untilAsserted(() -> store.storage().requireAnswer());
            add(store, "troisieme");
            assertThat(has(store, "troisieme")).isTrue();
        }
    }

    @Test
    void a_save_in_a_database_that_has_no_room_is_refused_for_want_of_it_and_goes_well_once_there_is()
            throws IOException {
        try (WritableStore store = open("")) {
            add(store, "premier");
            PostgresServer.fill(options, "author_nodes");
            assertThatThrownBy(() -> add(store, "second")).isInstanceOf(StoreFull.class);
            assertThat(store.trouble()).isPresent();
            PostgresServer.makeRoom(options);
            PostgresServer.fill(options, "author_datastore_data", "author_datastore_meta");
            assertThatThrownBy(() -> addPicture(store, "second")).isInstanceOf(StoreFull.class);
            PostgresServer.makeRoom(options);

            assertThat(has(store, "premier")).isTrue();
            assertThat(has(store, "second")).isFalse();
            add(store, "second");
            assertThat(has(store, "second")).isTrue();
            assertThat(store.trouble()).isEmpty();
        }
    }

    @Test
    void what_is_removed_leaves_the_database_with_its_files() throws IOException {
        try (WritableStore store = open("")) {
            addPicture(store, "reste");
            addPicture(store, "part");
            long rows = PostgresServer.rows(options, "author_nodes");
            long files = PostgresServer.rows(options, "author_datastore_data");
            store.update(
                    Identity.SYSTEM,
                    session -> ACTUS.root(session).getNode("part").remove());

            // Oak counts ages in steps of five seconds
            Awaitility.await().atMost(SEEN).untilAsserted(() -> {
                ((DocumentStorage) store.storage()).collect(Duration.ZERO);
                assertThat(PostgresServer.rows(options, "author_nodes")).isLessThan(rows);
                assertThat(PostgresServer.rows(options, "author_datastore_data"))
                        .isBetween(1L, files - 1);
            });
            long left = store.read(
                    Identity.SYSTEM,
                    session -> ACTUS.root(session)
                            .getNode("reste")
                            .getProperty("image")
                            .getLength());
            assertThat(left).isEqualTo(300_000);
        }
    }

    @Test
    void what_no_store_may_hold_is_refused() throws IOException {
        try (WritableStore store = open("")) {
            add(store, "premier");
            assertThatThrownBy(() -> store.update(Identity.SYSTEM, session -> {
                        Node node = ACTUS.root(session).getNode("premier");
                        for (int depth = 0; depth <= Workspace.MAX_DEPTH; depth++) {
                            node = node.addNode("plus", "mgnl:contentNode");
                        }
                    }))
                    .isInstanceOf(TooDeep.class);
        }
    }

    @Test
    void another_machine_sees_a_save_and_its_followers_hear_of_it() throws IOException {
        try (WritableStore one = open("1");
                WritableStore two = open("2")) {
            add(one, "premier");
            try (ProjectionRunner follower =
                    ProjectionRunner.start(two, "test", changes -> seen.addAll(changes.changed()), null)) {
                Awaitility.await().atMost(SEEN).until(() -> has(two, "premier"));
                Store.State before = two.state();
                add(one, "second");
                Awaitility.await()
                        .atMost(SEEN)
                        .untilAsserted(() -> assertThat(seen).contains("/actus/second"));
                assertThat(two.state()).isNotEqualTo(before);
                assertThat(has(two, "second")).isTrue();
                assertThat(follower.await()).isTrue();
            }
        }
    }

    @Test
    void a_number_is_taken_while_its_machine_runs_and_a_machine_without_one_wants_all_for_itself() throws IOException {
        assertThat(DocumentStores.requireFree(reach("1"))).isTrue();
        try (WritableStore running = open("1")) {
            assertThat(running.name()).isEqualTo("author");
            for (String taken : List.of("1", "")) {
                Database database = reach(taken);
                assertThatThrownBy(() -> DocumentStores.requireFree(database))
                        .asInstanceOf(type(DatabaseRefused.class))
                        .extracting(DatabaseRefused::reason)
                        .isEqualTo(DatabaseRefused.Reason.IN_USE);
            }
            assertThat(DocumentStores.requireFree(reach("2"))).isFalse();
        }
        assertThat(DocumentStores.requireFree(reach("1"))).isTrue();
        assertThat(DocumentStores.requireFree(reach(""))).isTrue();
    }

    @Test
    void a_folder_that_two_machines_make_at_the_same_time_is_one() throws IOException {
        try (WritableStore one = open("1");
                WritableStore two = open("2")) {
            one.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, ACTUS));
            Awaitility.await().atMost(SEEN).until(() -> two.read(Identity.SYSTEM, ACTUS::exists));
            addInFolder(one, "premier");
            addInFolder(two, "second");

            Awaitility.await().atMost(SEEN).untilAsserted(() -> {
                assertThat(has(one, "2026/second")).isTrue();
                assertThat(has(two, "2026/premier")).isTrue();
            });
        }
    }

    @Test
    void works_in_turn_each_see_what_the_other_machine_saved_before() throws Exception {
        try (WritableStore one = open("1");
                WritableStore two = open("2")) {
            one.update(Identity.SYSTEM, session -> {
                NodeTypes.ensureWorkspace(session, ACTUS);
                ACTUS.root(session).addNode("compte", "mgnl:contentNode").setProperty("fois", 0);
            });
            List<CompletableFuture<Void>> counting = Stream.of(one, two, one, two)
                    .map(store -> CompletableFuture.runAsync(() -> {
                        for (int time = 0; time < TIMES; time++) {
                            store.alone("compte", () -> store.update(Identity.SYSTEM, DocumentStoreTests::countOnce));
                        }
                    }))
                    .toList();
            counting.forEach(CompletableFuture::join);
            assertThat(one.<Long>alone(
                            "compte",
                            () -> one.read(
                                    Identity.SYSTEM,
                                    session -> ACTUS.root(session)
                                            .getNode("compte")
                                            .getProperty("fois")
                                            .getLong())))
                    .isEqualTo(4L * TIMES);
        }
    }

    private static void countOnce(Session session) throws RepositoryException {
        Node count = ACTUS.root(session).getNode("compte");
        count.setProperty("fois", count.getProperty("fois").getLong() + 1);
    }

    @Test
    void a_checkpoint_that_its_follower_renewed_no_more_is_released() throws IOException {
        try (WritableStore store = open("1")) {
            String left = ProjectionRunner.checkpoint(store, "index-7");
            ProjectionRunner.releaseAbandoned(store.nodeStore(), Instant.now().plus(Duration.ofDays(1)));
            assertThat(ProjectionRunner.knows(store, left)).isTrue();
            ProjectionRunner.releaseAbandoned(store.nodeStore(), Instant.now().plus(Duration.ofDays(3)));
            assertThat(ProjectionRunner.knows(store, left)).isFalse();
        }
    }

    private static void addInFolder(WritableStore store, String name) {
        store.update(Identity.SYSTEM, session -> {
            Node root = ACTUS.root(session);
            Node folder = root.hasNode("2026") ? root.getNode("2026") : root.addNode("2026", "mgnl:folder");
            folder.addNode(name, "mgnl:content");
        });
    }
}
