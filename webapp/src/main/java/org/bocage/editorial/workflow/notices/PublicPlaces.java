package org.bocage.editorial.workflow.notices;

import java.time.Instant;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** Knows where a published content is read. */
public interface PublicPlaces {

    /** Its address within the site; empty when it has no page of its own. */
    Optional<String> of(Node published) throws RepositoryException;

    /** The address that a content gets when it goes on line at a moment; empty when it will have no page of its own. */
    Optional<String> at(Node item, Instant publication) throws RepositoryException;
}
