package org.bocage.cms.repository;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the two stores at start and closes them at the end. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    Store authorStore(StoreProperties properties) {
        return open("author", properties);
    }

    @Bean
    Store publishedStore(StoreProperties properties) {
        return open("published", properties);
    }

    @Bean
    ConfigFiles configFiles(StoreProperties properties) {
        return new ConfigFiles(properties.config());
    }

    @Bean
    Stores stores(Store authorStore, Store publishedStore) {
        return new Stores(authorStore, publishedStore);
    }

    private static Store open(String name, StoreProperties properties) {
        try {
            return SegmentStores.open(
                    name, properties.home().resolve("repository").resolve(name));
        } catch (RepositoryFailure e) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.home", properties.home(), String.valueOf(e.getMessage()), e);
        }
    }
}
