package org.bocage.editorial.signedlinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.editorial.jobs.ItemByItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kept link works for its time, under the hash of its token, and is then taken away. */
class KeptLinksTests {

    private static final Workspace WORKSPACE = new Workspace("propositions");
    private static final Instant MADE = Instant.parse("2026-12-24T08:00:00Z");

    @TempDir
    Path home;

    private final String token = RandomTokens.create();
    private Stores stores;

    @BeforeEach
    void begin() throws Exception {
        stores = new Stores(
                PreparedStores.open("author", home.resolve("author")),
                PreparedStores.open("published", home.resolve("published")));
        stores.author().update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
        assertThat(find(Duration.ZERO)).as("none was made").isEmpty();
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> links(Duration.ZERO).add(session, token).setProperty("courriel", "zoe@exemple.fr"));
    }

    @AfterEach
    void end() throws Exception {
        stores.close();
    }

    @Test
    void the_store_knows_the_hash_alone() {
        stores.author().read(Identity.SYSTEM, session -> {
            Node folder = session.getNode("/propositions/essai");
            assertThat(folder.hasNode(token)).isFalse();
            assertThat(folder.hasNode(RandomTokens.sha256(token))).isTrue();
            return true;
        });
    }

    @Test
    void a_link_works_until_its_time_is_over() {
        assertThat(find(Duration.ofDays(2).minusMillis(1))).hasValue("zoe@exemple.fr");
        assertThat(find(Duration.ofDays(2))).isEmpty();
        assertThat(find(Duration.ofDays(800))).isEmpty();
    }

    @Test
    void a_link_that_was_ended_is_gone() {
        assertThat(ended()).isTrue();
        assertThat(ended()).isFalse();
        assertThat(find(Duration.ZERO)).isEmpty();
    }

    @Test
    void links_of_today_are_counted_by_what_they_hold() {
        assertThat(madeToday(Duration.ofHours(23), "Zoe@exemple.fr")).isEqualTo(1);
        assertThat(madeToday(Duration.ofHours(24), "zoe@exemple.fr")).isZero();
        assertThat(madeToday(Duration.ZERO, "lea@exemple.fr")).isZero();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void links_are_forgotten_when_their_time_is_over_and_one_that_cannot_be_read_stops_no_other() {
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/propositions/essai").addNode("broken", "mgnl:contentNode"));
        ItemByItem job = new ItemByItem("KeptLinksTests");

        assertThatThrownBy(() -> job.run(links(Duration.ofDays(1))::forget)).isInstanceOf(ItemByItem.FailedItems.class);
        assertThat(count()).isEqualTo(2);
        assertThatThrownBy(() -> job.run(links(Duration.ofDays(2))::forget)).isInstanceOf(ItemByItem.FailedItems.class);
        assertThat(count()).isEqualTo(1);
        job.run(round -> links(Duration.ZERO).forget(round, link -> !link.hasProperty("courriel")));
        assertThat(count()).isZero();
    }

    private KeptLinks links(Duration later) {
        Clock clock = Clock.fixed(MADE.plus(later), ZoneOffset.UTC);
        return new KeptLinks(stores, WORKSPACE, "essai", Duration.ofDays(2), clock);
    }

    private Optional<String> find(Duration later) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> link = links(later).find(session, token);
            return link.isPresent()
                    ? Optional.of(link.get().getProperty("courriel").getString())
                    : Optional.empty();
        });
    }

    private boolean ended() {
        return stores.author()
                .<Boolean>write(Identity.SYSTEM, session -> links(Duration.ZERO).end(session, token));
    }

    private int count() {
        return stores.author()
                .<Integer>read(Identity.SYSTEM, session -> links(Duration.ZERO).count(session));
    }

    private int madeToday(Duration later, String email) {
        return stores.author()
                .<Integer>read(Identity.SYSTEM, session -> links(later).madeToday(session, "courriel", email));
    }
}
