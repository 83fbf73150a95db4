package org.bocage.editorial.form;

import java.time.Clock;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.search.ContentIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the forms. */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {

    @Bean
    ItemForms itemForms(Stores stores, ContentIndexes indexes, PictureShelf pictures, Clock clock) {
        return new ItemForms(stores.author(), indexes.author(), pictures, clock);
    }
}
