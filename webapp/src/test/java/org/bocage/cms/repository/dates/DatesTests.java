package org.bocage.cms.repository.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import javax.jcr.Node;
import org.bocage.cms.repository.EmptyStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When an item was made, as its nodes tell. */
@Tag("fast")
class DatesTests {

    private static final Workspace ADHESIONS = new Workspace("adhesions");
    private static final Instant JANUARY = Instant.parse("2026-01-05T09:00:00Z");

    @RegisterExtension
    final EmptyStores stores = new EmptyStores();

    @Test
    void an_item_says_when_it_was_made_even_where_an_import_left_that_out() {
        stores.get().author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, ADHESIONS);
            Node item = ADHESIONS.root(session).addNode("rucher", "mgnl:content");

            assertThat(Dates.created(item).toInstant()).isAfter(JANUARY);

            item.setProperty("mgnl:created", Dates.utc(JANUARY));
            assertThat(Dates.created(item).toInstant()).isEqualTo(JANUARY);
        });
    }
}
