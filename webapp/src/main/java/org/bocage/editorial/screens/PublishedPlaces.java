package org.bocage.editorial.screens;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
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
        var type = registry.current().contentType(Workspace.of(published).name());
        return type.isPresent() ? PublicAddress.of(type.get(), published) : Optional.empty();
    }
}
