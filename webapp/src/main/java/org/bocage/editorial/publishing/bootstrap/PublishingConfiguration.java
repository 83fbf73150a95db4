package org.bocage.editorial.publishing.bootstrap;

import java.time.Clock;
import java.util.List;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.editorial.publishing.ComputedFields;
import org.bocage.editorial.publishing.ItemVisibility;
import org.bocage.editorial.publishing.LiveFields;
import org.bocage.editorial.publishing.OnlineVersion;
import org.bocage.editorial.publishing.PublicationHealth;
import org.bocage.editorial.publishing.PublishedCopies;
import org.bocage.editorial.publishing.PublishedProjection;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.bocage.editorial.publishing.exchange.OwnWorkspace;
import org.bocage.editorial.publishing.exchange.Takeaway;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Roles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Fallback;

/** Makes the publisher, and fills a new portal before it answers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InstallationProperties.class)
class PublishingConfiguration {

    /** The time; a test brings its own. */
    @Bean
    @Fallback
    Clock systemClock() {
        return Clock.systemUTC();
    }

    /** Known before anything can be published. */
    @Bean(initMethod = "recall")
    KnownTypes knownTypes(Stores stores, DefinitionRegistry registry) {
        return new KnownTypes(stores.author(), registry);
    }

    @Bean
    @DependsOn("knownTypes")
    PublishedCopies publishedCopies(
            Stores stores,
            DefinitionRegistry registry,
            ContentIndexes indexes,
            ObjectProvider<ItemVisibility> standing,
            ObjectProvider<LiveFields> live,
            List<ComputedFields> derivations) {
        return new PublishedCopies(
                stores,
                registry::current,
                indexes.published(),
                standing.getIfAvailable(() -> ItemVisibility.NONE),
                new OnlineVersion(live.orderedStream().toList(), derivations));
    }

    @Bean
    Publisher publisher(PublishedCopies copies, List<ComputedFields> derivations) {
        return new Publisher(copies, derivations);
    }

    @Bean(initMethod = "begin", destroyMethod = "close")
    PublishedProjection publishedProjection(
            Stores stores, DefinitionRegistry registry, PublishedCopies copies, Clock clock) {
        PublishedProjection projection = new PublishedProjection(stores, copies, registry::current, clock);
        projection.follow(registry);
        return projection;
    }

    /** Lets nobody in before both stores are in step. */
    @Bean
    SmartInitializingSingleton storesInStep(PublishedProjection projection) {
        return projection::awaitComparison;
    }

    @Bean
    PublicationHealth publicationHealthIndicator(PublishedProjection projection) {
        return new PublicationHealth(projection);
    }

    @Bean(initMethod = "run")
    Installation installation(
            Stores stores,
            Publisher publisher,
            PublishedProjection projection,
            DefinitionRegistry registry,
            InstallationProperties properties,
            Clock clock,
            Roles roles,
            KnownTypes knownTypes) {
        return new Installation(stores, publisher, registry, properties, clock, knownTypes::note, roles::reread);
    }

    @Bean
    Exchange exchange(
            Stores stores,
            Publisher publisher,
            Roles roles,
            Accounts accounts,
            Clock clock,
            ObjectProvider<Takeaway> takeaways,
            ObjectProvider<OwnWorkspace> own) {
        return new Exchange(stores, publisher, roles, accounts, clock, takeaways, own);
    }
}
