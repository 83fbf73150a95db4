package org.bocage.editorial.screens;

import java.time.Instant;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.workflow.notices.PublicPlaces;
import org.springframework.stereotype.Component;

/** Where items are read on line, as their types say it. */
@Component
class PublishedPlaces implements PublicPlaces {

    private final DefinitionRegistry registry;

    PublishedPlaces(DefinitionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Optional<String> of(Node published) throws RepositoryException {
        Optional<ContentType> type = type(published);
        return type.isPresent() ? PublicAddress.of(type.get(), published) : Optional.empty();
    }

    @Override
    public Optional<String> at(Node item, Instant publication) throws RepositoryException {
        Optional<ContentType> type = type(item);
        return type.isPresent() ? PublicAddress.at(type.get(), item, publication) : Optional.empty();
    }

    private Optional<ContentType> type(Node item) throws RepositoryException {
        return registry.current().contentType(Workspace.of(item).name());
    }
}
