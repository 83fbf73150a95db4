package org.bocage.cms.repository.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.EmptyStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.revisions.Revision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An item says where it stands, begins once, and is moved on from where it stands alone. */
class ItemStateTests {

    private static final Workspace ACTUS = new Workspace("actus");

    @RegisterExtension
    final EmptyStores stores = new EmptyStores();

    private WritableStore store;

    @BeforeEach
    void open() {
        store = stores.get().author();
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, ACTUS);
            ACTUS.root(session).addNode("actu", "mgnl:content");
        });
    }

    @Test
    void an_item_that_says_nothing_is_new_to_the_review_and_shown_as_published() {
        with(item -> {
            assertThat(ItemState.isStated(item)).isFalse();
            assertThat(ItemState.of(item)).isEqualTo(State.NOUVEAU);
            assertThat(ItemState.shown(item)).isEqualTo(State.PUBLIE);
            for (State state : State.values()) {
                assertThat(ItemState.is(item, state)).as(state.key()).isFalse();
            }
            assertThat(ItemState.isOnSite(item)).isFalse();
        });
    }

    @Test
    void every_state_is_written_and_read_again() {
        for (State state : State.values()) {
            with(item -> {
                ItemState.begin(item, state);
                assertThat(item.getProperty("etat").getString()).isEqualTo(state.key());
                assertThat(ItemState.isStated(item)).isTrue();
                assertThat(ItemState.of(item)).isEqualTo(state);
                assertThat(ItemState.shown(item)).isEqualTo(state);
                assertThat(ItemState.is(item, state)).isTrue();
                item.getProperty("etat").remove();
            });
        }
    }

    @Test
    void an_item_that_says_something_else_is_in_no_state() {
        with(item -> {
            item.setProperty("etat", "comme neuf");
            assertThat(ItemState.isStated(item)).isTrue();
            assertThat(ItemState.is(item, State.PUBLIE)).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> ItemState.of(item));
            assertThatIllegalArgumentException().isThrownBy(() -> ItemState.shown(item));
        });
    }

    @Test
    void an_item_begins_once() {
        with(item -> {
            ItemState.begin(item, State.BROUILLON);
            assertThatIllegalStateException().isThrownBy(() -> ItemState.begin(item, State.PUBLIE));
            assertThat(ItemState.of(item)).isEqualTo(State.BROUILLON);
        });
    }

    @Test
    void an_item_is_moved_from_where_it_stands_with_what_is_written_beside() {
        with(item -> {
            ItemState.move(item, State.NOUVEAU, State.PROPOSE, Map.of("titre", "La mare"));
            assertThat(ItemState.of(item)).isEqualTo(State.PROPOSE);
            assertThat(item.getProperty("titre").getString()).isEqualTo("La mare");
        });
        with(item -> ItemState.move(item, State.PROPOSE, State.PUBLIE, Map.of()));
        with(item -> assertThat(ItemState.of(item)).isEqualTo(State.PUBLIE));
    }

    @Test
    void an_item_is_not_moved_from_where_it_does_not_stand_nor_back_to_before_its_first_save() {
        with(item -> {
            ItemState.begin(item, State.REFUSE);
            assertThatIllegalStateException()
                    .isThrownBy(() -> ItemState.move(item, State.PROPOSE, State.PUBLIE, Map.of("titre", "La mare")));
            assertThatIllegalStateException()
                    .isThrownBy(() -> ItemState.move(item, State.REFUSE, State.NOUVEAU, Map.of()));
            assertThat(ItemState.of(item)).isEqualTo(State.REFUSE);
            assertThat(item.hasProperty("titre")).isFalse();
        });
    }

    @Test
    void an_item_says_whether_a_version_of_it_is_on_the_site() {
        with(item -> {
            ItemState.onSite(item, true);
            assertThat(item.getProperty("surLeSite").getBoolean()).isTrue();
            assertThat(ItemState.isOnSite(item)).isTrue();
            ItemState.onSite(item, false);
            assertThat(ItemState.isOnSite(item)).isFalse();
        });
    }

    @Test
    void a_revision_says_where_the_item_stood() {
        assertThat(ItemState.of(revision("  etat: a-reprendre\n"))).isEqualTo(State.A_REPRENDRE);
        assertThat(ItemState.is(revision("  etat: publie\n"), State.PUBLIE)).isTrue();
        assertThat(ItemState.of(revision(""))).isEqualTo(State.NOUVEAU);
        assertThat(ItemState.is(revision("  partie:\n    etat: publie\n"), State.PUBLIE))
                .isFalse();
    }

    private static Revision revision(String lines) {
        return new Revision(1, "lea", Instant.EPOCH, List.of(), "actu:\n  titre: La mare\n" + lines);
    }

    private void with(ItemWork work) {
        store.update(
                Identity.SYSTEM,
                session -> work.apply(ACTUS.node(session, "/actu").orElseThrow()));
    }

    private interface ItemWork {
        void apply(Node item) throws RepositoryException;
    }
}
