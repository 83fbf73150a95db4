package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Readers of a draft, as the access control of the author store has them. */
@Tag("fast")
class DraftAccessTests {

    private static final Workspace ACTUS = new Workspace("actus");

    @RegisterExtension
    final EmptyStores stores = new EmptyStores();

    private final Identity board = Identity.of("lea", Set.of("ca"), Set.of(Audience.MEMBERS, Audience.BOARD));
    private final Identity author = Identity.of("karim", Set.of("ca"), Set.of(Audience.MEMBERS, Audience.BOARD));
    private final Identity reviewer = Identity.of("noor", Set.of("salariee"), Set.of(Audience.MEMBERS, Audience.BOARD));

    @BeforeEach
    void writesADraft() {
        stores.get().author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, ACTUS);
            AccessControl.setRole(session, ACTUS, "ca", List.of(new AccessRule("/*", 9)));
            AccessControl.setRole(session, ACTUS, "salariee", List.of(new AccessRule("/*", 15)));
            Node draft = ACTUS.root(session).addNode("fete", "mgnl:content");
            AccessControl.setOwner(draft, "karim");
            AccessControl.setDraft(draft, true);
            draft.addNode("contact", "mgnl:contentNode");
        });
    }

    private List<Boolean> readers() {
        return List.of(reads(author), reads(reviewer), reads(board));
    }

    private boolean reads(Identity who) {
        return stores.get()
                .author()
                .<Boolean>read(
                        who, session -> session.nodeExists("/actus/fete") && session.nodeExists("/actus/fete/contact"));
    }

    private void set(boolean draft) {
        stores.get()
                .author()
                .update(Identity.SYSTEM, session -> AccessControl.setDraft(session.getNode("/actus/fete"), draft));
    }

    @Test
    void a_draft_is_read_by_its_author_and_by_who_writes_everything() {
        assertThat(readers()).containsExactly(true, true, false);
    }

    @Test
    void a_role_that_writes_everything_no_more_reads_no_draft_once_these_are_looked_through() {
        stores.get()
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> AccessControl.setRole(session, ACTUS, "salariee", List.of(new AccessRule("/*", 9))));

        set(true);

        assertThat(readers()).containsExactly(true, false, false);
    }

    @Test
    void what_is_no_draft_any_more_is_read_by_whoever_reads_there_and_its_author_may_write_it() {
        set(false);

        assertThat(readers()).containsExactly(true, true, true);
        stores.get()
                .author()
                .update(author, session -> session.getNode("/actus/fete").setProperty("titre", "La fête"));

        set(true);
        assertThat(readers()).containsExactly(true, true, false);
    }

    @Test
    void who_may_not_read_access_control_is_not_told_that_an_item_is_for_everybody() {
        assertThatThrownBy(() -> stores.get()
                        .author()
                        .read(author, session -> AccessControl.audienceOf(session.getNode("/actus/fete"))))
                .hasRootCauseInstanceOf(AccessDeniedException.class);
    }
}
