package org.bocage.editorial.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.MaintenanceOptions;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.publishing.BareStores;
import org.bocage.editorial.publishing.PublishedProjection;
import org.bocage.editorial.workflow.notices.Reminders;
import org.bocage.editorial.workflow.schedule.JournalRetention;
import org.bocage.editorial.workflow.schedule.ScheduledPublications;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The loop between who writes and who reviews, on real stores with the real actus module and workflow file. */
class ReviewTests {

    private static final Workspace ACTUS = new Workspace("actus");
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final Actor MAINS = new Actor("contributeur", "Les Mains Vertes", Set.of("contributeur"));
    private static final Actor AUTRE = new Actor("autre", "Quelqu’un d’autre", Set.of("contributeur"));
    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final Actor TINO = new Actor("ca2", "Tino", Set.of("ca"));
    private static final String THEME = "b0ca0002-0000-4000-8000-000000000005";
    private static final List<String> GESTURES =
            List.of("enregistrer", "proposer", "retirer", "publier", "accepter", "reprendre", "refuser", "archiver");
    /** What no reader of the published store may see, column « Sees » of the content types. */
    private static final String SECRET = "valeur-qui-ne-doit-pas-sortir";

    @TempDir
    Path home;

    private Stores stores;
    private ContentIndexes indexes;
    private Workflow workflow;
    private Review review;
    private PublishedProjection projection;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        stores = new Stores(
                PreparedStores.open("author", home.resolve("author"), "actus", ReviewTests::prepare),
                PreparedStores.open("published", home.resolve("published"), "actus", ReviewTests::prepare));
        indexes = new ContentIndexes(
                new ContentIndex(stores.author(), home.resolve("index-author")),
                new ContentIndex(stores.published(), home.resolve("index-published")));
        projection = BareStores.follow(
                stores, BareStores::definitions, indexes.published(), Clock.fixed(NOW, ZoneOffset.UTC));
        try (InputStream file = Files.newInputStream(Path.of("config/workflow/contenu.yaml"))) {
            workflow = Workflow.read(file);
            review = new Review(
                    stores,
                    new ItemNames(indexes),
                    BareStores.publisher(stores, BareStores::definitions, indexes.published()),
                    workflow,
                    new Delegations(stores),
                    (session, item, transition, by, comment) -> told.add(transition.mail()),
                    Clock.fixed(NOW, ZoneOffset.UTC));
        }
    }

    private static void prepare(WritableStore store) {
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, ACTUS);
            NodeTypes.ensureWorkspace(session, Workspace.DAM);
            NodeTypes.ensure(session, java.util.Map.of(), java.util.Map.of("bocage:actu", "mgnl:content"));
        });
    }

    @AfterEach
    void close() throws Exception {
        projection.close();
        indexes.author().close();
        indexes.published().close();
        stores.author().close();
        stores.published().close();
    }

    @Test
    void proposes_then_is_sent_back_with_comment_then_is_accepted_and_only_then_online() {
        create("fete", MAINS, "proposer");
        assertThat(online("fete")).isEmpty();

        move("fete", "reprendre", NOOR, "Ajoutez l’heure, s’il vous plaît.");
        assertThat(state("fete")).isEqualTo(State.A_REPRENDRE);
        assertThat(online("fete")).isEmpty();

        move("fete", "proposer", MAINS, "");
        move("fete", "accepter", NOOR, "");

        assertThat(state("fete")).isEqualTo(State.PUBLIE);
        assertThat(online("fete")).isEqualTo("fete");
        assertThat(told).containsExactly("proposition-recue", "reprise-demandee", "proposition-recue", "publiee");
    }

    @Test
    void what_was_thrown_away_is_there_for_thirty_days_and_then_gone_for_good() {
        create("a-jeter", MAINS, "enregistrer");
        String id = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> ACTUS.node(session, "/a-jeter").orElseThrow().getIdentifier());
        trashAt(NOW).throwAway(ACTUS, id, NOOR);

        new ItemByItem("Trash").run(trashAt(NOW.plus(Duration.ofDays(30)).minusSeconds(60))::empty);
        assertThat(trashAt(NOW).seenBy(NOOR, 0, 9).page()).hasSize(1);
        new ItemByItem("Trash").run(trashAt(NOW.plus(Duration.ofDays(30)).plusSeconds(60))::empty);
        assertThat(trashAt(NOW).seenBy(NOOR, 0, 9).page()).isEmpty();
        assertThat(stores.author()
                        .<Boolean>read(
                                Identity.SYSTEM,
                                session -> Workspace.byId(session, id).isEmpty()))
                .isTrue();
    }

    private Trash trashAt(Instant moment) {
        return new Trash(stores, workflow, Runnable::run, Clock.fixed(moment, ZoneOffset.UTC));
    }

    @Test
    void the_version_on_line_stays_while_a_new_one_is_reviewed() {
        create("fete", NOOR, "publier");
        edit("fete", "proposer", NOOR, "Nouveau titre");

        assertThat(state("fete")).isEqualTo(State.PROPOSE);
        assertThat(online("fete")).isEqualTo("fete");

        move("fete", "accepter", NOOR, "");
        assertThat(online("fete")).isEqualTo("Nouveau titre");
    }

    @Test
    void a_refused_new_version_is_dropped_and_the_one_on_line_stays() {
        create("fete", MAINS, "proposer");
        move("fete", "accepter", NOOR, "");
        edit("fete", "proposer", MAINS, "Mauvais titre");

        move("fete", "refuser", NOOR, "On garde l’ancien.");

        assertThat(state("fete")).isEqualTo(State.PUBLIE);
        assertThat(online("fete")).isEqualTo("fete");
        assertThat(stores.author()
                        .<String>read(
                                Identity.SYSTEM,
                                session -> session.getNode("/actus/fete")
                                        .getProperty("titre")
                                        .getString()))
                .isEqualTo("fete");
    }

    @Test
    void archiving_and_taking_back_both_go_off_line() {
        create("un", NOOR, "publier");
        create("deux", NOOR, "publier");

        move("un", "archiver", NOOR, "");
        move("deux", "reprendre", NOOR, "Une erreur de date.");

        assertThat(online("un")).isEmpty();
        assertThat(online("deux")).isEmpty();
    }

    @Test
    void a_picture_goes_off_line_with_the_last_item_that_shows_it() {
        String shared = picture("partagee");
        String own = picture("seule");
        create("un", NOOR, "publier", shared, own);
        create("deux", NOOR, "publier", shared);
        assertThat(onlinePictures()).containsExactlyInAnyOrder("partagee", "seule");

        move("un", "archiver", NOOR, "");
        assertThat(onlinePictures()).containsExactly("partagee");

        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus/deux");
            review.move(
                    session,
                    item,
                    "publier",
                    NOOR,
                    1,
                    "",
                    node -> node.getNode("photos").remove());
        });
        assertThat(onlinePictures()).as("a picture taken out of its item").isEmpty();
    }

    @Test
    void what_was_to_be_read_until_a_moment_goes_off_line_then() {
        create("fete", NOOR, "publier");
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/actus/fete")
                                .setProperty("depublierLe", Dates.utc(NOW.plusSeconds(3600))));

        look(NOW);
        assertThat(online("fete")).isEqualTo("fete");

        look(NOW.plusSeconds(3601));
        assertThat(online("fete")).isEmpty();
        assertThat(state("fete")).isEqualTo(State.ARCHIVE);
    }

    @Test
    void what_is_due_goes_on_line_once_though_two_look_at_the_clock_together() throws Exception {
        scheduled("fete", NOW.plusSeconds(60));
        look(NOW.plusSeconds(59));
        assertThat(online("fete")).as("a second before").isEmpty();

        Instant due = NOW.plusSeconds(61);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService clocks = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> looks = new ArrayList<>();
            for (Review one : List.of(reviewAt(due), reviewAt(due))) {
                looks.add(clocks.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    one.publishDue("actus", "/fete");
                    return null;
                }));
            }
            for (Future<?> look : looks) {
                look.get(30, TimeUnit.SECONDS);
            }
        } finally {
            clocks.shutdown();
        }

        assertThat(online("fete")).isEqualTo("fete");
        assertThat(journal("fete")).containsOnlyOnce(State.PUBLIE).hasSize(2);
        assertThat(stores.author()
                        .<Long>read(Identity.SYSTEM, session -> Revisions.number(session.getNode("/actus/fete"))))
                .as("written, accepted, published once")
                .isEqualTo(3);
    }

    @Test
    void what_was_put_off_since_the_list_was_read_waits_for_its_new_moment() {
        scheduled("fete", NOW.plusSeconds(7200));

        reviewAt(NOW.plusSeconds(61)).publishDue("actus", "/fete");
        assertThat(online("fete")).isEmpty();

        reviewAt(NOW.plusSeconds(7201)).publishDue("actus", "/fete");
        assertThat(online("fete")).isEqualTo("fete");
        reviewAt(NOW.plusSeconds(7202)).unpublishDue("actus", "/fete");
        assertThat(online("fete")).as("no end was given").isEqualTo("fete");
    }

    @Test
    void what_a_clock_that_stopped_had_taken_is_taken_up_after_two_minutes() {
        scheduled("fete", NOW.plusSeconds(60));
        stores.author().update(Identity.SYSTEM, session -> {
            session.getNode("/actus/fete").setProperty("prisPar", "une autre machine");
            session.getNode("/actus/fete").setProperty("prisLe", Dates.utc(NOW.plusSeconds(60)));
        });

        reviewAt(NOW.plusSeconds(100)).publishDue("actus", "/fete");
        assertThat(online("fete")).isEmpty();

        reviewAt(NOW.plusSeconds(181)).publishDue("actus", "/fete");
        assertThat(online("fete")).isEqualTo("fete");
    }

    @Test
    void AC_09_a_clock_that_is_set_back_publishes_nothing_twice_and_takes_nothing_off() {
        scheduled("fete", NOW.plusSeconds(60));
        look(NOW.plusSeconds(61));
        look(NOW.minus(Duration.ofHours(1)));
        look(NOW.plusSeconds(61));

        assertThat(online("fete")).isEqualTo("fete");
        assertThat(journal("fete")).containsOnlyOnce(State.PUBLIE);
    }

    @Test
    void AC_09_what_was_taken_by_a_clock_that_was_set_back_since_is_not_held_until_then() {
        scheduled("fete", NOW.plusSeconds(60));
        stores.author().update(Identity.SYSTEM, session -> {
            session.getNode("/actus/fete").setProperty("prisPar", "une autre machine");
            session.getNode("/actus/fete").setProperty("prisLe", Dates.utc(NOW.plus(Duration.ofHours(1))));
        });

        look(NOW.plusSeconds(61));

        assertThat(online("fete")).isEqualTo("fete");
    }

    @Test
    void CT_06_who_waits_three_then_five_working_days_makes_a_reminder_leave_once_each() {
        create("fete", MAINS, "proposer");
        told.clear();

        look(NOW.plus(Duration.ofDays(3)));
        assertThat(told).as("three working days, not more").isEmpty();
        look(NOW.plus(Duration.ofDays(4)));
        look(NOW.plus(Duration.ofDays(4)));
        assertThat(told).containsExactly("rappel relecture");
        look(NOW.plus(Duration.ofDays(7)));
        assertThat(told).as("the weekend does not count").hasSize(1);
        look(NOW.plus(Duration.ofDays(8)));
        look(NOW.plus(Duration.ofDays(30)));
        assertThat(told).containsExactly("rappel relecture", "rappel delegue");
    }

    @Test
    void CT_06_a_public_holiday_is_no_working_day_and_the_days_are_a_setting() throws IOException {
        Instant beforeEaster = Instant.parse("2026-04-02T10:00:00Z");
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = ACTUS.root(session).addNode("paques", "bocage:actu");
            item.setProperty("auteur", MAINS.name());
            reviewAt(beforeEaster).move(session, item, "proposer", MAINS, 0, "", node -> {
                node.setProperty("titre", "paques");
            });
        });
        told.clear();

        look(Instant.parse("2026-04-08T10:00:00Z"));
        assertThat(told).as("Friday, Tuesday, Wednesday: Easter Monday is none").isEmpty();
        look(Instant.parse("2026-04-09T10:00:00Z"));
        assertThat(told).containsExactly("rappel relecture");

        String file = Files.readString(Path.of("config/workflow/contenu.yaml"))
                .replace("- {apres: 5, a: delegue, mail: rappel}", "- {apres: 9, a: delegue, mail: rappel}")
                .replace("\ndelai: 5\n", "\ndelai: 8\n");
        workflow =
                Workflow.read(new java.io.ByteArrayInputStream(file.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(workflow.answerWithin()).isEqualTo(8);
        look(Instant.parse("2026-04-16T10:00:00Z"));
        assertThat(told).as("nine working days, not more").hasSize(1);
        look(Instant.parse("2026-04-17T10:00:00Z"));
        assertThat(told).containsExactly("rappel relecture", "rappel delegue");
    }

    private void scheduled(String name, Instant when) {
        create(name, NOOR, "enregistrer");
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus/" + name);
            item.setProperty("publierLe", Dates.utc(when));
            session.save();
            review.move(session, item, "publier", NOOR, 1, "", node -> {});
        });
    }

    private List<State> journal(String name) {
        return stores.author().read(Identity.SYSTEM, session -> Journal.of(session, "2026-06")).stream()
                .filter(entry -> entry.title().equals(name))
                .map(Journal.Entry::to)
                .filter(state -> state != State.BROUILLON)
                .toList();
    }

    private Review reviewAt(Instant moment) {
        return new Review(
                stores,
                new ItemNames(indexes),
                BareStores.publisher(stores, BareStores::definitions, indexes.published()),
                workflow,
                new Delegations(stores),
                (session, item, transition, by, comment) -> told.add(transition.mail()),
                Clock.fixed(moment, ZoneOffset.UTC));
    }

    @Test
    void what_was_refused_is_put_away_after_sixty_days() {
        create("fete", MAINS, "proposer");
        move("fete", "refuser", NOOR, "Hors du territoire.");

        look(NOW.plus(Duration.ofDays(59)));
        assertThat(state("fete")).isEqualTo(State.REFUSE);

        look(NOW.plus(Duration.ofDays(61)));
        assertThat(state("fete")).isEqualTo(State.ARCHIVE);
    }

    /** The table of states (CT-03): who moves a content from a state to another, by any gesture that people have. */
    private static final String PASSAGES = """
            from        | brouillon | propose | a-reprendre | publie | refuse | archive
            nouveau     | a s       | a s     | -           | s      | -      | -
            brouillon   | a s       | a       | -           | s      | -      | -
            propose     | a         | a s     | d s         | d s    | d s    | h
            a-reprendre | -         | a       | a s         | s      | d s    | -
            publie      | a s       | a       | d s         | s      | -      | a d h s
            programme   | a s       | a       | d s         | s      | -      | a d h s
            refuse      | -         | -       | -           | -      | -      | h
            archive     | -         | -       | -           | s      | -      | -
            """;

    @Test
    void CT_03_contents_move_as_the_table_of_states_says_and_in_no_other_way() {
        new Delegations(stores)
                .entrust(
                        TINO.name(),
                        Set.of(THEME),
                        java.time.LocalDate.parse("2026-06-01"),
                        java.time.LocalDate.parse("2026-06-01"),
                        NOOR.name());
        Map<String, Actor> people =
                new TreeMap<>(Map.of("a", MAINS, "d", TINO, "h", Actor.CLOCK, "o", AUTRE, "s", NOOR));
        List<State> to =
                List.of(State.BROUILLON, State.PROPOSE, State.A_REPRENDRE, State.PUBLIE, State.REFUSE, State.ARCHIVE);
        StringBuilder table = new StringBuilder("from|brouillon|propose|a-reprendre|publie|refuse|archive\n");
        for (State from : List.of(
                State.NOUVEAU,
                State.BROUILLON,
                State.PROPOSE,
                State.A_REPRENDRE,
                State.PUBLIE,
                State.PROGRAMME,
                State.REFUSE,
                State.ARCHIVE)) {
            Map<State, Set<String>> reached = new HashMap<>();
            // what was refused is as it was, and serves again
            Map<State, String> spare = new HashMap<>();
            people.forEach((letter, who) -> {
                for (String action : GESTURES) {
                    tried(from, action, letter, who, spare)
                            .ifPresent(state -> reached.computeIfAbsent(state, one -> new TreeSet<>())
                                    .add(letter));
                }
            });
            table.append(from.key());
            for (State state : to) {
                Set<String> by = reached.getOrDefault(state, Set.of());
                table.append('|').append(by.isEmpty() ? "-" : String.join(" ", by));
            }
            table.append('\n');
        }

        assertThat(table.toString())
                .isEqualTo(PASSAGES.replaceAll(" *\\| *", "|").replaceAll(" +\n", "\n"));
    }

    /** Where an item is after somebody's gesture; empty when it is refused, and then the item is where it was. */
    private Optional<State> tried(State from, String action, String letter, Actor who, Map<State, String> spare) {
        String name = from.key() + "-" + action + "-" + letter;
        if (from == State.NOUVEAU) {
            // whoever adds one is its author
            if (!who.equals(MAINS) && !who.equals(NOOR)) {
                return Optional.empty();
            }
            try {
                create(name, who, action);
                return Optional.of(state(name));
            } catch (RefusedTransition e) {
                return Optional.empty();
            }
        }
        String item = spare.computeIfAbsent(from, state -> inState(state, name));
        try {
            move(item, action, who, "Un mot.");
            spare.remove(from);
            return Optional.of(state(item));
        } catch (RefusedTransition e) {
            assertThat(e.reason()).as(name).isEqualTo(RefusedTransition.Reason.NOT_PERMITTED);
            assertThat(state(item)).as(name).isEqualTo(from);
            return Optional.empty();
        }
    }

    private String inState(State state, String name) {
        create(name, MAINS, "enregistrer");
        stores.author().update(Identity.SYSTEM, session -> {
            session.getNode("/actus/" + name).setProperty("etat", state.key());
            session.getNode("/actus/" + name).setProperty("themes", new String[] {THEME});
        });
        return name;
    }

    @ParameterizedTest
    @CsvSource({"accepter", "reprendre", "refuser", "retirer", "enregistrer"})
    void CT_04_somebody_else_s_proposal_is_not_theirs_to_move(String action) {
        create("x", MAINS, "proposer");

        assertThatThrownBy(() -> move("x", action, AUTRE, "Un commentaire")).isInstanceOf(RefusedTransition.class);
    }

    @Test
    void CT_04_nobody_accepts_their_own_proposal_but_who_reviews_and_then_it_is_in_the_journal() {
        create("x", MAINS, "proposer");
        assertThatThrownBy(() -> move("x", "accepter", MAINS, "")).isInstanceOf(RefusedTransition.class);
        create("du-ca", TINO, "proposer");
        new Delegations(stores)
                .entrust(
                        TINO.name(),
                        Set.of(THEME),
                        java.time.LocalDate.parse("2026-06-01"),
                        java.time.LocalDate.parse("2026-06-01"),
                        NOOR.name());
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/actus/du-ca").setProperty("themes", new String[] {THEME}));
        assertThatThrownBy(() -> move("du-ca", "accepter", TINO, ""))
                .as("though its theme is in their hands")
                .isInstanceOf(RefusedTransition.class);

        create("de-noor", NOOR, "proposer");
        move("de-noor", "accepter", NOOR, "");

        List<Journal.Entry> entries = stores.author().read(Identity.SYSTEM, session -> Journal.of(session, "2026-06"));
        assertThat(entries)
                .filteredOn(entry -> entry.to() == State.PUBLIE)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.title()).isEqualTo("de-noor");
                    assertThat(entry.own()).isTrue();
                });
    }

    @Test
    void a_new_version_is_asked_for_with_a_comment_or_not_at_all() {
        create("x", MAINS, "proposer");

        assertThatThrownBy(() -> move("x", "reprendre", NOOR, "   "))
                .isInstanceOf(RefusedTransition.class)
                .extracting(e -> ((RefusedTransition) e).reason())
                .isEqualTo(RefusedTransition.Reason.COMMENT_MISSING);
    }

    @Test
    void a_decision_on_a_version_that_changed_meanwhile_is_not_taken() {
        create("x", MAINS, "proposer");
        move("x", "retirer", MAINS, "");

        assertThatThrownBy(() -> stores.author().update(Identity.SYSTEM, session -> {
                    Node item = session.getNode("/actus/x");
                    review.move(session, item, "publier", NOOR, 1, "", node -> {});
                }))
                .isInstanceOf(ConcurrentEdit.class);
        assertThat(online("x")).isEmpty();
    }

    @Test
    void what_is_not_for_the_public_is_not_in_the_published_store() {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = ACTUS.root(session).addNode("x", "bocage:actu");
            item.setProperty("auteur", NOOR.name());
            review.move(session, item, "publier", NOOR, 0, "", node -> {
                node.setProperty("titre", "Titre public");
                node.setProperty("champInconnu", SECRET);
                node.setProperty("mgnl:createdBy", SECRET);
                Node proposer = node.addNode("proposePar", "mgnl:contentNode");
                proposer.setProperty("courriel", SECRET);
                Node comments = node.addNode("commentairesRelecture", "mgnl:contentNode");
                Node comment = comments.addNode("0", "mgnl:contentNode");
                comment.setProperty("texte", SECRET);
                comment.setProperty("auteur", SECRET);
                comment.setProperty("date", java.util.Calendar.getInstance());
            });
        });

        String all = stores.published()
                .read(
                        Identity.SYSTEM,
                        session ->
                                org.bocage.cms.repository.exchange.BootstrapYaml.export(session.getNode("/actus/x")));
        assertThat(all).contains("Titre public").doesNotContain(SECRET).doesNotContain("salariee");
        assertThat(all).doesNotContain("etat:").doesNotContain("auteur:").doesNotContain("visibilite:");
    }

    @Test
    void the_journal_tells_a_decision_on_one_s_own_item() {
        create("x", NOOR, "publier");

        List<Journal.Entry> entries = stores.author().read(Identity.SYSTEM, session -> Journal.of(session, "2026-06"));

        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).own()).isTrue();
        assertThat(entries.get(0).to()).isEqualTo(State.PUBLIE);
    }

    @Test
    void CT_15_the_board_is_told_how_long_proposals_take_on_average() {
        create("vite", MAINS, "proposer");
        moveAt("vite", "accepter", NOW.plus(Duration.ofDays(1)));
        create("renvoyee", MAINS, "proposer");
        moveAt("renvoyee", "reprendre", NOW.plus(Duration.ofDays(1)));
        edit("renvoyee", "proposer", MAINS, "renvoyee");
        moveAt("renvoyee", "accepter", NOW.plus(Duration.ofDays(5)));
        create("refusee", MAINS, "proposer");
        moveAt("refusee", "refuser", NOW.plus(Duration.ofDays(40)));
        create("de-sa-main", NOOR, "publier");

        assertThat(delayAt(NOW.plus(Duration.ofDays(80)))).contains(new Delays.Mean(Duration.ofDays(3), 2));
        assertThat(delayAt(NOW.plus(Duration.ofDays(93))))
                .as("ninety days back only")
                .contains(new Delays.Mean(Duration.ofDays(5), 1));
        assertThat(delayAt(NOW.plus(Duration.ofDays(100)))).isEmpty();
    }

    private java.util.Optional<Delays.Mean> delayAt(Instant moment) {
        return new Delays(stores, Clock.fixed(moment, ZoneOffset.UTC)).mean();
    }

    private void moveAt(String name, String action, Instant moment) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus/" + name);
            reviewAt(moment).move(session, item, action, NOOR, Revisions.number(item), "Un mot.", node -> {});
        });
    }

    @Test
    void CT_11_the_journal_forgets_after_twelve_months() {
        create("ancienne", NOOR, "publier");
        Instant aYearOn = NOW.atZone(ZoneOffset.UTC).plusMonths(12).toInstant();

        forgetJournal(aYearOn.minusSeconds(1));
        assertThat(journal("ancienne")).hasSize(1);

        forgetJournal(aYearOn.plusSeconds(1));
        assertThat(journal("ancienne")).isEmpty();
        assertThat(state("ancienne")).isEqualTo(State.PUBLIE);
    }

    @Test
    void CT_11_a_line_of_the_journal_that_cannot_be_read_keeps_no_other() {
        List<String> names = List.of("une", "deux", "trois");
        names.forEach(name -> create(name, NOOR, "publier"));
        stores.author().update(Identity.SYSTEM, session -> {
            Node line = line(session, "deux");
            line.getProperty("date").remove();
            line.setProperty("date", "hier");
        });

        forgetJournal(NOW.plus(Duration.ofDays(400)));

        assertThat(stores.author().<List<String>>read(Identity.SYSTEM, session -> {
                    List<String> titles = new ArrayList<>();
                    for (NodeIterator lines =
                                    session.getNode("/journal/2026-06").getNodes();
                            lines.hasNext(); ) {
                        titles.add(lines.nextNode().getProperty("titre").getString());
                    }
                    return titles;
                }))
                .containsExactly("deux");
    }

    private static Node line(Session session, String title) throws RepositoryException {
        for (NodeIterator lines = session.getNode("/journal/2026-06").getNodes(); lines.hasNext(); ) {
            Node line = lines.nextNode();
            if (line.getProperty("titre").getString().equals(title)) {
                return line;
            }
        }
        throw new AssertionError(title);
    }

    private void forgetJournal(Instant night) {
        MaintenanceOptions options = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("bocage.maintenance", MaintenanceOptions.class);
        new JournalRetention(stores, options, Clock.fixed(night, ZoneOffset.UTC)).forgetOld();
    }

    /** The clock looks around, at a moment. */
    private void look(Instant moment) {
        Clock clock = Clock.fixed(moment, ZoneOffset.UTC);
        Notice notice = new Notice() {
            @Override
            public void tell(Session session, Node item, Transition transition, Actor by, String comment) {
                told.add(transition.mail());
            }

            @Override
            public void remind(Session session, Node item, Workflow.Reminder reminder) {
                told.add(reminder.mail() + " " + reminder.to().name().toLowerCase(Locale.ROOT));
            }
        };
        new ScheduledPublications(
                        indexes,
                        reviewAt(moment),
                        new Trash(stores, workflow, Runnable::run, clock),
                        new Reminders(stores, indexes, workflow, notice, clock),
                        clock)
                .look();
    }

    private void create(String name, Actor author, String action, String... pictures) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = ACTUS.root(session).addNode(name, "bocage:actu");
            item.setProperty("auteur", author.name());
            if (pictures.length > 0) {
                Node photos = item.addNode("photos", "mgnl:contentNode");
                for (String picture : pictures) {
                    photos.addNode(String.valueOf(photos.getNodes().getSize()), "mgnl:contentNode")
                            .setProperty("image", "jcr:" + picture);
                }
            }
            review.move(session, item, action, author, 0, "", node -> node.setProperty("titre", name));
        });
    }

    private String picture(String name) {
        return stores.author()
                .write(
                        Identity.SYSTEM,
                        session -> Workspace.DAM
                                .root(session)
                                .addNode(name, "mgnl:asset")
                                .getIdentifier());
    }

    private List<String> onlinePictures() {
        return stores.published().read(Identity.SYSTEM, session -> {
            List<String> names = new ArrayList<>();
            for (NodeIterator nodes = Workspace.DAM.root(session).getNodes(); nodes.hasNext(); ) {
                names.add(nodes.nextNode().getName());
            }
            return names;
        });
    }

    private void edit(String name, String action, Actor actor, String titre) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus/" + name);
            review.move(
                    session, item, action, actor, Revisions.number(item), "", node -> node.setProperty("titre", titre));
        });
    }

    private void move(String name, String action, Actor actor, String comment) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus/" + name);
            review.move(session, item, action, actor, Revisions.number(item), comment, node -> {});
        });
    }

    private State state(String name) {
        return stores.author().read(Identity.SYSTEM, session -> ItemState.of(session.getNode("/actus/" + name)));
    }

    private String online(String name) {
        return stores.published()
                .read(
                        Identity.SYSTEM,
                        session -> session.nodeExists("/actus/" + name)
                                ? session.getNode("/actus/" + name)
                                        .getProperty("titre")
                                        .getString()
                                : "");
    }
}
