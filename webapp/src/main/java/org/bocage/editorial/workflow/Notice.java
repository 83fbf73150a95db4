package org.bocage.editorial.workflow;

import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** Tells people that a content moved: called within the save that moves it. */
public interface Notice {

    /**
     * Tells who it concerns.
     *
     * @param session the save's session
     * @param item the content
     * @param transition what happened
     * @param by who did it
     * @param comment what was said, may be empty
     */
    void tell(Session session, Node item, Transition transition, Actor by, String comment) throws RepositoryException;
}
