package org.bocage.editorial.publishing;

import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Audience;

/** Decides, of what is on line, what stands behind the rest, or is kept from the public for as long as it is nobody's of the house. */
@FunctionalInterface
public interface ItemVisibility {

    /** Everything stands as it is. */
    ItemVisibility NONE = () -> (copy, own) -> own;

    /** The rule as it is now, for a number of items one after the other. */
    Rule now();

    /** A rule at one moment. */
    @FunctionalInterface
    interface Rule {

        /**
         * Marks an item of the published store by how it stands.
         *
         * @param copy in a session that the caller saves
         * @param own for whom it is, as its author says
         * @return for whom it is, when it is for everybody; what is not is let be
         */
        Audience mark(Node copy, Audience own) throws RepositoryException;
    }
}
