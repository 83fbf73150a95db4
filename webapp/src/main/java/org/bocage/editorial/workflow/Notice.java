package org.bocage.editorial.workflow;

import java.util.Collection;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** Tells people that a content moved: called within the save that moves it. */
public interface Notice {

    /** Reminds that a proposal waits. */
    default void remind(Session session, Node item, Workflow.Reminder reminder) throws RepositoryException {}

    /** Tells people that they were named in a comment. */
    default void mention(Session session, Node item, Actor by, String comment, Collection<String> accounts)
            throws RepositoryException {}

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
