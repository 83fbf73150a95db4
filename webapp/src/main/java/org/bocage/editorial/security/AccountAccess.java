package org.bocage.editorial.security;

import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** Way in that an account has been given, such as its sessions and the links mailed to it. */
public interface AccountAccess {

    /** Ends all of an account within a save: it is closed. */
    void endAll(Session session, String account) throws RepositoryException;
}
