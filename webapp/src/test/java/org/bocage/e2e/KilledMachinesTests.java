package org.bocage.e2e;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.COLLECTION;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.document.PostgresServer;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Journal;
import org.bocage.portal.forms.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of two machines dies in turn while people write, propose, comment and register there; a third one has all of it. */
class KilledMachinesTests {

    /** Writes that each machine acknowledges before it dies; a hundred with {@code -Dwalk=all}. */
    private static final int WRITES = Walk.of(18, 100);

    /** More than the machines take to see each other, or to do without. */
    private static final Duration SOON = Duration.ofMinutes(4);

    /** A mail whose sending was begun by a machine that died waits ten minutes. */
    private static final Duration MAIL_CLAIM = Duration.ofMinutes(13);

    private static final String SAVED = "saisie";
    private static final String PUBLISHED = "publiee";
    private static final String WITHDRAWN = "retiree";
    private static final String COMMENT = "remarque";
    private static final String PROPOSAL = "proposition";
    private static final String REGISTRATION = "inscription";
    private static final int MOST_ITEMS = 10_000;

    @TempDir
    Path folder;

    private final DatabaseProperties database = PostgresServer.database();
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Map<String, Queue<String>> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final List<Process> processes = new ArrayList<>();
    private final Set<Process> killed = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void startMails() {
        server.start();
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        server.stop();
    }

    @Test
    void nothing_that_a_machine_acknowledged_is_lost_when_it_is_killed() throws Exception {
        PortalProcess first = machine(1);
        int firstPort = first.port();
        PortalProcess second = machine(2);
        int secondPort = second.port();
        publishEvent(Browser.signedIn(firstPort, "salariee"));
        isThereSoon(secondPort, "/agenda/s-inscrire/le-bal-des-machines");

        writeUntilDeath(1, first.process(), firstPort);
        // nobody leads for a while
        writeUntilDeath(2, second.process(), secondPort);
        try (Portal third = Portal.start(
                folder.resolve("machine-3"),
                TwoMachinesTests.options(3, database, server.getSmtp().getPort()))) {
            Stores stores = third.context().getBean(Stores.class);
            Awaitility.await().atMost(SOON).until(() -> stores.leadership().isHere());
            assertThat(problems).isEmpty();
            acknowledged.get(PUBLISHED).forEach(title -> isThereSoon(third.port(), page(title)));
            // what was under way is finished by whoever leads
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(titles(stores.published(), item -> true))
                            .as("both stores say the same")
                            .isEqualTo(titles(stores.author(), ItemState::isOnSite)));
            isKept(stores);
            isFound(third.context().getBean(ContentIndexes.class), stores);
            isMailed(third.context().getBean(Outbox.class));
        }
        System.out.println("acknowledged: "
                + acknowledged.entrySet().stream()
                        .map(kind -> kind.getKey() + " " + kind.getValue().size())
                        .sorted()
                        .toList());
    }

    private void isKept(Stores stores) {
        Set<String> online = titles(stores.published(), item -> true);
        assertThat(online).containsAll(said(PUBLISHED)).doesNotContainAnyElementsOf(said(WITHDRAWN));
        assertThat(titles(stores.author(), item -> ItemState.of(item) == State.BROUILLON))
                .containsAll(said(SAVED));
        assertThat(titles(stores.author(), item -> ItemState.of(item) == State.ARCHIVE))
                .containsAll(said(WITHDRAWN));
        assertThat(texts(stores.author(), "actus")).contains(said(COMMENT));
        assertThat(texts(stores.author(), "propositions")).contains(said(PROPOSAL));
        assertThat(texts(stores.author(), "inscriptions")).contains(said(REGISTRATION));
        assertThat(journal(stores))
                .as("each went on line once")
                .allSatisfy((title, times) -> assertThat(times).as(title).isEqualTo(1))
                .extracting(Map::keySet, as(COLLECTION))
                .containsAll(said(PUBLISHED))
                .containsAll(said(WITHDRAWN));
    }

    private static void isFound(ContentIndexes indexes, Stores stores) {
        assertThat(indexed(indexes.author())).isEqualTo(names(stores.author()));
        assertThat(indexed(indexes.published())).isEqualTo(names(stores.published()));
    }

    /**
     * Looks at the mails to those who wrote: one each, which went, or goes once the claim of the machine that began to send it is void;
     * what came twice did so under one Message-ID.
     */
    private void isMailed(Outbox outbox) throws MessagingException {
        Set<String> written = Stream.of(PROPOSAL, REGISTRATION)
                .flatMap(kind -> acknowledged.get(kind).stream())
                .map(KilledMachinesTests::address)
                .collect(Collectors.toSet());
        assertThat(Mails.last(outbox, MOST_ITEMS))
                .extracting(entry -> entry.mail().to())
                .filteredOn(written::contains)
                .containsExactlyInAnyOrderElementsOf(written);
        if (Walk.isWhole()) {
            Awaitility.await()
                    .atMost(MAIL_CLAIM)
                    .untilAsserted(() -> assertThat(mailed().keySet()).containsAll(written));
        }
        assertThat(mailed()).allSatisfy((address, identifiers) -> {
            if (written.contains(address)) {
                assertThat(identifiers).as("Message-IDs of %s", address).hasSize(1);
            }
        });
    }

    private Map<String, Set<String>> mailed() throws MessagingException {
        Map<String, Set<String>> mailed = new HashMap<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            mailed.computeIfAbsent(mail.getAllRecipients()[0].toString(), first -> new TreeSet<>())
                    .add(mail.getMessageID());
        }
        return mailed;
    }

    private List<String> said(String kind) {
        return List.copyOf(acknowledged.get(kind));
    }

    /** One write of a person. */
    private interface Deed {
        void apply(String name) throws IOException;
    }

    /** Has people write in a machine, each again and again, and kills it amid that once it has acknowledged enough. */
    private void writeUntilDeath(int number, Process machine, int port) throws InterruptedException {
        Map<String, Deed> deeds = new TreeMap<>();
        Browser saving = Browser.signedIn(port, "salariee");
        deeds.put(SAVED, title -> redirected(saving.write("/espace/actus/nouveau", news(title), "enregistrer")));
        Browser publishing = Browser.signedIn(port, "salariee");
        deeds.put(PUBLISHED, title -> publish(publishing, title));
        Browser withdrawing = Browser.signedIn(port, "salariee");
        deeds.put(WITHDRAWN, title -> {
            publish(withdrawing, title);
            withdraw(withdrawing, title);
        });
        Browser commenting = Browser.signedIn(port, "salariee");
        String commented = redirected(
                        commenting.write("/espace/actus/nouveau", news("Discutee " + number), "enregistrer"))
                .replaceFirst("\\?.*", "");
        deeds.put(
                COMMENT,
                text -> redirected(commenting.postWithToken(commented + "/commentaires", Map.of("texte", text))));
        deeds.put(PROPOSAL, title -> {
            HttpResponse<String> sent = new Stranger(port, server)
                    .send(
                            "/proposer/actu",
                            Map.of(
                                    "titre",
                                    title,
                                    "chapo",
                                    "Trente pains sortent du four, & l’on se les partage à la main, dès samedi.",
                                    "proposant.nom",
                                    "Camille Sans-Compte",
                                    "proposant.courriel",
                                    address(title)));
            assertThat(sent.statusCode()).as(Stranger.words(sent)).isEqualTo(303);
        });
        deeds.put(REGISTRATION, name -> {
            Browser who = new Browser(port);
            HttpResponse<String> answer = who.submit(
                    who.get("/agenda/s-inscrire/le-bal-des-machines"), Map.of("nom", name, "courriel", address(name)));
            assertThat(answer.statusCode()).as(Stranger.words(answer)).isEqualTo(200);
            assertThat(Stranger.problems(answer)).isEmpty();
        });

        Map<String, Integer> before = counts();
        List<Thread> people = deeds.entrySet().stream()
                .map(deed ->
                        new Thread(() -> again(deed.getKey(), deed.getKey() + " " + number, machine, deed.getValue())))
                .toList();
        people.forEach(Thread::start);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> !problems.isEmpty()
                        || (counts().values().stream()
                                                .mapToInt(Integer::intValue)
                                                .sum()
                                        >= number * WRITES
                                && deeds.keySet().stream()
                                        .allMatch(kind ->
                                                counts().getOrDefault(kind, 0) > before.getOrDefault(kind, 0))));
        killed.add(machine);
        machine.destroyForcibly().waitFor();
        for (Thread one : people) {
            one.join();
        }
    }

    private Map<String, Integer> counts() {
        return acknowledged.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> kind.getValue().size()));
    }

    private void again(String kind, String names, Process machine, Deed deed) {
        for (int number = 0; !killed.contains(machine); number++) {
            String name = names + " %03d".formatted(number);
            try {
                deed.apply(name);
                acknowledged
                        .computeIfAbsent(kind, first -> new ConcurrentLinkedQueue<>())
                        .add(name);
            } catch (UncheckedIOException e) {
                if (!killed.contains(machine)) {
                    problems.add(name + ": " + e);
                }
                return;
            } catch (IOException | RuntimeException | AssertionError e) {
                problems.add(name + ": " + e);
                return;
            }
        }
    }

    private static String redirected(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(Browser.problems(response)).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
    }

    private static Map<String, String> news(String title) {
        Map<String, String> news = new HashMap<>(TwoMachinesTests.NEWS);
        news.put("titre", title);
        return news;
    }

    private static void publish(Browser noor, String title) {
        redirected(noor.write("/espace/actus/nouveau", news(title), "publier"));
    }

    private static void withdraw(Browser noor, String title) {
        String shown = noor.read("/espace/actus?q=" + title.replace(' ', '+'))
                .select("tr:contains(" + title + ") input[name=choix], li:contains(" + title + ") input[name=choix]")
                .attr("value");
        String done = redirected(noor.postWithToken("/espace/actus/lot", Map.of("action", "archiver", "choix", shown)));
        assertThat(done).as(title).endsWith("fait=lot-fait");
    }

    private static void publishEvent(Browser noor) {
        Map<String, String> event = new HashMap<>(Map.of(
                "titre", "Le bal des machines",
                "origine", "pole",
                "debut", LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(12) + "T18:00",
                "lieu.lieu", "b0caa004-0000-4000-8000-000000000005",
                "description", "<p>On tire les câbles en chantant.</p>",
                "statut", "prevu",
                "tarif", "gratuit",
                "visibilite", "public",
                "inscription.mode", "places",
                "inscription.places", "1000"));
        event.put("organisateurs[0].nom", "Le comité");
        redirected(noor.write("/espace/evenements/nouveau", event, "publier"));
    }

    private static String address(String name) {
        return name.replace(' ', '.') + "@exemple.invalid";
    }

    private static String page(String title) {
        return "/actualites/" + LocalDate.now(ZoneId.of("Europe/Paris")).getYear() + "/" + title.replace(' ', '-');
    }

    private static void isThereSoon(int port, String page) {
        Awaitility.await().atMost(SOON).until(() -> new Browser(port).get(page).statusCode() == 200);
    }

    /** A property that an item has or has not. */
    private interface Condition {
        boolean holds(Node item) throws RepositoryException;
    }

    private static Set<String> titles(Store store, Condition wanted) {
        return items(store, wanted, item -> item.getProperty("titre").getString());
    }

    private static Set<String> names(Store store) {
        return items(store, item -> true, Node::getIdentifier);
    }

    private interface Fact {
        String of(Node item) throws RepositoryException;
    }

    private static Set<String> items(Store store, Condition wanted, Fact fact) {
        return store.read(Identity.SYSTEM, session -> {
            Set<String> found = new TreeSet<>();
            collect(session.getNode("/actus"), wanted, fact, found);
            return found;
        });
    }

    private static void collect(Node node, Condition wanted, Fact fact, Set<String> found) throws RepositoryException {
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            Node one = nodes.nextNode();
            if (!one.isNodeType("bocage:actu")) {
                collect(one, wanted, fact, found);
            } else if (wanted.holds(one)) {
                found.add(fact.of(one));
            }
        }
    }

    private static Set<String> indexed(ContentIndex index) {
        return index
                .find(ContentQuery.in("actus").ofType("bocage:actu").page(0, MOST_ITEMS), Identity.SYSTEM)
                .hits()
                .stream()
                .map(hit -> hit.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How often each item of this test went on line, by its title. */
    private static Map<String, Integer> journal(Stores stores) {
        Map<String, Integer> times = new HashMap<>();
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        for (YearMonth month : List.of(now.minusMonths(1), now)) {
            for (Journal.Entry entry :
                    stores.author().read(Identity.SYSTEM, session -> Journal.of(session, month.toString()))) {
                if (entry.to() == State.PUBLIE && entry.title().matches("(publiee|retiree) [0-9] [0-9]+")) {
                    times.merge(entry.title(), 1, Integer::sum);
                }
            }
        }
        return times;
    }

    /** All texts of a workspace, one a line. */
    private static String texts(Store store, String workspace) {
        return store.read(Identity.SYSTEM, session -> {
            StringBuilder texts = new StringBuilder();
            collect(session.getNode("/" + workspace), texts);
            return texts.toString();
        });
    }

    private static void collect(Node node, StringBuilder texts) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getType() == PropertyType.STRING) {
                for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                    texts.append(value.getString()).append('\n');
                }
            }
        }
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            collect(nodes.nextNode(), texts);
        }
    }

    private PortalProcess machine(int number) throws IOException {
        PortalProcess machine = PortalProcess.start(
                folder.resolve("machine-" + number),
                List.of(),
                TwoMachinesTests.options(number, database, server.getSmtp().getPort()));
        processes.add(machine.process());
        return machine;
    }
}
