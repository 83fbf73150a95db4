package org.bocage.cms.repository.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.changes.StateCached;
import org.bocage.cms.repository.revisions.Revisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that are kept for years: what becomes of their files by night. */
class StoreMaintenanceTests {

    private static final Workspace NOTES = new Workspace("notes");
    private static final String PERSON = "camille.effacee@exemple.fr";
    private static final String PHOTO = "octets-d-une-photo-retiree";

    @TempDir
    Path home;

    @Test
    void a_counter_that_is_saved_each_minute_lets_no_store_grow_at_the_heap_of_the_portal() throws Exception {
        List<String> told = Nights.asThePortal(Counting.class, home.toString(), "true");

        System.out.println(told);
        assertThat(told).last().isEqualTo("status 0");
        // a day that came after the last night, and the one that Oak keeps
        assertThat(number(told, "size")).isLessThan(2 * number(told, "fresh") + 3 * number(told, "day"));
    }

    /** The child: saves a counter of many addresses again and again, for a week of days and nights. */
    static final class Counting {

        private Counting() {}

        public static void main(String[] args) throws Exception {
            Path home = Path.of(args[0]);
            boolean compacts = Boolean.parseBoolean(args[1]);
            try (Nights nights = new Nights(home)) {
                WritableStore author = nights.stores.author();
                author.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
                for (int day = 0; day < 8; day++) {
                    for (int minute = 0; minute < 150; minute++) {
                        int now = day * 1000 + minute;
                        author.update(Identity.SYSTEM, session -> count(session, now));
                    }
                    if (compacts) {
                        nights.pass();
                    }
                    System.out.println("day " + author.storage().size());
                }
                Path copy = Files.createDirectories(home.resolve("fresh"));
                nights.maintenance.alone(() -> {
                    author.storage().copy(author.storage().head(), copy);
                    return copy;
                });
                System.out.println("fresh " + Nights.size(copy));
                System.out.println("size " + author.storage().size());
            }
        }

        private static void count(Session session, int now) throws RepositoryException {
            Node counter = NOTES.root(session).hasNode("compteur")
                    ? NOTES.root(session).getNode("compteur")
                    : NOTES.root(session).addNode("compteur", "mgnl:contentNode");
            counter.setProperty(
                    "adresses",
                    IntStream.range(0, 3_000)
                            .mapToObj(address -> String.valueOf(now + address))
                            .toArray(String[]::new));
        }
    }

    @Test
    void what_was_erased_is_in_no_file_of_the_store_after_the_second_night() throws Exception {
        List<String> told = Nights.asThePortal(Erasing.class, home.toString(), "2");

        System.out.println(told);
        assertThat(told).last().isEqualTo("status 0");
        assertThat(number(told, "planted")).isGreaterThanOrEqualTo(2);
        assertThat(Nights.holding(home.resolve("repository"), PERSON)).isZero();
        assertThat(Nights.holding(home.resolve("repository"), PHOTO)).isZero();
    }

    /** The child: a person in two places and a photo amid others, erased; then nights pass. */
    static final class Erasing {

        private Erasing() {}

        public static void main(String[] args) throws Exception {
            try (Nights nights = new Nights(Path.of(args[0]))) {
                WritableStore author = nights.stores.author();
                author.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
                Random random = new Random(5);
                for (int photo = 0; photo < 40; photo++) {
                    byte[] bytes = new byte[300_000];
                    random.nextBytes(bytes);
                    byte[] planted = (PHOTO + "-" + photo).getBytes(StandardCharsets.ISO_8859_1);
                    String name = "photo-" + photo;
                    if (photo == 20) {
                        System.arraycopy(planted, 0, bytes, 1000, planted.length);
                    }
                    author.update(Identity.SYSTEM, session -> {
                        Node node = NOTES.root(session).addNode(name, "mgnl:contentNode");
                        node.setProperty(
                                "octets", session.getValueFactory().createBinary(new ByteArrayInputStream(bytes)));
                    });
                }
                String id = author.write(Identity.SYSTEM, session -> {
                    Node node = NOTES.root(session).addNode("personne", "mgnl:content");
                    node.setProperty("mail", PERSON);
                    node.setProperty("texte", (PERSON + " ").repeat(3000));
                    Revisions.record(session, node, 0, "lea", Instant.EPOCH);
                    return node.getIdentifier();
                });
                author.storage().flush();
                long planted = Nights.holding(nights.home.resolve("repository"), PERSON)
                        + Nights.holding(nights.home.resolve("repository"), PHOTO);
                System.out.println("planted " + planted);

                nights.maintenance.erase(() -> author.update(Identity.SYSTEM, session -> {
                    NOTES.root(session).getNode("personne").remove();
                    NOTES.root(session).getNode("photo-20").remove();
                    Revisions.forget(session, id);
                }));
                for (int night = 0; night < Integer.parseInt(args[1]); night++) {
                    nights.pass();
                    System.out.println("night " + nights.maintenance.results());
                }
            }
        }
    }

    @Test
    void an_erasure_is_remembered_through_a_stop_and_both_compactions_go_through_everything() throws Exception {
        try (Nights before = new Nights(home)) {
            before.maintenance.eraseSoon();
        }
        try (Nights after = new Nights(home)) {
            assertThat(wholeInNextNight(after)).isTrue();
            assertThat(wholeInNextNight(after)).isTrue();
            assertThat(wholeInNextNight(after)).isFalse();
        }
    }

    @Test
    void an_erasure_is_not_over_while_a_follower_would_go_on_from_a_state_before_it() throws Exception {
        try (Nights nights = new Nights(home)) {
            WritableStore author = nights.stores.author();
            author.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
            author.update(Identity.SYSTEM, session -> NOTES.root(session).addNode("personne", "mgnl:content"));
            String held = ProjectionRunner.checkpoint(author, "publication");
            nights.maintenance.erase(() -> author.update(
                    Identity.SYSTEM,
                    session -> NOTES.root(session).getNode("personne").remove()));
            // it holds nothing but what is there
            ProjectionRunner.checkpoint(author, "index");
            for (int night = 0; night < 3; night++) {
                assertThat(wholeInNextNight(nights)).isTrue();
            }

            author.nodeStore().release(held);

            assertThat(wholeInNextNight(nights)).isTrue();
            assertThat(wholeInNextNight(nights)).isTrue();
            assertThat(wholeInNextNight(nights)).isFalse();
        }
    }

    @Test
    void an_erasure_is_not_over_while_a_follower_has_not_seen_it() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (Nights nights = new Nights(home);
                ProjectionRunner follower = ProjectionRunner.start(
                        nights.stores.author(),
                        "test",
                        changes -> {
                            if (broken.get()) {
                                throw new IllegalStateException("no space left");
                            }
                        },
                        null)) {
            nights.maintenance.erase(() -> nights.stores
                    .author()
                    .update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES)));
            for (int night = 0; night < 3; night++) {
                assertThat(wholeInNextNight(nights)).isTrue();
            }

            broken.set(false);
            Awaitility.await().until(() -> follower.trouble().isEmpty());

            assertThat(wholeInNextNight(nights)).isTrue();
            assertThat(wholeInNextNight(nights)).isTrue();
            assertThat(wholeInNextNight(nights)).isFalse();
        }
    }

    @Test
    void a_compaction_amid_an_erasure_is_none_of_the_two_that_follow_it() throws Exception {
        try (Nights nights = new Nights(home)) {
            nights.maintenance.erase(nights::pass);

            assertThat(wholeInNextNight(nights)).isTrue();
            assertThat(wholeInNextNight(nights)).isTrue();
            assertThat(wholeInNextNight(nights)).isFalse();
        }
    }

    private static boolean wholeInNextNight(Nights nights) {
        Instant before = nights.clock.instant();
        nights.pass();
        return nights.maintenance.results().stream()
                .filter(result -> result.store().equals("author"))
                .anyMatch(result -> result.at().isAfter(before) && result.whole());
    }

    @Test
    void everything_is_gone_through_each_week_though_the_store_hardly_grows() throws Exception {
        Random random = new Random(5);
        try (Nights nights = new Nights(home)) {
            WritableStore author = nights.stores.author();
            author.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
            for (int note = 0; note < 8; note++) {
                write(author, "note-" + note, random);
            }
            List<Boolean> whole = new ArrayList<>();
            for (int night = 0; night < 8; night++) {
                whole.add(wholeInNextNight(nights));
                write(author, "note-0", random);
            }
            assertThat(whole).containsExactly(true, false, false, false, false, false, false, true);
        }
    }

    /** Writes some megabytes of text, in place of those before. */
    private static void write(WritableStore store, String name, Random random) {
        store.update(Identity.SYSTEM, session -> {
            if (NOTES.root(session).hasNode(name)) {
                NOTES.root(session).getNode(name).remove();
            }
            Node note = NOTES.root(session).addNode(name, "mgnl:contentNode");
            for (int text = 0; text < 300; text++) {
                note.setProperty(
                        "texte" + text,
                        random.ints(10_000, 'a', 'z' + 1)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString());
            }
        });
    }

    @Test
    void nothing_is_compacted_when_hardly_anything_was_saved() throws Exception {
        try (Nights nights = new Nights(home)) {
            nights.pass();
            assertThat(nights.maintenance.results()).isEmpty();
        }
    }

    @Test
    void what_was_kept_of_a_state_before_is_read_anew_after_many_compactions() throws Exception {
        Identity visitor = Identity.anonymous(Set.of("visiteur"));
        try (Nights nights = new Nights(home)) {
            WritableStore published = BothStores.published(nights.stores);
            published.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
            published.update(
                    Identity.SYSTEM,
                    session -> AccessControl.setRole(session, NOTES, "visiteur", List.of(new AccessRule("/*", 8))));
            published.update(
                    Identity.SYSTEM,
                    session ->
                            NOTES.root(session).addNode("note", "mgnl:content").setProperty("titre", "Bonjour"));
            AtomicInteger made = new AtomicInteger();
            StateCached<Integer> kept = new StateCached<>(published::state, made::incrementAndGet);
            List<String> heard = new ArrayList<>();
            try (ProjectionRunner follower =
                    ProjectionRunner.start(published, "test", all -> heard.addAll(all.changed()), null)) {
                assertThat(kept.get()).isEqualTo(1);
                assertThat(title(published, visitor)).isEqualTo("Bonjour");
                heard.clear();

                for (int night = 0; night < 4; night++) {
                    nights.maintenance.eraseSoon();
                    nights.pass();
                }

                assertThat(kept.get()).isEqualTo(2);
                assertThat(title(published, visitor)).isEqualTo("Bonjour");
                follower.await();
                assertThat(heard).isEmpty();
                published.update(
                        Identity.SYSTEM,
                        session -> NOTES.root(session).getNode("note").setProperty("titre", "Bonsoir"));
                assertThat(heard).containsExactly("/notes/note");
            }
        }
    }

    private static String title(WritableStore store, Identity reader) {
        return store.read(
                reader,
                session ->
                        NOTES.root(session).getNode("note").getProperty("titre").getString());
    }

    @Test
    void a_tree_as_deep_as_may_be_is_compacted_and_backed_up() throws Exception {
        try (Nights nights = new Nights(home)) {
            WritableStore author = nights.stores.author();
            author.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
            author.update(Identity.SYSTEM, session -> {
                Node node = NOTES.root(session);
                for (int depth = 1; depth <= Workspace.MAX_DEPTH; depth++) {
                    node = node.addNode("n", "mgnl:contentNode");
                }
            });
            nights.maintenance.eraseSoon();
            nights.pass();
            assertThat(nights.result(author).problem()).isEmpty();
            assertThat(nights.backups.make().bytes()).isPositive();
        }
    }

    static long number(List<String> told, String name) {
        return told.stream()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(told));
    }
}
