package org.bocage.cms.repository;

import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** Work done with a session, without a result. */
@FunctionalInterface
public interface SessionWork {

    void accept(Session session) throws RepositoryException;
}
