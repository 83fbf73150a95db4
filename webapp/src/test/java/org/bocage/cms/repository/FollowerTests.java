package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saves and derived data while a follower fails or does not end. */
class FollowerTests {

    private static final Workspace ACTUS = new Workspace("actus");

    /** More than any wait for followers may last. */
    private static final int PATIENCE_SECONDS = 40;

    @TempDir
    Path home;

    private WritableStore store;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicBoolean broken = new AtomicBoolean();

    @BeforeEach
    void open() {
        store = PreparedStores.open("author", home);
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, ACTUS));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void an_error_in_a_follower_hangs_no_save_and_loses_no_change() throws Exception {
        try (ProjectionRunner follower = ProjectionRunner.start(
                store,
                "test",
                changes -> {
                    if (broken.get()) {
                        throw new StackOverflowError("too deep");
                    }
                    seen.addAll(changes.changed());
                },
                null)) {
            broken.set(true);
            add("premier");
            add("second");
            assertThat(follower.trouble()).isPresent();
            broken.set(false);

            Awaitility.await().untilAsserted(() -> assertThat(seen).contains("/actus/premier", "/actus/second"));
        }
    }

    @Test
    void a_change_that_could_not_be_taken_in_is_given_again_with_those_that_came_after() throws Exception {
        try (ProjectionRunner follower = ProjectionRunner.start(
                store,
                "test",
                changes -> {
                    if (broken.get()) {
                        throw new IllegalStateException("no space left");
                    }
                    seen.addAll(changes.changed());
                    seen.addAll(changes.removed());
                },
                null)) {
            broken.set(true);
            add("vite-parti");
            remove("vite-parti");
            add("premier");
            assertThat(follower.trouble()).isPresent();
            broken.set(false);

            Awaitility.await().untilAsserted(() -> assertThat(seen).contains("/actus/premier", "/actus/vite-parti"));
        }
    }

    @Test
    void a_follower_that_does_not_end_lets_saves_return_and_those_that_stand_on_it_go_on() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (ProjectionRunner last =
                        ProjectionRunner.startLast(store, "last", changes -> seen.addAll(changes.changed()));
                ProjectionRunner stuck = ProjectionRunner.start(store, "stuck", changes -> waitFor(goOn), null)) {
            try {
                add("premier");
                add("second");
                Awaitility.await().untilAsserted(() -> assertThat(seen).contains("/actus/premier", "/actus/second"));
                assertThat(stuck.trouble()).isPresent();
                assertThat(last.trouble()).isPresent();
                seen.clear();
            } finally {
                goOn.countDown();
            }
            // what was put together before the first ones were in step is over: it is told again
            Awaitility.await()
                    .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(seen).contains("/actus/premier", "/actus/second"));
        }
    }

    @Test
    void what_stands_on_one_that_fails_takes_each_new_change_in_at_once_however_long_that_has_failed()
            throws Exception {
        broken.set(true);
        try (ProjectionRunner last =
                        ProjectionRunner.startLast(store, "last", changes -> seen.addAll(changes.changed()));
                ProjectionRunner failing = ProjectionRunner.start(
                        store,
                        "failing",
                        changes -> {
                            if (broken.get()) {
                                throw new IllegalStateException("no space left");
                            }
                        },
                        null)) {
            // a pause that doubles each time would soon be longer than any of these waits
            for (int change = 0; change < 8; change++) {
                String name = "actu-" + change;
                add(name);
                Awaitility.await().untilAsserted(() -> assertThat(seen).contains("/actus/" + name));
                assertThat(last.trouble()).isPresent();
            }
            broken.set(false);

            Awaitility.await()
                    .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .until(() -> last.trouble().isEmpty() && failing.trouble().isEmpty());
        }
    }

    @Test
    void what_stands_on_others_is_made_anew_with_them() throws Exception {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        try (ProjectionRunner last = ProjectionRunner.startLast(store, "last", new Rebuilt(second));
                ProjectionRunner follower = ProjectionRunner.start(store, "test", new Rebuilt(first), null)) {
            follower.rebuild();

            assertThat(follower.await()).isTrue();
            Awaitility.await().untilAsserted(() -> assertThat(second.get()).isEqualTo(1));
            assertThat(first.get()).isEqualTo(1);
            assertThat(last.trouble()).isEmpty();
        }
    }

    /** Counts how often it is made anew. */
    private record Rebuilt(AtomicInteger times) implements ProjectionRunner.Projection {

        @Override
        public void apply(Changes changes) {}

        @Override
        public boolean rebuild(SavedNodes nodes) {
            times.incrementAndGet();
            return true;
        }
    }

    @Test
    void what_is_put_on_disk_stands_for_all_that_was_taken_in_and_no_more() throws Exception {
        Kept kept = new Kept(store, seen, broken);
        try (ProjectionRunner follower = ProjectionRunner.startAnew(store, "kept", kept)) {
            add("premier");
            follower.persist();
            assertThat(kept.onDisk).containsExactly("/actus/premier");

            broken.set(true);
            add("second");
            follower.persist();
            assertThat(kept.onDisk).containsExactly("/actus/premier");
            assertThat(follower.trouble()).isPresent();

            broken.set(false);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(kept.onDisk).containsExactly("/actus/premier", "/actus/second"));
        }
    }

    @Test
    void one_checkpoint_stays_however_often_it_is_put_on_disk_and_those_of_killed_processes_go() throws Exception {
        for (int i = 0; i < 3; i++) {
            ProjectionRunner.checkpoint(store, "kept");
        }
        String others = ProjectionRunner.checkpoint(store, "another");
        Kept kept = new Kept(store, seen, broken);
        try (ProjectionRunner follower = ProjectionRunner.startAnew(store, "kept", kept)) {
            assertThat(store.nodeStore().checkpoints()).containsExactly(others);
            for (String name : List.of("premier", "second", "troisieme")) {
                add(name);
                follower.persist();
                follower.rebuild();
            }
            broken.set(true);
            add("quatrieme");
            follower.persist();

            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(store.nodeStore().checkpoints()).containsOnly(others, kept.checkpoint));
        }
    }

    @Test
    void what_was_not_put_on_disk_for_long_is_though_nothing_changed() {
        Kept kept = new Kept(store, seen, broken);
        try (ProjectionRunner follower = ProjectionRunner.startAnew(store, "kept", kept)) {
            follower.persist();
        }
        String before = kept.checkpoint;

        try (ProjectionRunner follower = ProjectionRunner.start(store, "kept", kept, before)) {
            follower.persist();

            assertThat(kept.checkpoint).isNotEqualTo(before);
            assertThat(ProjectionRunner.knows(store, before)).isFalse();
            String renewed = kept.checkpoint;
            follower.persist();
            assertThat(kept.checkpoint).isEqualTo(renewed);
        }
    }

    /** Names of the actus, put on disk when it is told to. */
    private static final class Kept implements ProjectionRunner.Projection {

        private final WritableStore store;
        private final List<String> names;
        private final AtomicBoolean broken;
        private volatile List<String> onDisk = List.of();
        private volatile String checkpoint = "";

        Kept(WritableStore store, List<String> names, AtomicBoolean broken) {
            this.store = store;
            this.names = names;
            this.broken = broken;
        }

        @Override
        public void apply(Changes changes) {
            failWhenBroken();
            changes.changed().stream()
                    .filter(path -> path.startsWith("/actus/") && !names.contains(path))
                    .forEach(names::add);
        }

        @Override
        public boolean rebuild(SavedNodes nodes) {
            failWhenBroken();
            names.clear();
            names.addAll(actus(nodes));
            return true;
        }

        @Override
        public void persist(String state) {
            failWhenBroken();
            checkpoint = state;
            onDisk = names.stream().sorted().toList();
            assertThat(actus(new SavedNodes(store.nodeStore().retrieve(state)))).containsExactlyElementsOf(onDisk);
        }

        private static List<String> actus(SavedNodes nodes) {
            return nodes.at("/actus").orElseThrow().children().stream()
                    .filter(child -> child.is("mgnl:content"))
                    .map(SavedNode::path)
                    .sorted()
                    .toList();
        }

        private void failWhenBroken() {
            if (broken.get()) {
                throw new IllegalStateException("no space left");
            }
        }
    }

    @Test
    void what_a_follower_saves_itself_does_not_wait_for_it() throws Exception {
        AtomicInteger saved = new AtomicInteger();
        try (ProjectionRunner follower = ProjectionRunner.start(
                store,
                "test",
                changes -> {
                    if (changes.changed().contains("/actus/premier") && saved.getAndIncrement() == 0) {
                        store.update(
                                Identity.SYSTEM,
                                session -> session.getNode("/actus/premier").setProperty("titre", "vu"));
                    }
                },
                null)) {
            add("premier");

            assertThat(saved.get()).isPositive();
            assertThat(follower.await()).isTrue();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String name) throws Exception {
        inTime(() ->
                store.update(Identity.SYSTEM, session -> ACTUS.root(session).addNode(name, "mgnl:content")));
    }

    private void remove(String name) throws Exception {
        inTime(() -> store.update(
                Identity.SYSTEM, session -> ACTUS.root(session).getNode(name).remove()));
    }

    /** Fails when a save does not return; its thread is left to itself. */
    private static void inTime(Runnable save) throws Exception {
        CompletableFuture.runAsync(save).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
