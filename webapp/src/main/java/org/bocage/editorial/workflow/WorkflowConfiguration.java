package org.bocage.editorial.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.maintenance.StoreMaintenance;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.security.Responsibilities;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Reads the workflow and makes the review. */
@Configuration(proxyBeanMethods = false)
class WorkflowConfiguration {

    private static final String FILE = "workflow/contenu.yaml";

    @Bean
    Workflow workflow(@Value("${bocage.config:./config}") Path config) throws IOException {
        Path here = config.resolve(FILE);
        Resource file =
                Files.exists(here) ? new FileSystemResource(here) : new ClassPathResource("config-defaults/" + FILE);
        try (InputStream yaml = file.getInputStream()) {
            return Workflow.read(yaml);
        }
    }

    @Bean
    Delegations delegations(Stores stores) {
        return new Delegations(stores);
    }

    @Bean
    ItemNames itemNames(ContentIndexes indexes) {
        return new ItemNames(indexes);
    }

    @Bean
    Authorship authorship(ObjectProvider<ItemOwners> owners) {
        return new Authorship(owners::orderedStream);
    }

    /** Contents on their way: the author is told what becomes of them, and reads and writes the drafts. */
    @Bean
    @Order(20)
    Responsibilities writtenItems(ItemAuthors authors) {
        return authors.responsibilities(
                "contenus",
                ContentQuery.anywhere().inState(State.BROUILLON, State.A_REPRENDRE, State.PROPOSE, State.PROGRAMME));
    }

    /** Contents on line, whose author is told when they end or are asked about. */
    @Bean
    @Order(70)
    Responsibilities publishedItems(ItemAuthors authors) {
        return authors.responsibilities("en-ligne", ContentQuery.anywhere().inState(State.PUBLIE));
    }

    @Bean
    Review review(
            Stores stores,
            ItemNames names,
            Publisher publisher,
            Workflow workflow,
            Delegations delegations,
            Notice notice,
            Authorship authorship,
            Clock clock) {
        return new Review(stores, names, publisher, workflow, delegations, notice, authorship, clock);
    }

    @Bean(initMethod = "close", destroyMethod = "")
    @DependsOn("installation")
    Drafts drafts(Stores stores, ContentIndexes indexes, Publisher publisher) {
        return new Drafts(stores, indexes, publisher);
    }

    @Bean
    Delays delays(Stores stores, Clock clock) {
        return new Delays(stores, clock);
    }

    @Bean
    Trash trash(Stores stores, Workflow workflow, StoreMaintenance maintenance, Clock clock) {
        return new Trash(stores, workflow, maintenance::erase, clock);
    }
}
