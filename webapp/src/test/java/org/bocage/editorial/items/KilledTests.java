package org.bocage.editorial.items;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Mortal;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.items.drafts.AutosavedDrafts;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.publishing.BareStores;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Batch;
import org.bocage.editorial.workflow.Journal;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.agenda.BareAgenda;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The portal dies while people write, propose, publish and import, and while the clock publishes and writes series on. */
class KilledTests {

    /** More of them with {@code -Dkills=1000}. */
    private static final int KILLS = Integer.getInteger("kills", 12);
    /** Kills of one portal; what comes after them is done to a new one. */
    private static final int KILLS_OF_ONE = 12;

    private static final Set<String> KINDS =
            Set.of("saisie", "publiee", "retiree", "effacee", "programmee", "importee", "lot", "proposee", "serie");
    private static final Workspace ACTUS = new Workspace("actus");
    private static final Workspace EVENTS = new Workspace("evenements");
    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    /** A mail whose sending was begun by a process that died waits ten minutes. */
    private static final Duration MAIL_CLAIM = Duration.ofMinutes(11);

    private static final int MOST_ITEMS = 10_000;
    private static final Actor LEA = new Actor("ca", "Léa", Set.of("ca"));
    private static final int ITEMS_OF_AN_IMPORT = 3;
    private static final int ITEMS_OF_A_BATCH = 6;
    private static final Duration LATER = Duration.ofHours(2);
    /** A claim of a process that died is void after two minutes. */
    private static final Duration END = Duration.ofDays(1).plusMinutes(3L * KILLS_OF_ONE);
    /** So much later each life writes series on. */
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    Path homes;

    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private GreenMail server;

    @Test
    void nothing_is_lost_and_nothing_done_twice_when_it_is_killed_amid_writing_publishing_and_importing()
            throws Exception {
        Random random = new Random(20261126);
        for (int kills = 0; kills < KILLS; kills += KILLS_OF_ONE) {
            home = homes.resolve("portal-" + kills);
            server = new GreenMail(ServerSetup.SMTP.dynamicPort());
            server.start();
            try {
                livesAndDies(Math.min(KILLS_OF_ONE, KILLS - kills), random);
            } finally {
                server.stop();
            }
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private void livesAndDies(int kills, Random random) throws Exception {
        Map<String, List<String>> acknowledged = new HashMap<>();
        int amid = 0;
        for (int kill = 0; kill < kills; kill++) {
            Mortal life = Mortal.run(
                    Writer.class,
                    done -> kinds(done).size() == KINDS.size(),
                    random.nextInt(300),
                    home.toString(),
                    String.valueOf(kill),
                    String.valueOf(server.getSmtp().getPort()));
            amid += life.underway() > 0 ? 1 : 0;
            kinds(life.acknowledged())
                    .forEach((kind, names) -> acknowledged
                            .computeIfAbsent(kind, first -> new ArrayList<>())
                            .addAll(names));
        }
        assertThat(acknowledged.keySet()).isEqualTo(KINDS);
        assertThat(amid).isEqualTo(kills);

        Clock end = Clock.offset(Clock.systemUTC(), END);
        try (BareStores portal = BareStores.open(home, BareAgenda.dates(Clock.systemUTC()))) {
            assertThat(acknowledged.getOrDefault("serie", List.of()))
                    .as("series are written on in both stores alike, before anything else is done")
                    .filteredOn(name -> number(name) == 0)
                    .allSatisfy(name -> assertThat(dates(portal.stores().published(), name))
                            .isNotEmpty()
                            .isEqualTo(dates(portal.stores().author(), name)));
            Review review = portal.review(end);
            names(portal.stores().author()).forEach(name -> review.publishDue("actus", "/" + name));

            assertThat(notKept(portal.stores(), acknowledged.getOrDefault("saisie", List.of())))
                    .as("typed and not sent")
                    .isEmpty();
            Set<String> online = online(portal.stores().author());
            assertThat(names(portal.stores().published()))
                    .as("both stores say the same")
                    .isEqualTo(online);
            assertThat(online).containsAll(acknowledged.getOrDefault("publiee", List.of()));
            assertThat(online).containsAll(acknowledged.getOrDefault("programmee", List.of()));
            assertThat(online).doesNotContainAnyElementsOf(acknowledged.getOrDefault("retiree", List.of()));
            assertThat(online).doesNotContainAnyElementsOf(acknowledged.getOrDefault("proposee", List.of()));
            assertThat(names(portal.stores().author())).containsAll(acknowledged.getOrDefault("proposee", List.of()));
            assertThat(names(portal.stores().author()))
                    .doesNotContainAnyElementsOf(acknowledged.getOrDefault("effacee", List.of()));
            assertThat(online).containsAll(items(acknowledged.getOrDefault("importee", List.of()), ITEMS_OF_AN_IMPORT));
            assertThat(online).containsAll(items(acknowledged.getOrDefault("lot", List.of()), ITEMS_OF_A_BATCH));
            assertThat(journal(portal.stores()).values())
                    .as("each went on line once")
                    .containsOnly(1);
            assertThat(indexed(portal.indexes().author()))
                    .as("the index of the author store")
                    .isEqualTo(names(portal.stores().author()));
            assertThat(indexed(portal.indexes().published()))
                    .as("the index of the published store")
                    .isEqualTo(online);

            Outbox outbox = Mails.outbox(portal.stores(), home, end);
            Mails.deliver(portal.stores(), outbox, home, end, server.getSmtp().getPort())
                    .close();
        }
        int twice = sentTwice(acknowledged.getOrDefault("proposee", List.of()));
        assertThat(twice).as("mails taken when it died, before that was noted").isLessThanOrEqualTo(kills);
        System.out.println(amid + " of " + kills + " kills fell amid something; done and said so: "
                + acknowledged.entrySet().stream()
                        .map(kind -> kind.getKey() + " " + kind.getValue().size())
                        .sorted()
                        .toList()
                + "; mails sent twice: " + twice);
    }

    /** Looks at what the mail server has: each proposal was told, and what came twice did so under one Message-ID. */
    private int sentTwice(List<String> proposed) throws MessagingException {
        Map<String, List<String>> received = new HashMap<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            received.computeIfAbsent(message.getSubject(), first -> new ArrayList<>())
                    .add(message.getMessageID());
        }
        assertThat(received.keySet()).as("proposals told by mail").containsAll(proposed);
        assertThat(received.values())
                .as("Message-IDs of one mail")
                .allSatisfy(ids -> assertThat(Set.copyOf(ids)).hasSize(1));
        return received.values().stream().mapToInt(ids -> ids.size() - 1).sum();
    }

    private static Set<String> indexed(ContentIndex index) {
        Hits all = index.find(ContentQuery.in("actus").ofType("bocage:actu").page(0, MOST_ITEMS), Identity.SYSTEM);
        return all.hits().stream().map(hit -> hit.path().substring(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many things of its kind a life did before. */
    private static int number(String name) {
        return Integer.parseInt(name.split("-")[2]);
    }

    private static List<String> dates(Store store, String series) {
        return store.read(Identity.SYSTEM, session -> {
            List<String> dates = new ArrayList<>();
            for (NodeIterator days = EVENTS.root(session)
                            .getNode(series)
                            .getNode("occurrences")
                            .getNodes();
                    days.hasNext(); ) {
                dates.add(days.nextNode().getName());
            }
            return dates;
        });
    }

    private static Map<String, List<String>> kinds(List<String> names) {
        return names.stream().collect(Collectors.groupingBy(name -> name.substring(0, name.indexOf('-'))));
    }

    /** What was typed for an item is as it was last said to be kept, or later. */
    private static Set<String> notKept(Stores stores, List<String> said) {
        AutosavedDrafts unsent = new AutosavedDrafts(stores);
        Set<String> lost = new TreeSet<>();
        for (String name : said) {
            String life = name.split("-")[1];
            int kept = unsent.find("noor", "actus", life)
                    .map(one -> Integer.parseInt(one.title()))
                    .orElse(-1);
            if (kept < number(name)) {
                lost.add(name + " " + kept);
            }
        }
        return lost;
    }

    private static Set<String> items(List<String> works, int each) {
        Set<String> items = new TreeSet<>();
        for (String one : works) {
            for (int i = 0; i < each; i++) {
                items.add(one + "-" + i);
            }
        }
        return items;
    }

    private static Set<String> names(Store store) {
        return names(store, item -> true);
    }

    private static Set<String> online(Store store) {
        return names(store, ItemState::isOnSite);
    }

    private interface Condition {
        boolean holds(Node item) throws RepositoryException;
    }

    private static Set<String> names(Store store, Condition wanted) {
        return store.read(Identity.SYSTEM, session -> {
            Set<String> names = new TreeSet<>();
            for (NodeIterator nodes = ACTUS.root(session).getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (node.isNodeType("mgnl:content") && wanted.holds(node)) {
                    names.add(node.getName());
                }
            }
            return names;
        });
    }

    /** How often each item went on line, by its title. */
    private static Map<String, Integer> journal(Stores stores) {
        Map<String, Integer> times = new HashMap<>();
        Set<String> months = Stream.of(Duration.ZERO, LATER, END)
                .map(ahead -> YearMonth.from(Instant.now().plus(ahead).atOffset(ZoneOffset.UTC))
                        .toString())
                .collect(Collectors.toSet());
        for (String month : months) {
            for (Journal.Entry entry : stores.author().read(Identity.SYSTEM, session -> Journal.of(session, month))) {
                if (entry.to() == State.PUBLIE) {
                    times.merge(entry.title(), 1, Integer::sum);
                }
            }
        }
        return times;
    }

    /** The child: somebody types, somebody publishes, the clock publishes, somebody imports, a source is read; all at once. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) throws IOException {
            Path home = Path.of(args[0]);
            String life = args[1];
            Clock month = Clock.offset(Clock.systemUTC(), MONTH.multipliedBy(Integer.parseInt(life)));
            BareStores portal = BareStores.open(home, BareAgenda.dates(month));
            Stores stores = portal.stores();
            Duration claimsAreVoid = Duration.ofMinutes(3L * Integer.parseInt(life));
            Review now = portal.review(Clock.systemUTC());
            Review later = portal.review(Clock.offset(Clock.systemUTC(), LATER.plus(claimsAreVoid)));
            names(stores.author()).forEach(name -> later.publishDue("actus", "/" + name));
            AutosavedDrafts unsent = new AutosavedDrafts(stores);
            Exchange exchange = portal.exchange();
            Clock mailsAreDue = Clock.offset(Clock.systemUTC(), MAIL_CLAIM.multipliedBy(Integer.parseInt(life)));
            Outbox outbox = Mails.outbox(stores, home, mailsAreDue);
            Mails.deliver(stores, outbox, home, mailsAreDue, Integer.parseInt(args[2]));
            Review telling = portal.review(
                    Clock.systemUTC(), (session, item, transition, by, comment) -> outbox.enqueue(session, mail(item)));

            Mortal.again("saisie-" + life + "-", name -> {
                Map<String, String[]> typed = Map.of("titre", new String[] {String.valueOf(number(name))});
                unsent.keep("noor", "actus", life, 1, typed, Instant.now());
            });
            Mortal.again("publiee-" + life + "-", name -> publish(stores, now, name, Instant.EPOCH));
            Mortal.again("retiree-" + life + "-", name -> {
                publish(stores, now, name, Instant.EPOCH);
                archive(stores, now, name);
            });
            Mortal.again("effacee-" + life + "-", name -> {
                publish(stores, now, name, Instant.EPOCH);
                stores.author()
                        .update(
                                Identity.SYSTEM,
                                session -> ACTUS.root(session).getNode(name).remove());
            });
            Mortal.again("programmee-" + life + "-", name -> {
                publish(stores, now, name, Instant.now().plus(Duration.ofHours(1)));
                later.publishDue("actus", "/" + name);
            });
            Mortal.again("importee-" + life + "-", name -> {
                Exchange.Options online = new Exchange.Options("noor", true, true, false);
                Path file = archive(home, name);
                exchange.apply(file, file.getFileName().toString(), online);
            });
            Mortal.again("lot-" + life + "-", name -> batch(stores, now, name));
            Mortal.again(
                    "proposee-" + life + "-", name -> create(stores, telling, name, Instant.EPOCH, "proposer", LEA));
            Mortal.again("serie-" + life + "-", name -> {
                if (name.endsWith("-0")) {
                    series(stores, now, name);
                }
                BareAgenda.renew(portal, Clock.offset(month, Duration.ofDays(number(name))));
            });
        }

        private static Mail mail(Node item) throws RepositoryException {
            return new Mail("noor@deuxvallons.example", item.getName(), "À relire");
        }

        private static void series(Stores stores, Review review, String name) {
            stores.author().update(Identity.SYSTEM, session -> {
                Node item = EVENTS.root(session).addNode(name, "bocage:evenement");
                item.setProperty("auteur", NOOR.name());
                review.move(session, item, "publier", NOOR, 0, "", node -> {
                    node.setProperty("titre", name);
                    node.setProperty("debut", Dates.utc(Instant.now()));
                    node.addNode("recurrence", "mgnl:contentNode").setProperty("rythme", "mois-date");
                });
            });
        }

        /** As the reading of a source goes: saved two by two, each pair going on line while the next is prepared. */
        private static void batch(Stores stores, Review review, String name) {
            stores.author().update(Identity.SYSTEM, session -> {
                Batch batch = review.batch(session, NOOR);
                for (int i = 0; i < ITEMS_OF_A_BATCH; i++) {
                    String title = name + "-" + i;
                    Node item = ACTUS.root(session).addNode(title, "bocage:actu");
                    item.setProperty("auteur", "salariee");
                    batch.move(item, "publier", node -> node.setProperty("titre", title));
                    if (i % 2 == 1) {
                        batch.put();
                    }
                }
                batch.save();
            });
        }

        private static void publish(Stores stores, Review review, String name, Instant when) {
            create(stores, review, name, when, "publier", NOOR);
        }

        private static void create(
                Stores stores, Review review, String name, Instant when, String transition, Actor author) {
            stores.author().update(Identity.SYSTEM, (Session session) -> {
                Node item = ACTUS.root(session).addNode(name, "bocage:actu");
                item.setProperty("auteur", author.name());
                item.setProperty("publierLe", Dates.utc(when));
                review.move(
                        session,
                        item,
                        transition,
                        author,
                        Revisions.number(item),
                        "",
                        node -> node.setProperty("titre", name));
            });
        }

        private static void archive(Stores stores, Review review, String name) {
            stores.author().update(Identity.SYSTEM, session -> {
                Node item = ACTUS.root(session).getNode(name);
                review.move(session, item, "archiver", NOOR, Revisions.number(item), "", node -> {});
            });
        }

        private static Path archive(Path home, String name) throws IOException {
            Path file = home.resolve("actus." + name + ".zip");
            try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
                for (int i = 0; i < ITEMS_OF_AN_IMPORT; i++) {
                    String item = name + "-" + i;
                    zip.putNextEntry(new java.util.zip.ZipEntry("actus." + item + ".yaml"));
                    zip.write(
                            ("'" + item + "':\n  jcr:primaryType: bocage:actu\n  etat: publie\n  titre: " + item + "\n")
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            return file;
        }
    }
}
