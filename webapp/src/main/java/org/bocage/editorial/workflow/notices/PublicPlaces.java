package org.bocage.editorial.workflow.notices;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** Knows where a published content is read. */
@FunctionalInterface
public interface PublicPlaces {

    /** Its address within the site; empty when it has no page of its own. */
    Optional<String> of(Node published) throws RepositoryException;
}
