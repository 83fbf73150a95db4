package org.bocage.editorial.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.publishing.BareStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agreement between what is on line and what was decided, even when several people decide at the same time. */
class OnlineAsDecidedTests {

    private static final Actor AUTHOR = new Actor("mains", "Mains", Set.of("contributeur"));
    private static final Actor REVIEWER = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final int RACES = 40;

    @TempDir
    Path home;

    private BareStores portal;
    private Review review;

    @BeforeEach
    void open() throws Exception {
        portal = BareStores.open(home);
        review = portal.review(Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void who_withdraws_while_somebody_accepts_leaves_no_draft_on_line() throws Exception {
        for (int race = 0; race < RACES; race++) {
            String name = "course-" + race;
            add(name, AUTHOR, "proposer");
            atOnce(() -> move(name, "retirer", AUTHOR), () -> move(name, "accepter", REVIEWER));
        }

        assertThat(published()).isEqualTo(decided());
    }

    @Test
    void two_reviewers_and_the_author_leave_on_line_what_the_last_of_them_decided() throws Exception {
        for (int race = 0; race < RACES; race++) {
            String name = "a-trois-" + race;
            add(name, AUTHOR, "proposer");
            atOnce(
                    () -> move(name, "accepter", REVIEWER),
                    () -> move(name, "reprendre", REVIEWER),
                    () -> move(name, "retirer", AUTHOR));
        }

        assertThat(published()).isEqualTo(decided());
    }

    @Test
    void what_is_archived_while_a_long_work_still_brings_it_on_line_is_off_line_at_the_end() {
        stores().update(Identity.SYSTEM, session -> {
            Batch batch = review.batch(session, REVIEWER);
            for (int i = 0; i < 200; i++) {
                String name = "lot-" + i;
                Node item = actus(session).addNode(name, "bocage:actu");
                item.setProperty("auteur", REVIEWER.name());
                batch.move(item, "publier", node -> node.setProperty("titre", name));
            }
            batch.put();
            CompletableFuture.runAsync(() -> move("lot-199", "archiver", REVIEWER))
                    .join();
            batch.save();
        });

        assertThat(published()).isEqualTo(decided()).hasSize(199);
    }

    @Test
    void a_picture_that_goes_from_one_item_to_another_in_one_publication_stays_on_line() {
        String picture = stores().write(
                        Identity.SYSTEM,
                        session -> Workspace.DAM
                                .root(session)
                                .addNode("haie.jpg", "mgnl:asset")
                                .getIdentifier());
        publish("une", picture, "autre", "");
        assertThat(isPublished(picture)).isTrue();

        publish("autre", picture, "une", "");

        assertThat(isPublished(picture)).as("it is shown by the other one now").isTrue();

        publish("autre", "", "une", "");
        assertThat(isPublished(picture)).as("nobody shows it any more").isFalse();
    }

    @Test
    void a_picture_that_leaves_with_one_item_while_another_comes_to_show_it_stays_on_line() throws Exception {
        String picture = stores().write(
                        Identity.SYSTEM,
                        session -> Workspace.DAM
                                .root(session)
                                .addNode("haie.jpg", "mgnl:asset")
                                .getIdentifier());
        for (int race = 0; race < RACES; race++) {
            String leaving = "part-" + race;
            String coming = "vient-" + race;
            publish(leaving, picture, coming, "");
            atOnce(() -> move(leaving, "archiver", REVIEWER), () -> publish(coming, picture));

            assertThat(isPublished(picture)).as("race " + race).isTrue();
            move(coming, "archiver", REVIEWER);
        }
    }

    /** Publishes two items in one save, each with its picture. */
    private void publish(String one, String picture, String other, String otherPicture) {
        stores().update(Identity.SYSTEM, session -> {
            Batch batch = review.batch(session, REVIEWER);
            batch.move(item(session, one), "publier", node -> show(node, picture));
            batch.move(item(session, other), "publier", node -> show(node, otherPicture));
            batch.save();
        });
    }

    private void publish(String name, String picture) {
        stores().update(Identity.SYSTEM, session -> {
            Batch batch = review.batch(session, REVIEWER);
            batch.move(item(session, name), "publier", node -> show(node, picture));
            batch.save();
        });
    }

    private static Node item(Session session, String name) throws RepositoryException {
        if (actus(session).hasNode(name)) {
            return actus(session).getNode(name);
        }
        Node item = actus(session).addNode(name, "bocage:actu");
        item.setProperty("auteur", REVIEWER.name());
        item.setProperty("titre", name);
        return item;
    }

    private static void show(Node item, String picture) throws RepositoryException {
        item.setProperty("corps", picture.isEmpty() ? "<p>Sans image</p>" : "<p>/dam/jcr:" + picture + "</p>");
    }

    private void add(String name, Actor author, String action) {
        stores().update(Identity.SYSTEM, session -> {
            Node item = actus(session).addNode(name, "bocage:actu");
            item.setProperty("auteur", author.name());
            review.move(session, item, action, author, 0, "", node -> node.setProperty("titre", name));
        });
    }

    /** Somebody's press: who comes too late is told so, and changes nothing. */
    private void move(String name, String action, Actor actor) {
        try {
            stores().update(Identity.SYSTEM, session -> {
                Node item = actus(session).getNode(name);
                String said = action.equals("reprendre") ? "Ajoutez l’heure." : "";
                review.move(session, item, action, actor, Revisions.number(item), said, node -> {});
            });
        } catch (ConcurrentEdit | RefusedTransition e) {
            // somebody else was first
        }
    }

    private static void atOnce(Runnable... presses) throws Exception {
        CyclicBarrier together = new CyclicBarrier(presses.length);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (Runnable press : presses) {
            all.add(CompletableFuture.runAsync(
                    () -> {
                        try {
                            together.await();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                        press.run();
                    },
                    work -> new Thread(work).start()));
        }
        CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).get();
    }

    private WritableStore stores() {
        return portal.stores().author();
    }

    private static Node actus(Session session) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, new Workspace("actus"));
        return session.getNode("/actus");
    }

    private boolean isPublished(String id) {
        return portal.stores()
                .published()
                .<Boolean>read(
                        Identity.SYSTEM, session -> Workspace.byId(session, id).isPresent());
    }

    /** Names of the items that the author store calls published. */
    private Set<String> decided() {
        return names(stores(), true);
    }

    private Set<String> published() {
        return names(portal.stores().published(), false);
    }

    private static Set<String> names(Store store, boolean byState) {
        return store.read(Identity.SYSTEM, session -> {
            Set<String> names = new TreeSet<>();
            for (NodeIterator items = session.getNode("/actus").getNodes(); items.hasNext(); ) {
                Node item = items.nextNode();
                if (item.isNodeType("mgnl:content") && (!byState || ItemState.of(item) == State.PUBLIE)) {
                    names.add(item.getName());
                }
            }
            return names;
        });
    }
}
