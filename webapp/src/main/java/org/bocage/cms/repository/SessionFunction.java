package org.bocage.cms.repository;

import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** Work done with a session that somebody else opens, saves and closes. */
@FunctionalInterface
public interface SessionFunction<T> {

    T apply(Session session) throws RepositoryException;
}
