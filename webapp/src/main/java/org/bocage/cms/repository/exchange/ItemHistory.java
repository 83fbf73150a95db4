package org.bocage.cms.repository.exchange;

import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** Keeps what an item was before an import replaces it. */
public interface ItemHistory {

    /** Keeps nothing. */
    ItemHistory NONE = (item, replacement) -> replacement.run();

    /** Replaces an item and keeps what it was; the caller saves. */
    void keep(Node item, Replacement replacement) throws RepositoryException;

    /** Puts other content into an item. */
    interface Replacement {
        void run() throws RepositoryException;
    }
}
