package org.bocage.editorial.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.segment.Faults;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.publishing.BareStores;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every way in which contents go on line, change there and leave, with a fault at each of its saves, whichever store it is of:
 * afterwards both stores, both indexes, the journal and the mails say the same.
 */
class FaultWalkTests {

    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final Actor MAINS = new Actor("mains", "Mains", Set.of("contributeur"));
    private static final Workspace MAILS = new Workspace("mails");
    private static final Notice MAILING = (session, item, transition, by, comment) -> {
        if (!transition.mail().isEmpty()) {
            NodeTypes.ensureWorkspace(session, MAILS);
            MAILS.root(session)
                    .addNode(UUID.randomUUID().toString(), "mgnl:contentNode")
                    .setProperty("de", item.getIdentifier());
        }
    };

    private static final Pattern PICTURE = Pattern.compile("jcr:([0-9a-f-]{36})");

    @TempDir
    Path home;

    private final Faults faults = new Faults();
    private Stores stores;
    private BareStores portal;
    private Review review;
    private Trash trash;
    private int run;
    private int points;

    @BeforeEach
    void open() throws IOException {
        stores = new Stores(
                faults.open("author", home.resolve("author")), faults.open("published", home.resolve("published")));
        start();
    }

    private void start() throws IOException {
        portal = BareStores.on(stores, home);
        review = portal.review(Clock.systemUTC(), MAILING);
        trash = new Trash(stores, workflow(), Runnable::run, Clock.systemUTC());
    }

    private static Workflow workflow() throws IOException {
        try (var file = Files.newInputStream(Path.of("config/workflow/contenu.yaml"))) {
            return Workflow.read(file);
        }
    }

    @AfterEach
    void close() throws IOException {
        faults.none();
        portal.close();
    }

    /** Operations under test, each on contents of its own that are prepared without a fault. */
    private enum Way {
        NEW_ITEM_WITH_PICTURE,
        NEW_VERSION,
        VERSION_REFUSED,
        ARCHIVED,
        SCHEDULED,
        MANY,
        PICTURE_MOVED,
        PICTURE_WITHDRAWN,
        PAGE_MOVED,
        IMPORTED,
        THROWN_AWAY_AND_DELETED,
        RESTORED
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatever_save_fails_or_is_the_last_one_the_stores_say_the_same_afterwards(Way way) throws Exception {
        List<String> differences = new ArrayList<>();
        for (Faults.Kind kind : Faults.Kind.values()) {
            int saves = Integer.MAX_VALUE;
            for (int save = 1; save <= saves; save++) {
                String name = way.name().toLowerCase(Locale.ROOT) + "-" + ++run;
                prepare(way, name);
                faults.at(save, kind);
                boolean said = carryOut(way, name);
                boolean reached = faults.none() >= save;
                if (kind == Faults.Kind.FAILS) {
                    portal.projection().reconcile();
                } else {
                    portal.stop();
                    start();
                }
                for (String difference : differences()) {
                    differences.add(kind + " at save " + save + " of " + way + ": " + difference);
                }
                if (said && !isDone(way, name)) {
                    differences.add(kind + " at save " + save + " of " + way + ": said and not done");
                }
                points++;
                if (!reached) {
                    break;
                }
                saves = Math.max(save + 1, 2);
            }
        }
        System.out.println(way + ": " + points + " runs, " + differences.size() + " differences");
        assertThat(differences).isEmpty();
    }

    private void prepare(Way way, String name) throws Exception {
        switch (way) {
            case NEW_ITEM_WITH_PICTURE, MANY, IMPORTED -> picture(name);
            case NEW_VERSION, VERSION_REFUSED -> {
                publish(name, "Avant");
                write(name, "enregistrer", MAINS, "Après");
                write(name, "proposer", MAINS, "Après");
            }
            case ARCHIVED -> publish(name, showing(picture(name)));
            case SCHEDULED -> {
                publish(name, "Avant");
                update(session -> {
                    Node item = item(session, name + "-b");
                    item.setProperty("publierLe", Dates.utc(Instant.now().plusSeconds(60)));
                    review.move(session, item, "publier", NOOR, 0, "", node -> {});
                });
            }
            case PICTURE_MOVED -> {
                publish(name, showing(picture(name)));
                publish(name + "-b", "Sans image");
            }
            case PICTURE_WITHDRAWN -> publish(name, showing(picture(name)));
            case PAGE_MOVED ->
                update(session -> {
                    Node above = Workspace.WEBSITE.root(session).addNode(name, "mgnl:page");
                    Node below = above.addNode("dessous", "mgnl:page");
                    for (Node page : List.of(above, below)) {
                        page.setProperty("title", name);
                        Revisions.record(session, page, 0, "salariee", Instant.now());
                        portal.publisher().publish(page, Instant.now(), "salariee");
                    }
                });
            case THROWN_AWAY_AND_DELETED -> {
                publish(name, showing(picture(name)));
                write(name, "archiver", NOOR, "Rangé");
            }
            case RESTORED -> {
                publish(name, "Avant");
                write(name, "publier", NOOR, "Après");
            }
        }
    }

    /** Does it; false when it was not said to be done. */
    private boolean carryOut(Way way, String name) throws IOException {
        try {
            switch (way) {
                case NEW_ITEM_WITH_PICTURE -> publish(name, showing(pictureOf(name)));
                case NEW_VERSION -> write(name, "accepter", NOOR, "Après");
                case VERSION_REFUSED -> write(name, "refuser", NOOR, "Refusé");
                case ARCHIVED -> write(name, "archiver", NOOR, "Rangé");
                case SCHEDULED ->
                    portal.review(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)), MAILING)
                            .publishDue("actus", "/" + name + "-b");
                case MANY ->
                    update(session -> {
                        Batch batch = review.batch(session, NOOR);
                        String picture = pictureOf(name);
                        for (int i = 0; i < 60; i++) {
                            String corps = i % 2 == 0 ? showing(picture) : "Sans image";
                            batch.move(
                                    item(session, name + "-" + i), "publier", node -> node.setProperty("corps", corps));
                            if (i % 20 == 19) {
                                batch.put();
                            }
                        }
                        batch.save();
                    });
                case PICTURE_MOVED ->
                    update(session -> {
                        String picture = pictureOf(name);
                        Batch batch = review.batch(session, NOOR);
                        batch.move(
                                item(session, name + "-b"),
                                "publier",
                                node -> node.setProperty("corps", showing(picture)));
                        batch.move(item(session, name), "publier", node -> node.setProperty("corps", "Sans image"));
                        batch.save();
                    });
                case PICTURE_WITHDRAWN ->
                    update(session -> Workspace.DAM
                            .root(session)
                            .getNode(name)
                            .setProperty(ImageRights.WITHDRAWN, Dates.utc(Instant.now())));
                case PAGE_MOVED ->
                    update(session -> {
                        Node page = Workspace.WEBSITE.root(session).getNode(name);
                        session.move(page.getPath(), "/website/" + name + "-ailleurs");
                    });
                case IMPORTED -> {
                    Exchange.Options online = new Exchange.Options("noor", true, true, false);
                    Path file = archive(name);
                    Exchange.Report report =
                            portal.exchange().apply(file, file.getFileName().toString(), online);
                    return report.count(Exchange.Verdict.REFUSED) == 0;
                }
                case THROWN_AWAY_AND_DELETED -> {
                    String id = stores.author()
                            .read(
                                    Identity.SYSTEM,
                                    session -> item(session, name).getIdentifier());
                    trash.throwAway(new Workspace("actus"), id, NOOR);
                    trash.delete(id, new Actor("admin", "Admin", Set.of("admin", "salariee")));
                }
                case RESTORED ->
                    update(session -> {
                        Node item = item(session, name);
                        review.move(
                                session,
                                item,
                                "publier",
                                NOOR,
                                Revisions.number(item),
                                "",
                                node -> portal.publisher().restore(node, 1));
                    });
            }
            return true;
        } catch (RepositoryFailure e) {
            // the press says that it did not work
            return false;
        }
    }

    /** Whether what was said to be done is what the author store says. */
    private boolean isDone(Way way, String name) {
        return stores.author().<Boolean>read(Identity.SYSTEM, session -> {
            Node actus = session.getNode("/actus");
            return switch (way) {
                case NEW_ITEM_WITH_PICTURE, NEW_VERSION, VERSION_REFUSED, RESTORED, PICTURE_WITHDRAWN ->
                    ItemState.of(actus.getNode(name)) == State.PUBLIE;
                case ARCHIVED -> ItemState.of(actus.getNode(name)) == State.ARCHIVE;
                // the clock says nothing to anybody, and comes back
                case SCHEDULED -> true;
                case MANY -> actus.hasNode(name + "-59");
                case PICTURE_MOVED -> text(actus.getNode(name), "corps").equals("Sans image");
                case PAGE_MOVED -> session.nodeExists("/website/" + name + "-ailleurs/dessous");
                case IMPORTED -> actus.hasNode(name + "-2") && ItemState.isOnSite(actus.getNode(name + "-2"));
                case THROWN_AWAY_AND_DELETED -> !actus.hasNode(name);
            };
        });
    }

    private Path archive(String name) throws IOException {
        Path file = home.resolve("actus." + name + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 3; i++) {
                String item = name + "-" + i;
                zip.putNextEntry(new ZipEntry("actus." + item + ".yaml"));
                zip.write(("'" + item + "':\n  jcr:primaryType: bocage:actu\n  etat: publie\n  titre: " + item
                                + "\n  corps: '" + showing(pictureOf(name)) + "'\n")
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private interface Work {
        void on(Session session) throws RepositoryException;
    }

    private void update(Work work) {
        stores.author().update(Identity.SYSTEM, work::on);
    }

    private void publish(String name, String corps) {
        update(session -> review.move(
                session,
                item(session, name),
                "publier",
                NOOR,
                Revisions.number(item(session, name)),
                "",
                node -> node.setProperty("corps", corps)));
    }

    private void write(String name, String action, Actor by, String corps) {
        update(session -> {
            Node item = item(session, name);
            if (action.equals("enregistrer")) {
                item.setProperty("auteur", by.name());
            }
            review.move(session, item, action, by, Revisions.number(item), "Un mot.", node -> {
                if (!action.equals("refuser") && !action.equals("accepter")) {
                    node.setProperty("corps", corps);
                }
            });
        });
    }

    private static Node item(Session session, String name) throws RepositoryException {
        Node actus = session.getNode("/actus");
        if (actus.hasNode(name)) {
            return actus.getNode(name);
        }
        Node item = actus.addNode(name, "bocage:actu");
        item.setProperty("auteur", NOOR.name());
        item.setProperty("titre", name);
        return item;
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

    private String pictureOf(String name) {
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> Workspace.DAM.root(session).getNode(name).getIdentifier());
    }

    private static String showing(String picture) {
        return "<p>/dam/jcr:" + picture + "</p>";
    }

    private static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }

    /** Returns the contradictions between the two stores, the indexes, the journal and the mails. */
    private List<String> differences() {
        stores.author().await();
        stores.published().await();
        List<String> differences = new ArrayList<>();
        Map<String, String> online = new HashMap<>();
        Set<String> everything = new TreeSet<>();
        Map<String, State> last = new HashMap<>();
        Map<String, Integer> decisions = new TreeMap<>();
        String month = YearMonth.from(Instant.now().atOffset(ZoneOffset.UTC)).toString();
        for (Journal.Entry entry : stores.author().read(Identity.SYSTEM, session -> Journal.of(session, month))) {
            last.putIfAbsent(entry.id(), entry.to());
            if (entry.from() == State.PROPOSE || entry.to() == State.PROPOSE) {
                decisions.merge(entry.id(), 1, Integer::sum);
            }
        }
        Map<String, Integer> mails = mails();
        if (!mails.equals(decisions)) {
            differences.add("decided on proposals are " + decisions + ", mails " + mails);
        }
        stores.author().read(Identity.SYSTEM, session -> {
            for (Node item : contents(session)) {
                everything.add(item.getIdentifier());
                OptionalLong revision = Revisions.online(item);
                if (revision.isPresent()) {
                    online.put(item.getIdentifier(), item.getPath() + " " + body(session, item, revision.getAsLong()));
                }
                State state = ItemState.of(item);
                if (ItemState.isOnSite(item) != revision.isPresent() && item.hasProperty("etat")) {
                    differences.add(item.getPath() + " is " + state + " and names revision " + revision);
                }
                State outcome = item.hasProperty(Review.REFUSED) ? State.REFUSE : state;
                State told = last.getOrDefault(item.getIdentifier(), outcome);
                if (told != outcome) {
                    differences.add(item.getPath() + " is " + outcome + ", the journal says " + told);
                }
            }
            return true;
        });
        Map<String, String> published = new HashMap<>();
        Set<String> shown = new TreeSet<>();
        Set<String> pictures = new TreeSet<>();
        stores.published().read(Identity.SYSTEM, session -> {
            for (Node copy : contents(session)) {
                if (copy.isNodeType("mgnl:asset")) {
                    pictures.add(copy.getIdentifier());
                } else {
                    published.put(copy.getIdentifier(), copy.getPath() + " " + text(copy, "corps"));
                    Matcher named = PICTURE.matcher(text(copy, "corps"));
                    while (named.find()) {
                        shown.add(named.group(1));
                    }
                }
            }
            return true;
        });
        shown.removeIf(id -> stores.author()
                .<Boolean>read(
                        Identity.SYSTEM,
                        session ->
                                !ImageRights.of(session.getNodeByIdentifier(id)).allowsPublication()));
        compare("published", online, published, differences);
        if (!shown.equals(pictures)) {
            differences.add("shown are " + shown + ", on line " + pictures);
        }
        Set<String> all = new TreeSet<>(published.keySet());
        all.addAll(pictures);
        found(portal.indexes().author(), everything, "author", differences);
        found(portal.indexes().published(), all, "published", differences);
        return differences;
    }

    private static void compare(
            String what, Map<String, String> wanted, Map<String, String> there, List<String> differences) {
        Set<String> ids = new TreeSet<>(wanted.keySet());
        ids.addAll(there.keySet());
        for (String id : ids) {
            String one = wanted.getOrDefault(id, "nothing");
            String other = there.getOrDefault(id, "nothing");
            if (!one.equals(other)) {
                differences.add(what + ": decided is " + one + ", there is " + other);
            }
        }
    }

    private static void found(ContentIndex index, Set<String> wanted, String name, List<String> differences) {
        Set<String> found = new TreeSet<>();
        for (Hits.Hit hit : index.find(ContentQuery.anywhere().page(0, 5_000), Identity.SYSTEM)
                .hits()) {
            found.add(hit.id());
        }
        if (!found.equals(wanted)) {
            differences.add("index of " + name + " has " + found.size() + ", the store " + wanted.size());
        }
    }

    private static String body(Session session, Node item, long revision) throws RepositoryException {
        if (Revisions.number(item) == revision) {
            return text(item, "corps");
        }
        for (Revision one : Revisions.of(session, item.getIdentifier())) {
            if (one.number() == revision) {
                return text(Revisions.sketch(session, one), "corps");
            }
        }
        return "a revision that is not kept";
    }

    private static List<Node> contents(Session session) throws RepositoryException {
        List<Node> found = new ArrayList<>();
        for (String workspace : List.of("actus", "dam", "website")) {
            collect(session.getNode("/" + workspace), found);
        }
        return found;
    }

    private static void collect(Node above, List<Node> found) throws RepositoryException {
        for (NodeIterator nodes = above.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType("mgnl:content") || node.isNodeType("mgnl:asset")) {
                found.add(node);
                collect(node, found);
            }
        }
    }

    /** How many mails left for each item. */
    private Map<String, Integer> mails() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Map<String, Integer> mails = new TreeMap<>();
            if (MAILS.exists(session)) {
                for (NodeIterator all = MAILS.root(session).getNodes(); all.hasNext(); ) {
                    Node mail = all.nextNode();
                    if (mail.hasProperty("de")) {
                        mails.merge(mail.getProperty("de").getString(), 1, Integer::sum);
                    }
                }
            }
            return mails;
        });
    }
}
