package org.bocage.portal.proposals;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** Page that goes with what somebody proposed without an account. */
@FunctionalInterface
public interface ProposalPages {

    /**
     * A page.
     *
     * @param label of the link to it
     * @param path on the site
     */
    record Linked(String label, String path) {}

    /** Returns the page for who proposed an item, or empty if there is none. */
    Optional<Linked> of(Node item) throws RepositoryException;
}
