package org.bocage.portal.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.RepositoryFailure;
import org.bocage.cms.repository.SegmentStores;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayCountTests {

    @TempDir
    Path home;

    private Stores stores;

    @BeforeEach
    void open() {
        stores = new Stores(
                SegmentStores.open("author", home.resolve("author")),
                SegmentStores.open("published", home.resolve("published")));
    }

    @AfterEach
    void close() throws IOException {
        stores.author().close();
        stores.published().close();
    }

    @Test
    void what_could_not_be_saved_stays_counted_and_is_saved_the_next_time() {
        Relays relays = new Relays(stores);
        String item = UUID.randomUUID().toString();
        relays.count(item, "10.0.0.1");
        failing(relays::save);
        relays.count(item, "10.0.0.2");
        relays.save();

        assertThat(relays.of(item)).isEqualTo(2);
        assertThat(new Relays(stores).of(item)).isEqualTo(2);
    }

    /** A save that cannot be: where counts are kept is away. */
    private void failing(Runnable save) {
        stores.author()
                .update(Identity.SYSTEM, session -> session.getNode("/relais").remove());
        assertThatThrownBy(save::run).isInstanceOf(RepositoryFailure.class);
        stores.author().update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, new Workspace("relais")));
    }
}
