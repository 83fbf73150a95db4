package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.maintenance.Backups;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class StoreTests {

    private static final Workspace ACTUS = new Workspace("actus");
    private static final Identity VISITOR = Identity.anonymous(Set.of("visiteur"));
    private static final Identity ADHERENT =
            Identity.of("roue", Set.of("visiteur", "adherent"), Set.of(Audience.MEMBERS));
    private static final Identity CA =
            Identity.of("lea", Set.of("visiteur", "ca"), Set.of(Audience.MEMBERS, Audience.BOARD));

    @TempDir
    Path home;

    private WritableStore store;

    @BeforeEach
    void open() {
        store = PreparedStores.open("author", home);
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, ACTUS));
        store.update(
                Identity.SYSTEM,
                session -> AccessControl.setRole(session, ACTUS, "visiteur", List.of(new AccessRule("/*", 8))));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void each_audience_reads_what_is_for_it_and_nothing_else() {
        add("pour-tous", Audience.PUBLIC);
        add("pour-les-adherents", Audience.MEMBERS);
        add("pour-le-ca", Audience.BOARD);

        assertThat(readable(VISITOR)).containsExactly("pour-tous");
        assertThat(readable(ADHERENT)).containsExactly("pour-les-adherents", "pour-tous");
        assertThat(readable(CA)).containsExactly("pour-le-ca", "pour-les-adherents", "pour-tous");
    }

    @Test
    void a_node_for_members_is_not_found_by_its_identifier_either() {
        String id = add("pour-le-ca", Audience.BOARD);

        assertThat(store.<Boolean>read(
                        VISITOR, session -> ACTUS.nodeById(session, id).isPresent()))
                .isFalse();
        assertThat(store.<Boolean>read(
                        CA, session -> ACTUS.nodeById(session, id).isPresent()))
                .isTrue();
    }

    @Test
    void who_may_read_may_not_write_without_a_grant() {
        add("pour-tous", Audience.PUBLIC);

        assertThatThrownBy(() -> store.update(
                        VISITOR, session -> session.getNode("/actus/pour-tous").setProperty("titre", "Autre")))
                .hasRootCauseInstanceOf(org.apache.jackrabbit.oak.api.CommitFailedException.class);
        assertThat(store.<String>read(
                        VISITOR,
                        session -> session.getNode("/actus/pour-tous")
                                .getProperty("titre")
                                .getString()))
                .isEqualTo("pour-tous");
    }

    @Test
    void an_owner_writes_its_own_item_and_no_other() {
        Identity mains = Identity.of("mains", Set.of("contributeur"), Set.of());
        add("a-moi", Audience.PUBLIC);
        add("a-d-autres", Audience.PUBLIC);
        store.update(Identity.SYSTEM, session -> AccessControl.setOwner(session.getNode("/actus/a-moi"), "mains"));

        store.update(mains, session -> session.getNode("/actus/a-moi").setProperty("titre", "Changé"));
        assertThat(store.<Boolean>read(mains, session -> session.nodeExists("/actus/a-d-autres")))
                .isFalse();
    }

    @Test
    void a_role_denial_on_a_longer_path_wins_over_a_grant() {
        add("ouvert", Audience.PUBLIC);
        add("ferme", Audience.PUBLIC);
        store.update(
                Identity.SYSTEM,
                session -> AccessControl.setRole(
                        session, ACTUS, "visiteur", List.of(new AccessRule("/ferme", 0), new AccessRule("/*", 8))));

        assertThat(readable(VISITOR)).containsExactly("ouvert");
    }

    @Test
    void the_second_of_two_editors_is_told_and_overwrites_nothing() {
        add("a-deux", Audience.PUBLIC);
        edit("a-deux", 0, "Première main");

        assertThatThrownBy(() -> edit("a-deux", 0, "Seconde main")).isInstanceOf(ConcurrentEdit.class);

        assertThat(store.<String>read(
                        VISITOR,
                        session -> session.getNode("/actus/a-deux")
                                .getProperty("titre")
                                .getString()))
                .isEqualTo("Première main");
    }

    @Test
    void a_revision_says_who_saved_when_and_what_changed() {
        String id = add("suivi", Audience.PUBLIC);
        edit("suivi", 0, "Un");
        edit("suivi", 1, "Deux");

        List<Revision> revisions = store.read(Identity.SYSTEM, session -> Revisions.of(session, id));

        assertThat(revisions).extracting(Revision::number).containsExactly(2L, 1L);
        assertThat(revisions.get(0).by()).isEqualTo("lea");
        assertThat(revisions.get(0).changed()).containsExactly("titre");
        assertThat(revisions.get(1).snapshot()).contains("titre: Un");
    }

    @Test
    void followers_have_seen_a_save_when_it_returns() {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (ProjectionRunner follower = ProjectionRunner.start(
                store, "test", changes -> seen.addAll(changes.changed()), /* checkpoint= */ null)) {
            follower.await();
            add("vu", Audience.PUBLIC);
            assertThat(seen).contains("/actus/vu");
        }
    }

    @Test
    void a_follower_that_stands_on_others_takes_a_change_in_after_them() {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch overtaken = new CountDownLatch(1);
        try (ProjectionRunner last = ProjectionRunner.startLast(store, "last", changes -> {
                    order.add("last");
                    overtaken.countDown();
                });
                ProjectionRunner slow =
                        ProjectionRunner.start(store, "slow", changes -> order.add(slowly(overtaken)), null)) {
            add("vu", Audience.PUBLIC);
            slow.await();
            last.await();
            assertThat(order).first().isEqualTo("slow");
            assertThat(order).last().isEqualTo("last");
        }
    }

    private static String slowly(CountDownLatch overtaken) {
        try {
            return overtaken.await(300, TimeUnit.MILLISECONDS) ? "overtaken" : "slow";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_follower_catches_up_on_what_happened_while_it_was_away() throws IOException {
        String checkpoint = ProjectionRunner.checkpoint(store, "test");
        add("entre-temps", Audience.PUBLIC);
        store.close();
        store = PreparedStores.open("author", home);
        List<String> seen = new CopyOnWriteArrayList<>();

        try (ProjectionRunner follower =
                ProjectionRunner.start(store, "test", changes -> seen.addAll(changes.changed()), checkpoint)) {
            follower.await();
        }

        assertThat(seen).contains("/actus/entre-temps");
    }

    @Test
    void bootstrap_yaml_comes_back_as_it_was() {
        String yaml = """
                fete:
                  jcr:primaryType: mgnl:content
                  jcr:uuid: 0a000000-0000-4000-8000-000000000001
                  titre: Fête & <communs>
                  places: 40
                  prix: 2.5
                  ouvert: true
                  quand: 2026-06-01T10:00:00.000Z
                  themes: [culture, mobilite]
                  photo:
                    jcr:primaryType: mgnl:contentNode
                    jcr:uuid: 0a000000-0000-4000-8000-000000000002
                    alt: Des chaises
                """;
        boolean[] imported = new boolean[2];
        store.update(Identity.SYSTEM, session -> {
            Bootstrap bootstrap = new Bootstrap(session, Duration.ZERO);
            imported[0] = bootstrap.run("actus.2026.fete.yaml", stream(yaml));
            imported[1] = bootstrap.run("actus.2026.fete.yaml", stream(yaml));
        });

        assertThat(imported).containsExactly(true, false);
        String exported =
                store.read(Identity.SYSTEM, session -> BootstrapYaml.export(session.getNode("/actus/2026/fete")));
        assertThat(BootstrapYaml.values(exported)).isEqualTo(BootstrapYaml.values(yaml));
    }

    @Test
    void an_identifier_that_is_taken_is_replaced_and_its_references_follow() {
        String first = "un: {jcr:primaryType: mgnl:content, jcr:uuid: 0a000000-0000-4000-8000-000000000009}";
        String second = "deux: {jcr:primaryType: mgnl:content, jcr:uuid: 0a000000-0000-4000-8000-000000000009,"
                + " moi: 0a000000-0000-4000-8000-000000000009,"
                + " photo: 'jcr:0a000000-0000-4000-8000-000000000009'}";
        store.update(Identity.SYSTEM, session -> {
            Bootstrap bootstrap = new Bootstrap(session, Duration.ZERO);
            bootstrap.run("actus.un.yaml", stream(first));
            bootstrap.run("lieux.deux.yaml", stream(second));
            assertThat(bootstrap.replacedIdentifiers()).containsOnlyKeys("0a000000-0000-4000-8000-000000000009");
            Node deux = session.getNode("/lieux/deux");
            assertThat(deux.getProperty("moi").getString()).isEqualTo(deux.getIdentifier());
            assertThat(deux.getProperty("photo").getString()).as("an asset").isEqualTo("jcr:" + deux.getIdentifier());
        });
    }

    @Test
    void OPS_09_dates_of_demo_nodes_move_by_whole_days() {
        String yaml = "x: {jcr:primaryType: mgnl:content, demo: true, publie: 2026-06-01T08:30:00Z}";
        store.update(Identity.SYSTEM, session -> {
            new Bootstrap(session, Duration.ofDays(10)).run("actus.x.yaml", stream(yaml));
            assertThat(session.getNode("/actus/x")
                            .getProperty("publie")
                            .getDate()
                            .toInstant())
                    .isEqualTo(Instant.parse("2026-06-11T08:30:00Z"));
        });
    }

    @Test
    void OPS_03_a_backup_asked_for_after_a_mishap_leaves_that_of_the_night_before() {
        LocalDateTime night = LocalDateTime.of(2026, 11, 26, 2, 30);
        Set<LocalDateTime> there = new TreeSet<>(Set.of(night, night.plusHours(7), night.plusHours(8)));

        assertThat(Backups.kept(there, 7, 4, 6)).containsExactlyInAnyOrderElementsOf(there);
        there.add(night.plusHours(9));
        assertThat(Backups.kept(there, 7, 4, 6)).hasSize(3).doesNotContain(night);
        assertThat(Backups.kept(there, 1, 0, 0)).containsExactly(night.plusHours(9));
    }

    @Test
    void OPS_03_of_a_year_of_nights_seven_days_four_weeks_and_six_months_are_kept() {
        Set<LocalDateTime> there = new TreeSet<>();
        LocalDateTime last = LocalDateTime.of(2026, 11, 26, 2, 30);
        for (LocalDateTime night = last.minusDays(365); !night.isAfter(last); night = night.plusDays(1)) {
            there.add(night);
            there.retainAll(Backups.kept(there, 7, 4, 6));
        }

        assertThat(there)
                .extracting(night -> night.toLocalDate().toString())
                .containsExactly(
                        "2026-06-30",
                        "2026-07-31",
                        "2026-08-31",
                        "2026-09-30",
                        "2026-10-31",
                        "2026-11-08",
                        "2026-11-15",
                        "2026-11-20",
                        "2026-11-21",
                        "2026-11-22",
                        "2026-11-23",
                        "2026-11-24",
                        "2026-11-25",
                        "2026-11-26");
    }

    @Test
    void a_path_that_tries_to_leave_its_workspace_is_not_well_formed() {
        assertThat(Workspace.isWellFormed("/2026/fete")).isTrue();
        assertThat(Workspace.isWellFormed("/../users/admin")).isFalse();
        assertThat(Workspace.isWellFormed("//x")).isFalse();
        assertThat(Workspace.isWellFormed("/a[1]")).isFalse();
        assertThat(Workspace.isWellFormed("/a\u0000b")).isFalse();
        assertThat(Workspace.isWellFormed("/" + "a".repeat(3000))).isFalse();
    }

    @Test
    void a_second_process_is_refused_the_folder_with_a_clear_failure() {
        assertThatThrownBy(() -> PreparedStores.open("author", home))
                .isInstanceOf(RepositoryFailure.class)
                .hasMessageContaining(home.toString());
    }

    private String add(String name, Audience audience) {
        return store.write(Identity.SYSTEM, session -> {
            Node node = ACTUS.root(session).addNode(name, "mgnl:content");
            node.setProperty("titre", name);
            AccessControl.setAudience(node, audience);
            return node.getIdentifier();
        });
    }

    private void edit(String name, long expected, String titre) {
        store.update(Identity.SYSTEM, session -> {
            Node node = session.getNode("/actus/" + name);
            node.setProperty("titre", titre);
            Revisions.record(session, node, expected, "lea", Instant.parse("2026-06-01T10:00:00Z"));
        });
    }

    private List<String> readable(Identity identity) {
        return store.read(identity, StoreTests::names);
    }

    private static List<String> names(Session session) throws RepositoryException {
        List<String> names = new java.util.ArrayList<>();
        for (var nodes = ACTUS.root(session).getNodes(); nodes.hasNext(); ) {
            names.add(nodes.nextNode().getName());
        }
        return names.stream().sorted().toList();
    }

    private static ByteArrayInputStream stream(String yaml) {
        return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
