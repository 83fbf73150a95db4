package org.bocage.cms.repository.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import javax.jcr.Node;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.e2e.Walk;
import org.junit.jupiter.api.Test;

/** Tables hold little more than a migration of the same contents makes, once the work of a night was done. */
class StoreGarbageTests {

    private static final Workspace ACTUS = new Workspace("actus");
    /** Publications, five of each item. */
    private static final int PUBLICATIONS = Walk.of(300, 1_000);

    private static final int TIMES = 5;

    private static final int PICTURE = 40_000;
    private static final double MOST = 1.5;
    private static final int FEW = 20;
    /** More than another machine takes to see a save. */
    private static final Duration SEEN = Duration.ofMinutes(2);

    private final DatabaseProperties options = PostgresServer.database();

    private WritableStore open(String node) {
        return DocumentStores.open(
                "author",
                Database.reach(new DatabaseProperties(options.url(), options.username(), options.password(), node)),
                () -> {});
    }

    @Test
    void what_a_night_leaves_is_little_more_than_a_new_database_would_hold() throws IOException {
        try (WritableStore one = open("1")) {
            one.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, ACTUS));
            try (WritableStore retired = open("2")) {
                for (int number = 0; number < PUBLICATIONS; number++) {
                    publish(number % 2 == 0 ? one : retired, number);
                }
                ProjectionRunner.checkpoint(retired, "index-2");
            }
            ProjectionRunner.releaseAbandoned(one.nodeStore(), Instant.now().plus(Duration.ofDays(3)));
            assertThat(one.checkpoints()).isEmpty();

            Database fresh = Database.reach(PostgresServer.database());
            DocumentStores.write(one.nodeStore().getRoot(), "author", fresh);
            long least = DocumentStores.size("author", fresh);
            // Oak counts ages in steps of five seconds
            Awaitility.await().atMost(SEEN).untilAsserted(() -> {
                ((DocumentStorage) one.storage()).collect(Duration.ZERO);
                ((DocumentStorage) one.storage()).giveBack(true);
                assertThat(one.storage().size()).isLessThanOrEqualTo((long) (least * MOST));
            });
            assertThat(notes()).as("notes of changes to other machines").isLessThan(FEW);
            System.out.println(PUBLICATIONS + " publications: " + one.storage().size() / 1024 + " kB, as new "
                    + least / 1024 + " kB");
        }
    }

    private long notes() {
        Database database = Database.reach(options);
        return database.tell(connection -> {
            try (Statement question = connection.createStatement();
                    ResultSet answer = question.executeQuery("select count(*) from author_journal")) {
                answer.next();
                return answer.getLong(1);
            }
        });
    }

    /** Saves an item in the states it passes, in place of what it said and of its picture. */
    private static void publish(WritableStore store, int number) {
        String name = "nouvelle-" + (number % (PUBLICATIONS / TIMES));
        for (String state : List.of("brouillon", "propose", "accepte", "publie")) {
            store.alone(
                    "publication",
                    () -> store.update(Identity.SYSTEM, session -> {
                        Node root = ACTUS.root(session);
                        Node item = root.hasNode(name) ? root.getNode(name) : root.addNode(name, "mgnl:content");
                        item.setProperty("etat", state);
                        item.setProperty("titre", "La nouvelle " + number);
                        item.setProperty(
                                "corps",
                                ("<p>Ce qui pousse dans la haie " + number + ", " + state + ".</p>").repeat(30));
                        if (state.equals("brouillon") && number % 20 == 0) {
                            byte[] picture = new byte[PICTURE];
                            new Random(number).nextBytes(picture);
                            item.setProperty(
                                    "image", session.getValueFactory().createBinary(new ByteArrayInputStream(picture)));
                        }
                        Node revisions = item.hasNode("revisions")
                                ? item.getNode("revisions")
                                : item.addNode("revisions", "mgnl:contentNode");
                        if (revisions.hasNode("derniere")) {
                            revisions.getNode("derniere").remove();
                        }
                        revisions.addNode("derniere", "mgnl:contentNode").setProperty("titre", "La nouvelle " + number);
                    }));
        }
    }
}
