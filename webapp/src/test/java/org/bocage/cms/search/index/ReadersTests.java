package org.bocage.cms.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.SavedNodes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers of items that changed while the index was still at what they were before. */
@Tag("fast")
class ReadersTests {

    private static final Workspace ACTUS = new Workspace("actus");

    @TempDir
    Path home;

    private WritableStore store;
    private Readers readers;
    private SavedNode first;

    @BeforeEach
    void open() {
        store = PreparedStores.open("author", home.resolve("store"));
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, ACTUS);
            AccessControl.setRole(session, ACTUS, "visiteur", List.of(new AccessRule("/*", 8)));
            for (String name : List.of("premier", "second")) {
                AccessControl.setAudience(ACTUS.root(session).addNode(name, "mgnl:content"), Audience.MEMBERS);
            }
        });
        readers = new Readers(store);
        first = item("premier");
    }

    @AfterEach
    void close() throws IOException {
        readers.close();
        store.close();
    }

    @Test
    void an_item_that_was_deleted_meanwhile_hides_no_other_from_the_members() throws Exception {
        store.update(
                Identity.SYSTEM,
                session -> ACTUS.root(session).getNode("premier").remove());

        assertThat(readers.of(first).readers()).isEmpty();
        assertThat(readers.of(item("second")).readers()).containsExactly(Audience.MEMBERS.principal());
    }

    @Test
    void an_item_that_became_public_meanwhile_opens_no_other() throws Exception {
        store.update(
                Identity.SYSTEM,
                session -> AccessControl.setAudience(ACTUS.root(session).getNode("premier"), Audience.PUBLIC));

        assertThat(readers.of(first).readers()).contains(Identity.role("visiteur"));
        assertThat(readers.of(item("second")).readers()).isEqualTo(Set.of(Audience.MEMBERS.principal()));
    }

    private SavedNode item(String name) {
        return SavedNodes.of(store).at("/actus/" + name).orElseThrow();
    }
}
