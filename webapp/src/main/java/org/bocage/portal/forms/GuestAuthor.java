package org.bocage.portal.forms;

import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.editorial.workflow.Actor;

/** Author of what is proposed without an account. */
public final class GuestAuthor {

    /** Author that such an item names: no account can have this name. */
    public static final String NAME = "sans compte";

    /** Node of the item that holds the name and address of who proposed it. */
    public static final String PROPOSED_BY = "proposePar";

    private GuestAuthor() {}

    /** Returns who acts through a link about an item. */
    public static Actor actor(Node item) throws RepositoryException {
        String name = PROPOSED_BY + "/nom";
        return actor(item.hasProperty(name) ? item.getProperty(name).getString() : "");
    }

    /** Returns who acts, by the name that they gave. */
    public static Actor actor(String name) {
        return new Actor(NAME, name, Set.of());
    }
}
