package org.bocage.cms.repository.changes;

import org.bocage.cms.repository.Stores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers both stores as parts of the portal that have a health. */
@Configuration(proxyBeanMethods = false)
class StoreHealthConfiguration {

    @Bean
    StoreHealth authorStoreHealthIndicator(Stores stores) {
        return new StoreHealth(stores.author());
    }

    @Bean
    StoreHealth publishedStoreHealthIndicator(Stores stores) {
        return new StoreHealth(stores.published());
    }
}
