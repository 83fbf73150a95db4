package org.bocage.cms.repository.upgrade;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bocage.cms.repository.ModuleWorkspace;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.StoreProperties;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.maintenance.BackupOptions;
import org.bocage.cms.repository.segment.SegmentStores;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the two stores at start, in the version of this application, and closes them at the end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupOptions.class)
class StoresConfiguration {

    @Bean(destroyMethod = "close")
    Stores stores(
            StoreProperties properties,
            BackupOptions backups,
            ObjectProvider<Migration> migrations,
            ObjectProvider<ModuleWorkspace> apart,
            ObjectProvider<Clock> clocks)
            throws IOException {
        Upgrade upgrade = new Upgrade(
                properties.home(),
                backups.passphrase(),
                migrations.stream().toList(),
                clocks.getIfAvailable(Clock::systemUTC));
        Stores stores = upgrade.open(() -> open(properties));
        List<ModuleWorkspace> workspaces = apart.stream().toList();
        stores.author().keepApart(workspaces);
        stores.published().keepApart(workspaces);
        return stores;
    }

    /** Opens both at once: each takes a processor for a while. */
    private static Stores open(StoreProperties properties) {
        CompletableFuture<WritableStore> author = CompletableFuture.supplyAsync(() -> open("author", properties));
        Store published = open("published", properties);
        try {
            return new Stores(author.join(), published);
        } catch (CompletionException e) {
            close(published, e);
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static void close(Store store, RuntimeException failure) {
        try {
            store.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
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
