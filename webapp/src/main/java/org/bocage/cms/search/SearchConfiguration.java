package org.bocage.cms.search;

import java.nio.file.Path;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.cluster.OnEachMachine;
import org.bocage.cms.search.text.AuthoredTypes;
import org.bocage.cms.search.text.DeclaredTypes;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Opens the two indexes after the stores, and puts them on disk now and then. */
@Configuration(proxyBeanMethods = false)
public class SearchConfiguration {

    @Bean
    ContentIndex authorIndex(Stores stores, DefinitionRegistry definitions, @Value("${bocage.home:./data}") Path home) {
        return new ContentIndex(
                stores.author(),
                home.resolve("index/author"),
                new AuthoredTypes(definitions, new DeclaredTypes(definitions)));
    }

    @Bean
    ContentIndex publishedIndex(
            Stores stores, DefinitionRegistry definitions, @Value("${bocage.home:./data}") Path home) {
        return new ContentIndex(stores.published(), home.resolve("index/published"), new DeclaredTypes(definitions));
    }

    @Bean
    ContentIndexes contentIndexes(
            ContentIndex authorIndex, ContentIndex publishedIndex, DefinitionRegistry definitions) {
        definitions.onReload(reloaded -> {
            authorIndex.rebuildIfOtherTypes();
            publishedIndex.rebuildIfOtherTypes();
        });
        return new ContentIndexes(authorIndex, publishedIndex);
    }

    /** Builds them anew when more was learned of the definitions while the portal started, such as which types it once had. */
    @Bean
    public SmartInitializingSingleton indexesOfKnownTypes(ContentIndexes indexes) {
        return () -> {
            indexes.author().rebuildIfOtherTypes();
            indexes.published().rebuildIfOtherTypes();
        };
    }

    @Bean
    IndexHealth indexHealthIndicator(ContentIndexes indexes) {
        return new IndexHealth(indexes);
    }

    @Bean
    Persistence persistence(ContentIndexes indexes) {
        return new Persistence(indexes);
    }

    /** Keeps what a start has to catch up short. */
    record Persistence(ContentIndexes indexes) {

        @OnEachMachine
        @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
        void persist() {
            indexes.author().persist();
            indexes.published().persist();
        }
    }
}
