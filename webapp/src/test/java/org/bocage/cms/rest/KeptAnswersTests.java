package org.bocage.cms.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.cms.rest.delivery.DeliveryCache;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.search.text.SearchedTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

@Tag("fast")
class KeptAnswersTests {

    private static final Workspace ACTUS = new Workspace("actus");
    private static final Language FRENCH = new Language(Locale.FRENCH, false, false, List.of());
    private static final Identity VISITOR = Identity.anonymous(Set.of("visiteur"));

    @TempDir
    Path home;

    /** Keeps the index from taking items in until it is told to go on. */
    private static final class Hold implements SearchedTypes {

        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public Optional<Map<String, Integer>> weights(String path, String nodeType) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Optional.empty();
        }

        @Override
        public String form() {
            return "";
        }
    }

    @Test
    void a_list_that_was_asked_for_while_a_publication_was_not_yet_in_the_index_does_not_stay() throws Exception {
        Hold hold = new Hold();
        try (Stores stores = new Stores(
                        PreparedStores.open("author", home.resolve("author")),
                        PreparedStores.open("published", home.resolve("published")));
                ContentIndex author = new ContentIndex(stores.author(), home.resolve("index-author"));
                ContentIndex published = new ContentIndex(stores.published(), home.resolve("index-published"), hold);
                DefinitionRegistry registry = DefinitionRegistry.watching(List.of(Path.of("light-modules")))) {
            WritableStore store = BothStores.published(stores);
            store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, ACTUS));
            DeliveryCache kept = new DeliveryCache(stores, new ContentIndexes(author, published), registry, true);

            add(store, "fete");
            String meanwhile = ask(kept, published, registry);
            hold.goOn.countDown();
            store.await();

            assertThat(meanwhile).isEqualTo("[]");
            assertThat(ask(kept, published, registry)).isEqualTo("[/fete]");
        }
    }

    /** Saves without waiting for the index. */
    private static void add(WritableStore store, String name) throws Exception {
        var session = store.login(Identity.SYSTEM);
        ACTUS.root(session).addNode(name, "mgnl:content");
        store.put(session);
        session.logout();
    }

    private static String ask(DeliveryCache kept, ContentIndex index, DefinitionRegistry registry) throws Exception {
        RestRequest request = new RestRequest(
                false, "/delivery/actus", VISITOR, new MockHttpServletRequest("GET", "/.rest/delivery/actus"));
        RestAnswer answer = kept.of(request, registry.current(), VISITOR, FRENCH, () -> {
            List<String> paths = index.find(ContentQuery.in("actus"), Identity.SYSTEM).hits().stream()
                    .map(Hits.Hit::path)
                    .toList();
            return RestAnswer.json(paths.toString().getBytes(StandardCharsets.UTF_8));
        });
        var response = new org.springframework.mock.web.MockHttpServletResponse();
        answer.send(request, response);
        return response.getContentAsString();
    }
}
