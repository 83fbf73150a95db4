package org.bocage.editorial.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jcr.Node;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.segment.Faults;
import org.bocage.cms.search.text.SearchedTypes;
import org.bocage.editorial.publishing.BareStores;
import org.bocage.editorial.publishing.PublishedProjection.Late;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publication that the published store cannot take in just now. */
class LatePublicationTests {

    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));

    @TempDir
    Path home;

    private final BreakableSearch index = new BreakableSearch();
    private final Faults author = new Faults();
    private final Faults published = new Faults();
    private Stores stores;
    private BareStores portal;
    private Review review;

    @BeforeEach
    void open() throws IOException {
        stores = new Stores(
                author.open("author", home.resolve("author")), published.open("published", home.resolve("published")));
        portal = BareStores.on(stores, home, index);
        review = portal.review(Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        published.none();
        portal.close();
    }

    @Test
    void it_is_said_to_be_late_and_goes_on_line_by_itself_once_that_is_possible() {
        published.at(1, Faults.Kind.DIES_BEFORE);
        publish("fete");

        assertThat(isOnline("fete")).isFalse();
        assertThat(portal.projection().late())
                .singleElement()
                .extracting(Late::cause)
                .isNotNull();
        assertThat(stores.author().await()).as("who saves is told").isFalse();

        published.none();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> portal.projection().late().isEmpty());
        assertThat(isOnline("fete")).isTrue();
        assertThat(stores.author().await()).isTrue();
    }

    @Test
    void what_was_archived_meanwhile_does_not_go_on_line_afterwards() {
        published.at(1, Faults.Kind.DIES_BEFORE);
        publish("fete");
        move("fete", "archiver");

        published.none();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> portal.projection().late().isEmpty());
        assertThat(isOnline("fete")).isFalse();
    }

    @Test
    void what_was_late_at_a_stop_is_on_line_once_the_portal_is_there_again() throws IOException {
        published.at(1, Faults.Kind.DIES_BEFORE);
        publish("fete");
        portal.stop();
        published.none();

        portal = BareStores.on(stores, home);

        assertThat(isOnline("fete")).isTrue();
    }

    @Test
    void what_an_earlier_release_left_on_line_stays_so_and_goes_on_from_there() throws IOException {
        publish("fete");
        move("fete", "enregistrer", node -> node.setProperty("titre", "La fête en préparation"));
        publish("foire");
        publish("forum");
        move("forum", "archiver");
        portal.stop();
        BothStores.forgetRevisionsOnline(stores);

        portal = BareStores.on(stores, home);
        review = portal.review(Clock.systemUTC());

        assertThat(titleOnline("fete")).isEqualTo("fete");
        assertThat(titleOnline("foire")).isEqualTo("foire");
        assertThat(isOnline("forum")).isFalse();
        portal.projection().reconcile();
        assertThat(portal.projection().lastReconciliation().mended()).isZero();
        move("fete", "publier");
        assertThat(titleOnline("fete")).isEqualTo("La fête en préparation");
        move("foire", "archiver");
        assertThat(isOnline("foire")).isFalse();
    }

    @Test
    void the_comparison_finds_and_mends_what_somebody_changed_behind_its_back() {
        publish("fete");
        publish("foire");
        new PublishedWriter(stores)
                .write(session -> session.getNode("/actus/fete").remove());
        new PublishedWriter(stores).write(session -> Revisions.setOnline(session.getNode("/actus/foire"), 99));

        portal.projection().reconcile();

        assertThat(isOnline("fete")).isTrue();
        assertThat(portal.projection().lastReconciliation().mended()).isEqualTo(2);
        portal.projection().reconcile();
        assertThat(portal.projection().lastReconciliation().mended()).isZero();
        assertThat(portal.projection().lastReconciliation().contents()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_picture_stays_on_line_while_the_index_cannot_tell_who_shows_it(boolean isOneItemAlone) {
        String picture = picture();
        index.failure = isOneItemAlone ? new IllegalStateException() : new InternalError();
        publish("fete", picture);
        portal.projection().reconcile();
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session ->
                                Workspace.byId(session, picture).orElseThrow().setProperty("title", "La haie"));

        assertThat(isPublished(picture)).isTrue();

        index.failure = null;
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> portal.projection().late().isEmpty());
        assertThat(isPublished(picture)).isTrue();
        assertThat(audience(picture)).isEqualTo(Audience.PUBLIC);
    }

    @Test
    void the_comparison_finds_a_picture_that_others_may_see_than_those_who_may_read_what_shows_it() {
        String picture = picture();
        publish("fete", picture);
        BothStores.published(stores)
                .update(
                        Identity.SYSTEM,
                        session -> AccessControl.setAudience(session.getNodeByIdentifier(picture), Audience.MEMBERS));

        portal.projection().reconcile();

        assertThat(audience(picture)).isEqualTo(Audience.PUBLIC);
    }

    @Test
    void who_asks_what_is_late_is_answered_in_the_middle_of_a_long_work() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Thread works = new Thread(() -> {
            synchronized (portal.projection()) {
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        works.start();
        Awaitility.await().until(() -> works.getState() == Thread.State.WAITING);
        try {
            assertThat(CompletableFuture.supplyAsync(() -> portal.projection().late())
                            .get(10, TimeUnit.SECONDS))
                    .isEmpty();
        } finally {
            goOn.countDown();
            works.join();
        }
    }

    /** Breaks when it is told to. */
    private static final class BreakableSearch implements SearchedTypes {

        volatile @Nullable Throwable failure;

        @Override
        public Optional<Map<String, Integer>> weights(String path, String nodeType) {
            Throwable now = failure;
            if (now instanceof RuntimeException ofAnItem) {
                throw ofAnItem;
            }
            if (now instanceof Error ofAll) {
                throw ofAll;
            }
            return Optional.of(Map.of("titre", 4));
        }

        @Override
        public String form() {
            return "titres";
        }
    }

    private String picture() {
        return stores.author()
                .write(
                        Identity.SYSTEM,
                        session -> Workspace.DAM
                                .root(session)
                                .addNode("haie.jpg", "mgnl:asset")
                                .getIdentifier());
    }

    private boolean isPublished(String id) {
        return stores.published()
                .<Boolean>read(
                        Identity.SYSTEM, session -> Workspace.byId(session, id).isPresent());
    }

    private Audience audience(String id) {
        return stores.published()
                .read(Identity.SYSTEM, session -> AccessControl.audienceOf(session.getNodeByIdentifier(id)));
    }

    private void publish(String name) {
        publish(name, "");
    }

    private void publish(String name, String picture) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus").addNode(name, "bocage:actu");
            item.setProperty("auteur", NOOR.name());
            review.move(session, item, "publier", NOOR, 0, "", node -> {
                node.setProperty("titre", name);
                if (!picture.isEmpty()) {
                    node.setProperty("corps", "<p>/dam/jcr:" + picture + "</p>");
                }
            });
        });
    }

    private void move(String name, String action) {
        move(name, action, node -> {});
    }

    private void move(String name, String action, Review.Edit edit) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus/" + name);
            review.move(session, item, action, NOOR, Revisions.number(item), "", edit);
        });
    }

    private String titleOnline(String name) {
        return stores.published()
                .read(
                        Identity.SYSTEM,
                        session ->
                                session.getProperty("/actus/" + name + "/titre").getString());
    }

    private boolean isOnline(String name) {
        return stores.published().<Boolean>read(Identity.SYSTEM, session -> session.nodeExists("/actus/" + name));
    }
}
