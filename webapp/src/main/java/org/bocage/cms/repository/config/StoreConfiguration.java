package org.bocage.cms.repository.config;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bocage.cms.repository.ModuleWorkspace;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.segment.SegmentStores;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the two stores at start and closes them at the end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StoreProperties.class, MaintenanceOptions.class})
class StoreConfiguration {

    @Bean
    ConfigFiles configFiles(StoreProperties properties) {
        return new ConfigFiles(properties.config());
    }

    @Bean
    KeptSettings keptSettings(ConfigFiles files, Stores stores) {
        return new KeptSettings(files, stores);
    }

    /** Opens both at once: each takes a processor for a while. */
    @Bean(destroyMethod = "close")
    Stores stores(StoreProperties properties, ObjectProvider<ModuleWorkspace> apart) throws IOException {
        CompletableFuture<WritableStore> author = CompletableFuture.supplyAsync(() -> open("author", properties));
        Store published = open("published", properties);
        try {
            Stores stores = new Stores(author.join(), published);
            List<ModuleWorkspace> workspaces = apart.stream().toList();
            stores.author().keepApart(workspaces);
            stores.published().keepApart(workspaces);
            return stores;
        } catch (CompletionException e) {
            published.close();
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static WritableStore open(String name, StoreProperties properties) {
        try {
            return SegmentStores.open(
                    name, properties.home().resolve("repository").resolve(name));
        } catch (RepositoryFailure e) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.home", properties.home(), String.valueOf(e.getMessage()), e);
        }
    }
}
