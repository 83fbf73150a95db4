package org.bocage.editorial.workflow.notices;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** Knows who proposed a content without having an account. */
@FunctionalInterface
public interface Proposers {

    /**
     * Somebody without an account.
     *
     * @param email where they are written to
     * @param address where they follow what they proposed, and correct it
     */
    record Proposer(String name, String email, String address) {}

    /** Returns the proposer of a content, or empty if its author has an account. */
    Optional<Proposer> of(Node item) throws RepositoryException;
}
