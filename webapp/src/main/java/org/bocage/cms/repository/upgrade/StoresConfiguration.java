package org.bocage.cms.repository.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bocage.cms.repository.ModuleWorkspace;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.cluster.Leadership;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.config.StoreProperties;
import org.bocage.cms.repository.document.Database;
import org.bocage.cms.repository.document.DatabaseLeadership;
import org.bocage.cms.repository.document.DocumentStores;
import org.bocage.cms.repository.document.LostLease;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.maintenance.BackupOptions;
import org.bocage.cms.repository.segment.SegmentStores;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the two stores at start, in the version of this application, and closes them at the end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupOptions.class)
class StoresConfiguration {

    @Bean
    StartTurn startTurn() {
        return new StartTurn();
    }

    @Bean
    DatabaseAtStop databaseAtStop() {
        return new DatabaseAtStop();
    }

    @Bean(destroyMethod = "close")
    Stores stores(
            StoreProperties properties,
            DatabaseProperties database,
            StartTurn turn,
            DatabaseAtStop atStop,
            ApplicationContext portal,
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
        Stores stores = upgrade.open(
                properties.isInDatabase() ? place(properties, database, turn, atStop, portal) : place(properties));
        List<ModuleWorkspace> workspaces = apart.stream().toList();
        stores.author().keepApart(workspaces);
        stores.published().keepApart(workspaces);
        return stores;
    }

    private static StoresPlace place(StoreProperties properties) {
        return new SegmentPlace(properties.home(), () -> openBoth(name -> open(name, properties), Leadership::sole));
    }

    /** Makes sure that the contents are in the database, and nowhere else, before it is opened. */
    private static StoresPlace place(
            StoreProperties properties,
            DatabaseProperties options,
            StartTurn turn,
            DatabaseAtStop atStop,
            ApplicationContext portal) {
        if (Files.isDirectory(properties.home().resolve(StoresPlace.REPOSITORY).resolve("author"))) {
            throw new DatabaseRefused(
                    DatabaseRefused.Reason.SEGMENTS,
                    options.shownUrl(),
                    properties.home().toString());
        }
        Database database;
        boolean isAlone;
        WaitingStart waiting = WaitingStart.begin();
        try {
            database = Database.reach(options);
            atStop.open(database);
            turn.begin(database.startAlone());
            DocumentStores.requireWhole(database);
            isAlone = DocumentStores.requireFree(database);
        } finally {
            waiting.close();
        }
        LostLease lost = new LostLease(() -> AvailabilityChangeEvent.publish(portal, ReadinessState.REFUSING_TRAFFIC));
        return new DatabasePlace(
                database,
                isAlone,
                () -> openBoth(
                        name -> DocumentStores.open(name, database, lost),
                        () -> DatabaseLeadership.begin(database, isAlone)));
    }

    /** Opens both at once: each takes a processor for a while. */
    private static Stores openBoth(Function<String, WritableStore> opening, Supplier<Leadership> leadership) {
        CompletableFuture<WritableStore> author = CompletableFuture.supplyAsync(() -> opening.apply("author"));
        List<Store> opened = new ArrayList<>();
        try {
            Store published = opening.apply("published");
            opened.add(published);
            return new Stores(author.join(), published, leadership.get());
        } catch (RuntimeException e) {
            RuntimeException failure =
                    e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
            // it ends one way or the other, and may have opened a store that nobody closes
            author.exceptionally(failed -> null)
                    .thenAccept(store ->
                            opened.addAll(Optional.ofNullable(store).stream().toList()))
                    .join();
            opened.forEach(store -> close(store, failure));
            throw failure;
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
                    name, properties.home().resolve(StoresPlace.REPOSITORY).resolve(name));
        } catch (RepositoryFailure e) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.home", properties.home(), String.valueOf(e.getMessage()), e);
        }
    }
}
