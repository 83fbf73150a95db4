package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.SessionWork;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.cluster.OnEachMachine;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.document.PostgresServer;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.jobs.Jobs;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.util.ClassUtils;

/** Two portals on one database are one for whoever reads and writes, and one goes on when the other ends. */
class TwoMachinesTests {

    static final Map<String, String> NEWS = Map.of(
            "origine", "territoire",
            "chapo", "Une nouvelle qui sort du four, et qui sent déjà bon depuis la rue d’à côté.",
            "corps", "<p>La voilà.</p>",
            "themes", "b0ca0002-0000-4000-8000-000000000006",
            "contactStructure", "b0ca0004-0000-4000-8000-000000000000",
            "visibilite", "public");

    /** More than the machines take to see each other, or to do without. */
    private static final Duration SOON = Duration.ofMinutes(3);

    private static final int SEATS = 1;
    private static final int PEOPLE = 50;
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    private final DatabaseProperties database = PostgresServer.database();

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void startMails() {
        server.start();
    }

    @AfterEach
    void stopMails() {
        server.stop();
    }

    /** The options of a machine, whose mails go to a server here. */
    static String[] options(int number, DatabaseProperties database, int mailPort) {
        return Stream.concat(
                        Stream.of(PostgresServer.options(database)),
                        Stream.of(
                                "--bocage.node=" + number,
                                "--spring.mail.host=localhost",
                                "--spring.mail.port=" + mailPort,
                                "--bocage.forms.posts-per-hour=1000",
                                "--bocage.forms.minimum-time=0s"))
                .toArray(String[]::new);
    }

    private Portal start(int number) {
        return Portal.start(
                folder.resolve("machine-" + number),
                options(number, database, server.getSmtp().getPort()));
    }

    private static String page(String name) {
        return "/actualites/" + LocalDate.now(ZoneId.of("Europe/Paris")).getYear() + "/" + name;
    }

    private static void publish(Browser noor, String title) {
        Map<String, String> news = new HashMap<>(NEWS);
        news.put("titre", title);
        HttpResponse<String> response = noor.write("/espace/actus/nouveau", news, "publier");
        assertThat(response.statusCode()).as(Browser.problems(response)).isEqualTo(302);
    }

    private static boolean leads(Portal portal) {
        return stores(portal).leadership().isHere();
    }

    private static Stores stores(Portal portal) {
        return portal.context().getBean(Stores.class);
    }

    private static int status(Portal portal, String page) {
        return new Browser(portal.port()).get(page).statusCode();
    }

    private static void isThereSoon(Portal portal, String page) {
        Awaitility.await().atMost(SOON).until(() -> status(portal, page) == 200);
    }

    @Test
    void two_portals_are_one_for_whoever_signs_in_writes_reads_and_asks_for_a_seat() throws Exception {
        try (Portal first = start(1);
                Portal second = start(2)) {
            assertThat(leads(first)).isTrue();
            assertThat(leads(second)).isFalse();

            Browser here = Browser.signedIn(first.port(), "salariee");
            Browser there = new Browser(second.port());
            there.keep(
                    "bocage_session",
                    here.cookie("bocage_session").orElseThrow().getValue());
            Awaitility.await().atMost(SOON).until(() -> there.get("/espace").statusCode() == 200);
            publish(there, "Ecrit sur la seconde");
            assertThat(status(second, page("ecrit-sur-la-seconde")))
                    .as("at once where it was written")
                    .isEqualTo(200);
            isThereSoon(first, page("ecrit-sur-la-seconde"));
            publish(here, "Ecrit sur la premiere");
            isThereSoon(second, page("ecrit-sur-la-premiere"));

            seatsAreGivenOnce(first, second);
            eachMailGoesOnce();
            rolesAreThoseThatOneOfTwoAdministratorsGave(first, second);

            PostgresServer.cutThoseWithLocks(database);
            Awaitility.await().atMost(SOON).until(() -> !leads(first));
            Awaitility.await().atMost(SOON).until(() -> leads(first) || leads(second));
            publish(here, "Ecrit apres la coupure");
            publish(there, "Ecrit ailleurs apres la coupure");
            for (Portal portal : List.of(first, second)) {
                isThereSoon(portal, page("ecrit-apres-la-coupure"));
                isThereSoon(portal, page("ecrit-ailleurs-apres-la-coupure"));
            }
            theDatabaseIsAwayForAWhile(first, here);
            Awaitility.await().atMost(SOON).until(() -> leads(first) || leads(second));
            publish(here, "Ecrit une fois la base revenue");
            isThereSoon(second, page("ecrit-une-fois-la-base-revenue"));
            eachJobIsDoneOnce(first, second);
        }
    }

    private void theDatabaseIsAwayForAWhile(Portal portal, Browser noor) {
        Map<String, String> news = new HashMap<>(NEWS);
        news.put("titre", "Ecrit pendant la panne");
        news.put("action", "publier");
        // its form was open
        noor.postWithToken("/espace/actus/nouveau", Map.of());
        status(portal, "/actualites");
        PostgresServer.shut(database);
        try {
            HttpResponse<String> refused = noor.postWithToken("/espace/actus/nouveau", news);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(refused.body()).contains("La base du portail ne répond pas");
            assertThat(status(portal, "/actualites")).as("from the cache").isEqualTo(200);
        } finally {
            PostgresServer.reopen(database);
        }
    }

    /** All jobs of the registry are due on both machines at the same moment. */
    private static void eachJobIsDoneOnce(Portal first, Portal second) {
        Awaitility.await().atMost(SOON).until(() -> leads(first) != leads(second));
        for (Portal portal : List.of(first, second)) {
            tasks(portal).values().forEach(task -> task.cancel(false));
        }
        Awaitility.await()
                .atMost(SOON)
                .until(() -> Stream.of(first, second)
                        .flatMap(portal -> portal.context().getBean(Jobs.class).all().stream())
                        .noneMatch(job -> job.result() == Jobs.Result.RUNNING));
        Map<String, Double> onFirst = runs(first);
        Map<String, Double> onSecond = runs(second);
        Map<String, ScheduledTask> there = tasks(second);
        tasks(first).forEach((job, task) -> {
            CompletableFuture<Void> here =
                    CompletableFuture.runAsync(task.getTask().getRunnable());
            there.get(job).getTask().getRunnable().run();
            here.join();
        });
        Set<String> onEach = jobsOfEach(first);
        assertThat(onEach).isNotEmpty();
        assertThat(onFirst.keySet()).hasSizeGreaterThan(20).isEqualTo(onSecond.keySet());
        for (String job : onFirst.keySet()) {
            double here = runs(first).get(job) - onFirst.get(job);
            double elsewhere = runs(second).get(job) - onSecond.get(job);
            if (onEach.contains(job)) {
                assertThat(List.of(here, elsewhere)).as(job).containsExactly(1.0, 1.0);
            } else {
                assertThat(List.of(here, elsewhere))
                        .as(job)
                        .containsExactly(leads(first) ? 1.0 : 0.0, leads(first) ? 0.0 : 1.0);
            }
        }
    }

    private static Map<String, ScheduledTask> tasks(Portal portal) {
        return portal.context().getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .collect(Collectors.toMap(ScheduledTask::toString, task -> task));
    }

    /** How often each job ran. */
    private static Map<String, Double> runs(Portal portal) {
        return portal.context().getBean(MeterRegistry.class).find("bocage.jobs.runs").functionCounters().stream()
                .collect(Collectors.groupingBy(
                        meter -> String.valueOf(meter.getId().getTag("job")),
                        Collectors.summingDouble(FunctionCounter::count)));
    }

    private static Set<String> jobsOfEach(Portal portal) {
        return Stream.of(portal.context().getBeanDefinitionNames())
                .map(name -> portal.context().getType(name))
                .filter(Objects::nonNull)
                .flatMap(type -> Stream.of(ClassUtils.getUserClass(type).getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(OnEachMachine.class))
                .map(method -> method.getDeclaringClass().getName().replaceFirst(".*\\.", "") + "." + method.getName())
                .collect(Collectors.toSet());
    }

    private static void seatsAreGivenOnce(Portal first, Portal second) throws RepositoryException {
        Event event = open(first);
        Awaitility.await().atMost(SOON).until(() -> {
            var answer = new Browser(second.port()).get(event.form());
            return answer.statusCode() == 200
                    && !Browser.page(answer).select("input[name=courriel]").isEmpty();
        });
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE / 2);
        try {
            List<CompletableFuture<Integer>> asking = IntStream.range(0, PEOPLE)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> ask(event, number % 2 == 0 ? first : second, number), people))
                    .toList();
            assertThat(asking).extracting(CompletableFuture::join).containsOnly(200);
        } finally {
            people.shutdown();
        }
        Awaitility.await().atMost(SOON).until(() -> places(first, event).size() == PEOPLE);
        assertThat(places(first, event)).filteredOn(place -> place).hasSize(SEATS);
        assertThat(Mails.last(first.context().getBean(Outbox.class), 1_000))
                .extracting(entry -> entry.mail().subject())
                .filteredOn(subject -> subject.contains("votre place est gardée"))
                .hasSize(SEATS);
    }

    private static void rolesAreThoseThatOneOfTwoAdministratorsGave(Portal first, Portal second) {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(give(first, Set.of("adherent"))).isTrue();
            Awaitility.await().atMost(SOON).until(() -> roles(second).equals(Set.of("adherent")));
            CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> give(second, Set.of("salariee")));
            boolean isGiven = give(first, Set.of("adherent", "contributeur"));
            assertThat(List.of(isGiven, other.join())).contains(true);
            Awaitility.await().atMost(SOON).until(() -> roles(first).equals(roles(second)));
            assertThat(roles(first)).isIn(Set.of("salariee"), Set.of("adherent", "contributeur"));
        }
    }

    /** Returns whether nobody else was first. */
    private static boolean give(Portal portal, Set<String> roles) {
        try {
            portal.context().getBean(Accounts.class).setRoles("adherent2", roles);
            return true;
        } catch (ConcurrentEdit e) {
            return false;
        }
    }

    private static Set<String> roles(Portal portal) {
        Accounts accounts = portal.context().getBean(Accounts.class);
        Set<String> given =
                new HashSet<>(accounts.find("adherent2").orElseThrow().roles());
        given.removeAll(accounts.ofEverybody());
        return given;
    }

    private void eachMailGoesOnce() throws MessagingException {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> Stream.of(server.getReceivedMessages())
                                .map(TwoMachinesTests::subject)
                                .filter(subject -> subject.contains("votre place est gardée"))
                                .count()
                        >= SEATS);
        List<String> identifiers = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            identifiers.add(mail.getMessageID());
        }
        assertThat(identifiers).doesNotHaveDuplicates();
    }

    private static String subject(MimeMessage mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int ask(Event event, Portal portal, int number) {
        Browser who = new Browser(portal.port());
        return who.submit(
                        who.get(event.form()),
                        Map.of("nom", "Personne " + number, "courriel", "personne" + number + "@exemple.invalid"))
                .statusCode();
    }

    /** An event of one date with seats. */
    private record Event(String id, String name) {

        String form() {
            return "/agenda/s-inscrire/" + name;
        }
    }

    private static Event open(Portal portal) throws RepositoryException {
        Stores stores = stores(portal);
        Event event = stores.author().read(Identity.SYSTEM, session -> {
            List<Event> found = new ArrayList<>();
            collect(session.getNode("/evenements"), found);
            return found.get(0);
        });
        SessionWork opening = session -> {
            Node node = session.getNodeByIdentifier(event.id());
            Node how = node.hasNode("inscription")
                    ? node.getNode("inscription")
                    : node.addNode("inscription", "mgnl:contentNode");
            how.setProperty("mode", "places");
            how.setProperty("places", SEATS);
        };
        stores.author().update(Identity.SYSTEM, opening);
        new PublishedWriter(stores).write(opening);
        return event;
    }

    private static void collect(Node node, List<Event> found) throws RepositoryException {
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            Node one = nodes.nextNode();
            if (!one.isNodeType("bocage:evenement")) {
                collect(one, found);
            } else if (isOpen(one)) {
                found.add(new Event(one.getIdentifier(), one.getName()));
            }
        }
    }

    private static boolean isOpen(Node event) throws RepositoryException {
        return !event.hasNode("recurrence")
                && event.hasNode("occurrences")
                && event.getProperty("visibilite").getString().equals("public")
                && event.getProperty("statut").getString().equals("prevu")
                && event.getNode("occurrences")
                        .getNodes()
                        .nextNode()
                        .getProperty("fin")
                        .getDate()
                        .toInstant()
                        .isAfter(Instant.now().plus(Duration.ofDays(1)));
    }

    /** Of each person on the list, whether they have a seat. */
    private static List<Boolean> places(Portal portal, Event event) {
        return stores(portal).author().read(Identity.SYSTEM, session -> {
            List<Boolean> places = new ArrayList<>();
            for (NodeIterator days =
                            session.getNode("/inscriptions/" + event.id()).getNodes();
                    days.hasNext(); ) {
                for (NodeIterator all = days.nextNode().getNodes(); all.hasNext(); ) {
                    places.add(
                            all.nextNode().getProperty("situation").getString().equals("place"));
                }
            }
            return places;
        });
    }
}
