package org.bocage.editorial.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.e2e.DemoHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.support.ScheduledMethodRunnable;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Scheduled jobs that go on to every item, although an earlier one cannot be read or makes the work fail. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=accounts")
class PoisonedItemTests {

    /** Jobs that are one piece of work: there is no other item that they could stop, or they set aside themselves what fails. */
    private static final Set<String> ONE_PIECE = Set.of(
            "Backups.eachNight",
            "StoreMaintenance.compact",
            "RevisionRetention.forgetOld",
            "JournalRetention.forgetOld",
            "PublishedProjection.reconcile",
            "PublishedProjection.renewCheckpoint",
            "SearchConfiguration$Persistence.persist",
            "FailedSearches.save",
            "HealthWatch.look",
            "IdleHeap.look",
            "NewerVersion.ask",
            "ShareCounter.save",
            "PageViews.save",
            "VisibilityRules.standAnew",
            // a link for one person, the drawing of the whole territory
            "AdminLinks.look",
            "TerritoryUpkeep.look");

    @TempDir
    static Path home;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Stores stores;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.emptyAt(home);
        properties.add("bocage.home", () -> data);
    }

    /** Makes an item that a job has to do something to. */
    private interface Making {
        Node make(Session session, String name) throws RepositoryException;
    }

    /** Spoils one, or looks whether it was done. */
    private interface Poison {
        void spoil(Node item) throws RepositoryException;
    }

    private interface Done {
        boolean is(Session session, String path) throws RepositoryException;
    }

    /**
     * A job.
     *
     * @param key class and method
     * @param about which part of it
     */
    private record Job(String key, String about, Making making, Poison poison, Done done) {
        @Override
        public String toString() {
            return key + ", " + about;
        }
    }

    private static Calendar in(int days) {
        return Dates.utc(Instant.now().plus(Duration.ofDays(days)));
    }

    private static Node add(Session session, String folder, String name, String type) throws RepositoryException {
        Node node = session.getNode("/");
        for (String step : folder.substring(1).split("/")) {
            node = node.hasNode(step) ? node.getNode(step) : node.addNode(step, "bocage:workspace");
        }
        return node.addNode(name, type);
    }

    private static Node item(Session session, String folder, String name, String type, Map<String, String> texts)
            throws RepositoryException {
        Node node = add(session, folder, name, type);
        for (Map.Entry<String, String> one : texts.entrySet()) {
            node.setProperty(one.getKey(), one.getValue());
        }
        return node;
    }

    /** Makes items of somebody's in a state, each with a date. */
    private static Making written(String folder, String type, String state, String property, Calendar date) {
        return (session, name) -> {
            Map<String, String> texts = Map.of("titre", name, "etat", state, "auteur", "contributeur");
            Node node = item(session, folder, name, type, texts);
            node.setProperty(property, date);
            return node;
        };
    }

    private static Done has(String property) {
        return (session, path) ->
                session.nodeExists(path) && session.getNode(path).hasProperty(property);
    }

    private static final Done GONE = (session, path) -> !session.nodeExists(path);

    private static Poison noDate(String property) {
        return node -> {
            node.setProperty(property, (Calendar) null);
            node.setProperty(property, "hier");
        };
    }

    private static Poison two(String property) {
        return node -> {
            if (node.hasProperty(property)) {
                node.getProperty(property).remove();
            }
            node.setProperty(property, new String[] {"un", "deux"});
        };
    }

    private static Poison twoDates(String property) {
        return node -> {
            Value date = node.getProperty(property).getValue();
            node.getProperty(property).remove();
            node.setProperty(property, new Value[] {date, date});
        };
    }

    private static Poison without(String property) {
        return node -> node.getProperty(property).remove();
    }

    /** A job that takes away what lies in a folder and has done its time. */
    private static Job forgets(String key, String folder, String date) {
        return new Job(
                key,
                folder,
                (session, name) -> {
                    Node node = item(session, folder, name, "mgnl:contentNode", Map.of("fiche", "une"));
                    node.setProperty(date, in(-800));
                    return node;
                },
                noDate(date),
                GONE);
    }

    private static Node subscription(Session session, String kind, String name) throws RepositoryException {
        Node node = item(
                session,
                "/abonnes/" + kind,
                name,
                "mgnl:contentNode",
                Map.of("genre", kind, "sur", "", "courriel", name + "@exemple.invalid"));
        node.setProperty("types", new String[0]);
        node.setProperty("communes", new String[0]);
        node.setProperty("lettres", new String[0]);
        node.setProperty("cree", in(-20));
        node.setProperty("vuJusqua", in(-10));
        return node;
    }

    static Stream<Job> jobs() {
        return Stream.of(
                new Job(
                        "ScheduledPublications.look",
                        "what goes on line",
                        written("/actus", "bocage:actu", "programme", "publierLe", in(-1)),
                        twoDates("publierLe"),
                        (session, path) -> session.getNode(path)
                                .getProperty("etat")
                                .getString()
                                .equals("publie")),
                new Job(
                        "ScheduledPublications.look",
                        "reminders",
                        written("/actus", "bocage:actu", "propose", "proposeLe", in(-60)),
                        noDate("proposeLe"),
                        has("rappels")),
                new Job(
                        "ScheduledPublications.look",
                        "the trash",
                        (session, name) -> {
                            Node node = add(session, "/corbeille", name, "bocage:workspace");
                            node.addNode("contenu", "mgnl:contentNode");
                            node.addNode("note", "mgnl:contentNode").setProperty("le", in(-40));
                            return node;
                        },
                        node -> noDate("le").spoil(node.getNode("note")),
                        GONE),
                new Job(
                        "Renewals.look",
                        "reminders",
                        (session, name) -> membership(session, name, "active", 10),
                        node -> node.setProperty("relancesEnvoyees", new String[] {"hier"}),
                        has("relancesEnvoyees")),
                new Job(
                        "Renewals.look",
                        "what is over",
                        (session, name) -> membership(session, name, "active", -200),
                        twoDates("fin"),
                        (session, path) -> session.getNode(path)
                                .getProperty("etatAdhesion")
                                .getString()
                                .equals("echue")),
                new Job(
                        "Retention.look",
                        "people who belonged",
                        (session, name) -> membership(session, name, "echue", -4 * 366),
                        two("numero"),
                        has("anonymeLe")),
                new Job(
                        "Badge.expire",
                        "structures whose membership is over",
                        (session, name) -> {
                            Node structure =
                                    item(session, "/acteurs", "de-" + name, "bocage:acteur", Map.of("titre", name));
                            structure.setProperty("adherent", true);
                            Node node = membership(session, name, "active", -400);
                            node.setProperty("structure", structure.getIdentifier());
                            node.setProperty("accordAnnuaire", true);
                            return node;
                        },
                        noDate("fin"),
                        (session, path) -> !session.getNodeByIdentifier(session.getNode(path)
                                        .getProperty("structure")
                                        .getString())
                                .getProperty("adherent")
                                .getBoolean()),
                new Job(
                        "AdEnds.look",
                        "the last week",
                        written("/annonces", "bocage:annonce", "publie", "cloture", in(3)),
                        two("relancePour"),
                        has("relancePour")),
                new Job(
                        "FicheCare.look",
                        "old fiches",
                        written("/acteurs", "bocage:acteur", "publie", "verifieLe", in(-400)),
                        node -> two("depuis")
                                .spoil(item(
                                        node.getSession(),
                                        "/propositions/fiches-verification",
                                        node.getIdentifier(),
                                        "mgnl:contentNode",
                                        Map.of())),
                        (session, path) -> session.nodeExists("/propositions/fiches-verification/"
                                + session.getNode(path).getIdentifier())),
                new Job(
                        "Sources.look",
                        "sources",
                        (session, name) -> {
                            Node node = item(
                                    session,
                                    "/sources",
                                    name,
                                    "bocage:source",
                                    Map.of("titre", name, "adresse", "http://127.0.0.1:1/" + name, "genre", "agenda"));
                            node.setProperty("active", true);
                            node.setProperty("dernierEssai", in(-30));
                            return node;
                        },
                        noDate("dernierEssai"),
                        has("echecs")),
                new Job(
                        "SeriesRenewal.renew",
                        "series",
                        (session, name) -> {
                            Node node = item(session, "/evenements", name, "bocage:evenement", Map.of("titre", name));
                            node.setProperty("debut", in(1));
                            node.setProperty("fin", in(1));
                            node.addNode("recurrence", "mgnl:contentNode").setProperty("rythme", "semaine");
                            return node;
                        },
                        noDate("debut"),
                        (session, path) -> session.nodeExists(path + "/occurrences")),
                new Job(
                        "NewsAlerts.look",
                        "who wants annonces",
                        (session, name) -> {
                            if (session.getNode("/abonnes/annonces").hasProperty("tour")) {
                                session.getNode("/abonnes/annonces")
                                        .getProperty("tour")
                                        .remove();
                            }
                            return subscription(session, "annonces", name);
                        },
                        without("vuJusqua"),
                        has("vuJusqua")),
                new Job(
                        "EventAlerts.look",
                        "who wants to know of an event",
                        (session, name) -> {
                            Node event =
                                    session.getNode("/evenements").addNode("sans-date-" + name, "bocage:evenement");
                            event.setProperty("fin", in(-90));
                            return add(session, "/abonnes/evenement", event.getIdentifier(), "bocage:workspace");
                        },
                        node -> noDate("fin").spoil(session(node).getNodeByIdentifier(node.getName())),
                        GONE),
                new Job(
                        "Seats.look",
                        "dates that are over",
                        (session, name) -> {
                            Node day = add(session, "/inscriptions/" + UUID.randomUUID(), name, "bocage:workspace");
                            day.setProperty("fin", in(-60));
                            return day;
                        },
                        noDate("fin"),
                        GONE),
                new Job(
                        "DocumentUpkeep.catchUp",
                        "texts of documents",
                        (session, name) -> item(
                                session,
                                "/documents",
                                name,
                                "bocage:document",
                                Map.of("titre", name, "auteur", "salariee", "acces", "ca")),
                        two("fichier"),
                        has("texteExtrait")),
                new Job(
                        "ReplacedWords.look",
                        "contents that name a word that gave way",
                        (session, name) -> {
                            Node other = item(
                                    session,
                                    "/vocabulaires/themes",
                                    "mot-" + name,
                                    "bocage:vocabulaire",
                                    Map.of("titre", name));
                            String gone = UUID.randomUUID().toString();
                            Node replaced = item(
                                    session,
                                    "/mots-remplaces",
                                    gone,
                                    "mgnl:contentNode",
                                    Map.of("par", other.getIdentifier(), "personne", "salariee"));
                            replaced.setProperty("le", in(-1));
                            return item(session, "/actus", name, "bocage:actu", Map.of("titre", name, "themes", gone));
                        },
                        node -> node.setProperty("bocage:revision", "hier"),
                        (session, path) -> session.nodeExists(
                                        "/vocabulaires/themes/mot-" + path.substring(path.lastIndexOf('/') + 1))
                                && session.getNode(path)
                                        .getProperty("themes")
                                        .getString()
                                        .equals(session.getNode("/vocabulaires/themes/mot-"
                                                        + path.substring(path.lastIndexOf('/') + 1))
                                                .getIdentifier())),
                forgets("OneUseLinks.purge", "/liens", "expires"),
                forgets("StoredSessions.purge", "/sessions", "expires"),
                forgets("Subscribers.forget", "/abonnes/attente", "cree"),
                forgets("RetentionJob.run", "/propositions/attente", "cree"),
                forgets("RetentionJob.run", "/propositions/envois", "cree"),
                forgets("RetentionJob.run", "/propositions/fiches", "cree"),
                forgets("UnfinishedRequests.forget", "/propositions/adhesions", "cree"));
    }

    private static Session session(Node node) throws RepositoryException {
        return node.getSession();
    }

    private static Node membership(Session session, String name, String state, int days) throws RepositoryException {
        Node node = item(
                session,
                "/adhesions",
                name,
                "bocage:adhesion",
                Map.of(
                        "titre", name,
                        "type", "personne",
                        "numero", name,
                        "prenom", "Léa",
                        "nom", name,
                        "courriel", name + "@exemple.invalid",
                        "etatAdhesion", state));
        node.setProperty("mgnl:created", in(-400));
        node.setProperty("fin", in(days));
        return node;
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void one_poisoned_item_among_four_stops_no_other_and_the_job_says_so(Job job) {
        List<String> paths = stores.author().write(Identity.SYSTEM, session -> {
            List<String> made = new ArrayList<>();
            for (String name : List.of("a-bon", "b-mauvais", "c-bon", "d-bon")) {
                made.add(job.making().make(session, name).getPath());
            }
            return made;
        });
        stores.author().update(Identity.SYSTEM, session -> job.poison().spoil(session.getNode(paths.get(1))));

        List<String> said = new ArrayList<>();
        try {
            task(job.key()).getTask().getRunnable().run();
        } catch (ItemByItem.FailedItems e) {
            said.add(e.getMessage());
        } catch (RuntimeException e) {
            said.add("stopped by " + e);
        }

        List<Boolean> done = stores.author().read(Identity.SYSTEM, session -> {
            List<Boolean> all = new ArrayList<>();
            for (String path : paths) {
                all.add(path.equals(paths.get(1)) || job.done().is(session, path));
            }
            return all;
        });
        stores.author().update(Identity.SYSTEM, session -> {
            for (String path : paths) {
                if (session.nodeExists(path)) {
                    session.getNode(path).remove();
                }
            }
        });
        assertThat(done).as("what was done to each, %s", said).containsExactly(true, true, true, true);
        assertThat(said).singleElement().asString().contains("1 of ").doesNotContain("stopped by");
    }

    @Test
    void every_job_of_many_items_does_them_one_by_one() {
        List<String> others = tasks().filter(task -> !ONE_PIECE.contains(key(task)))
                .filter(task -> Arrays.stream(bean(task).getDeclaredFields())
                        .map(Field::getType)
                        .noneMatch(ItemByItem.class::equals))
                .map(PoisonedItemTests::key)
                .toList();

        assertThat(others).isEmpty();
        assertThat(tasks().map(PoisonedItemTests::key).collect(Collectors.toSet()))
                .containsAll(ONE_PIECE);
    }

    private Stream<ScheduledTask> tasks() {
        return context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream());
    }

    private ScheduledTask task(String key) {
        return tasks().filter(task -> key(task).equals(key)).findFirst().orElseThrow();
    }

    private static Class<?> bean(ScheduledTask task) {
        Object work = task.getTask().getRunnable();
        // the task counts its runs around the method
        for (Field field : work.getClass().getDeclaredFields()) {
            if (field.getType() == Runnable.class) {
                field.setAccessible(true);
                try {
                    work = field.get(work);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        Object method = work instanceof ScheduledJobs.LedRun led ? led.work() : work;
        return ((ScheduledMethodRunnable) method).getTarget().getClass();
    }

    private static String key(ScheduledTask task) {
        String method = task.getTask().toString();
        return method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1);
    }
}
