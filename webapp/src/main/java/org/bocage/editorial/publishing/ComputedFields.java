package org.bocage.editorial.publishing;

import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** Works out what an item holds besides what was typed, whenever it is written: the dates of a series, for instance. */
public interface ComputedFields {

    /** Brings an item of the author store up to date, in the session it was read with; leaves others alone. */
    void derive(Node item) throws RepositoryException;

    /**
     * Derives again what changes as time goes by, and nothing else: in an item that nobody edits, or in an older version of one
     * that is on line.
     */
    default void renew(Node item) throws RepositoryException {}
}
