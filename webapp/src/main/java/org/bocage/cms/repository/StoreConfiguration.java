package org.bocage.cms.repository;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the two stores at start and closes them at the end. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    Store authorStore(StoreProperties properties) {
        return SegmentStores.open("author", properties.home().resolve("repository/author"));
    }

    @Bean
    Store publishedStore(StoreProperties properties) {
        return SegmentStores.open("published", properties.home().resolve("repository/published"));
    }

    @Bean
    ConfigFiles configFiles(StoreProperties properties) {
        return new ConfigFiles(properties.config());
    }

    @Bean
    Stores stores(Store authorStore, Store publishedStore) {
        return new Stores(authorStore, publishedStore);
    }
}
