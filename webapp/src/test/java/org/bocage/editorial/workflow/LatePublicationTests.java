package org.bocage.editorial.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.jcr.Node;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Faults;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Revisions;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.publishing.BareStores;
import org.bocage.editorial.publishing.PublishedProjection.Late;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publication that the published store cannot take in just now. */
class LatePublicationTests {

    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));

    @TempDir
    Path home;

    private final Faults author = new Faults();
    private final Faults published = new Faults();
    private Stores stores;
    private BareStores portal;
    private Review review;

    @BeforeEach
    void open() throws IOException {
        stores = new Stores(
                author.open("author", home.resolve("author")), published.open("published", home.resolve("published")));
        portal = BareStores.on(stores, home);
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
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isOnline("fete"));
        assertThat(portal.projection().late()).isEmpty();
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

    private void publish(String name) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus").addNode(name, "bocage:actu");
            item.setProperty("auteur", NOOR.name());
            review.move(session, item, "publier", NOOR, 0, "", node -> node.setProperty("titre", name));
        });
    }

    private void move(String name, String action) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus/" + name);
            review.move(session, item, action, NOOR, Revisions.number(item), "", node -> {});
        });
    }

    private boolean isOnline(String name) {
        return stores.published().<Boolean>read(Identity.SYSTEM, session -> session.nodeExists("/actus/" + name));
    }
}
