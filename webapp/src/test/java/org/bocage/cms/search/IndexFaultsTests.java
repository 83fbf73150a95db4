package org.bocage.cms.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.search.text.SearchedTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The index, saves and searches while the files of the index, or the items that it reads, are broken. */
@Tag("fast")
class IndexFaultsTests {

    private static final Workspace ACTUS = new Workspace("actus");

    @TempDir
    Path home;

    private Path folder;
    private WritableStore store;
    private @Nullable ContentIndex open;

    @BeforeEach
    void open() {
        folder = home.resolve("index");
        store = PreparedStores.open("author", home.resolve("store"));
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, ACTUS));
        reopen();
    }

    @AfterEach
    void close() throws IOException {
        if (open != null) {
            open.close();
        }
        store.close();
    }

    /** How the files of an index are broken. */
    enum Damage {
        EMPTY_SEGMENTS_FILE,
        TRUNCATED_SEGMENTS_FILE,
        MISSING_FILE,
        GARBLED_FILE,
        NO_FILE_AT_ALL;

        void happenTo(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    byte[] bytes = Files.readAllBytes(file);
                    boolean isSegments = name.startsWith("segments_");
                    if (this == EMPTY_SEGMENTS_FILE && isSegments) {
                        Files.write(file, new byte[0]);
                    } else if (this == TRUNCATED_SEGMENTS_FILE && isSegments) {
                        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                    } else if (this == NO_FILE_AT_ALL || (this == MISSING_FILE && name.endsWith(".cfs"))) {
                        Files.delete(file);
                    } else if (this == GARBLED_FILE && name.endsWith(".cfs")) {
                        for (int i = bytes.length / 4; i < bytes.length / 2; i++) {
                            bytes[i] = (byte) ~bytes[i];
                        }
                        Files.write(file, bytes);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_damaged_index_is_built_anew_at_start(Damage damage) throws IOException {
        add("avant");
        index().close();
        damage.happenTo(folder);

        reopen();

        assertThat(found()).containsExactly("/avant");
        add("apres");
        assertThat(found()).containsExactly("/apres", "/avant");
    }

    @Test
    void when_its_folder_is_deleted_saves_stand_searches_answer_and_it_is_built_anew() throws IOException {
        add("avant");
        index().persist();
        delete(folder);

        assertThat(found()).containsExactly("/avant");
        add("apres");

        Awaitility.await().untilAsserted(() -> assertThat(found()).containsExactly("/apres", "/avant"));
        reopen();
        assertThat(found()).containsExactly("/apres", "/avant");
    }

    @Test
    void when_its_folder_is_deleted_it_is_built_anew_though_nobody_saves() throws IOException {
        add("avant");
        index().persist();
        delete(folder);

        index().persist();

        Awaitility.await().untilAsserted(() -> {
            index().persist();
            assertThat(folder).isDirectoryContaining("glob:**/segments_*");
        });
        assertThat(found()).containsExactly("/avant");
    }

    @Test
    void while_it_cannot_be_written_saves_stand_and_what_was_saved_is_found_once_it_can() throws IOException {
        add("avant");
        delete(folder);
        Files.writeString(folder, "a file where the folder was");

        add("apres");
        add("encore");
        index().persist();
        assertThat(found()).contains("/avant");
        Files.delete(folder);

        Awaitility.await().untilAsserted(() -> assertThat(found()).containsExactly("/apres", "/avant", "/encore"));
    }

    @Test
    void an_item_that_cannot_be_indexed_keeps_no_other_out() throws IOException {
        store.update(Identity.SYSTEM, session -> {
            for (String name : List.of("a", "b", "c")) {
                ACTUS.root(session).addNode(name, "mgnl:content");
            }
            // no term of the index is longer than 32,766 bytes
            ACTUS.root(session).getNode("b").setProperty("p".repeat(40_000), "x");
        });
        add("d");

        assertThat(found()).containsExactly("/a", "/c", "/d");
        assertThat(index().leftOut()).containsOnlyKeys("/actus/b");
        delete(folder);
        reopen();
        assertThat(found()).containsExactly("/a", "/c", "/d");
    }

    /** Types that cannot be told of while something is wrong, and wait before they are told of when asked to. */
    private static final class Faulty implements SearchedTypes {

        private final AtomicInteger built = new AtomicInteger();
        private volatile boolean wrong;
        private volatile CountDownLatch goOn = new CountDownLatch(0);

        @Override
        public Optional<Map<String, Integer>> weights(String path, String nodeType) {
            return Optional.empty();
        }

        @Override
        public Predicate<String> open(String workspace, String nodeType) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (wrong) {
                throw new IllegalStateException("no memory left");
            }
            return field -> true;
        }

        @Override
        public String form() {
            built.incrementAndGet();
            return "";
        }
    }

    @Test
    void an_item_that_could_not_be_indexed_is_listed_once_it_can_be() {
        Faulty types = new Faulty();
        reopen(types);
        add("avant");
        types.wrong = true;
        add("apres");
        assertThat(index().leftOut()).containsOnlyKeys("/actus/apres");

        types.wrong = false;
        index().persist();

        assertThat(found()).containsExactly("/apres", "/avant");
        assertThat(index().leftOut()).isEmpty();
    }

    @Test
    void an_item_that_could_not_be_indexed_before_a_stop_is_listed_after_the_start_once_it_can_be() {
        Faulty types = new Faulty();
        types.wrong = true;
        reopen(types);
        add("apres");
        reopen(types);
        assertThat(index().leftOut()).containsOnlyKeys("/actus/apres");

        types.wrong = false;
        index().persist();

        assertThat(found()).containsExactly("/apres");
    }

    @Test
    void an_index_that_is_put_on_disk_while_it_is_built_anew_is_built_once() {
        Faulty types = new Faulty();
        reopen(types);
        add("avant");
        types.goOn = new CountDownLatch(1);
        int before = types.built.get();
        Thread rebuilding = started(index()::rebuild);
        Awaitility.await().until(() -> types.built.get() > before);

        Thread persisting = started(index()::persist);
        Awaitility.await().until(() -> persisting.getState() == Thread.State.TIMED_WAITING);
        types.goOn.countDown();

        Awaitility.await().until(() -> !rebuilding.isAlive() && !persisting.isAlive());
        assertThat(types.built.get() - before).isEqualTo(1);
        assertThat(found()).containsExactly("/avant");
    }

    private static Thread started(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    private ContentIndex index() {
        return Objects.requireNonNull(open);
    }

    private void reopen() {
        reopen(SearchedTypes.NONE);
    }

    private void reopen(SearchedTypes types) {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        open = new ContentIndex(store, folder, types);
    }

    private List<String> found() {
        return index().find(ContentQuery.in("actus").orderBy("@name", false), Identity.SYSTEM).hits().stream()
                .map(Hits.Hit::path)
                .toList();
    }

    private void add(String name) {
        store.update(Identity.SYSTEM, session -> ACTUS.root(session).addNode(name, "mgnl:content"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
