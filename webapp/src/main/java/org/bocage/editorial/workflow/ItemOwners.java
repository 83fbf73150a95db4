package org.bocage.editorial.workflow;

import java.util.Set;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/**
 * Extension point: accounts that act as the author of an item besides the one that wrote it. Whoever implements it also sees to the
 * item's access control, in the save that gives or takes it. Throwing an item away stays with the account that wrote it.
 */
public interface ItemOwners {

    /** Identifiers of the items that an account acts as the author of; empty for most accounts. */
    Set<String> owned(String account);

    /** Names of the accounts that act as the author of an item. */
    Set<String> owners(String item);

    /** Takes everything from an account within a save, as nothing is to be known of its person any more. */
    void forget(Session session, String account) throws RepositoryException;
}
