package org.bocage.cms.site.redirects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class OldAddressesTests {

    @TempDir
    Path home;

    private Stores stores;

    @BeforeEach
    void open() {
        stores = new Stores(
                PreparedStores.open("author", home.resolve("author")),
                PreparedStores.open("published", home.resolve("published")));
        for (WritableStore store : BothStores.of(stores)) {
            store.update(Identity.SYSTEM, session -> {
                NodeTypes.ensureWorkspace(session, Workspace.WEBSITE);
                Node pole = Workspace.WEBSITE.root(session).addNode("pole", "mgnl:page");
                pole.addNode("emploi", "mgnl:page").addNode("stages", "mgnl:page");
                pole.addNode("equipe", "mgnl:page");
            });
        }
    }

    @AfterEach
    void close() throws IOException {
        stores.author().close();
        stores.published().close();
    }

    @Test
    void a_page_below_one_that_moved_is_found_below_where_that_is_now() {
        keep(stores.author(), "/ancien", "/pole/emploi");

        assertThat(now("/ancien")).contains("/pole/emploi");
        assertThat(now("/ancien/stages")).contains("/pole/emploi/stages");
        assertThat(now("/ancien/autre")).isEmpty();
        assertThat(now("/ailleurs/stages")).isEmpty();
    }

    @Test
    void the_nearest_page_that_moved_counts_in_whichever_store_it_was_noted() {
        keep(stores.author(), "/ancien", "/pole/emploi");
        keep(BothStores.published(stores), "/ancien/stages", "/pole/equipe");
        assertThat(now("/ancien/stages")).contains("/pole/equipe");

        keep(stores.author(), "/ancien/stages", "/pole/emploi/stages");
        assertThat(now("/ancien/stages")).contains("/pole/emploi/stages");
    }

    private void keep(WritableStore store, String path, String page) {
        String id = stores.published()
                .read(
                        Identity.SYSTEM,
                        session -> Workspace.WEBSITE
                                .node(session, page)
                                .orElseThrow()
                                .getIdentifier());
        store.update(Identity.SYSTEM, session -> OldAddresses.keep(session, path, id));
    }

    private Optional<String> now(String path) {
        return OldAddresses.now(stores, stores.published(), Identity.SYSTEM, path);
    }
}
