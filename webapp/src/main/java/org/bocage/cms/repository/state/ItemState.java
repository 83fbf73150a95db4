package org.bocage.cms.repository.state;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.repository.tree.TreeWriter;
import org.jspecify.annotations.Nullable;

/**
 * The state of an item, as its node says it. While a new version is written or reviewed, the state is that of the new version, and
 * an earlier one may be on the site. Nodes of other origin say nothing, or use the property for something else.
 */
public final class ItemState {

    /** Property of an item that holds the {@linkplain State#key() key} of its state, for who lists its fields. */
    public static final String PROPERTY = "etat";

    /** Property of an item that says whether a version of it is on the site, for who lists its fields. */
    public static final String ON_SITE = "surLeSite";

    private ItemState() {}

    /** Whether an item says where it stands at all. */
    public static boolean isStated(Node item) throws RepositoryException {
        return item.hasProperty(PROPERTY);
    }

    /**
     * The state of an item; {@link State#NOUVEAU} when it says none.
     *
     * @throws IllegalArgumentException when it says something else
     */
    public static State of(Node item) throws RepositoryException {
        return stated(item, State.NOUVEAU);
    }

    /**
     * The state that an item is shown in; {@link State#PUBLIE} when it says none, as it came from where nobody reviews.
     *
     * @throws IllegalArgumentException when it says something else
     */
    public static State shown(Node item) throws RepositoryException {
        return stated(item, State.PUBLIE);
    }

    private static State stated(Node item, State otherwise) throws RepositoryException {
        return isStated(item) ? State.of(item.getProperty(PROPERTY).getString()) : otherwise;
    }

    /**
     * The state that an item had in a revision; {@link State#NOUVEAU} when it said none.
     *
     * @throws IllegalArgumentException when it said something else
     */
    public static State of(Revision revision) {
        String key = revision.text(PROPERTY);
        return key.isEmpty() ? State.NOUVEAU : State.of(key);
    }

    /** Whether an item says that it is in a state; one that says none, or something else, is in none. */
    public static boolean is(Node item, State state) throws RepositoryException {
        return isStated(item) && item.getProperty(PROPERTY).getString().equals(state.key());
    }

    /** As {@link #is(Node, State)}, of an item as it was in a revision. */
    public static boolean is(Revision revision, State state) {
        return revision.text(PROPERTY).equals(state.key());
    }

    /** Whether some version of an item is on the site, as its node says it. */
    public static boolean isOnSite(Node item) throws RepositoryException {
        return item.hasProperty(ON_SITE) && item.getProperty(ON_SITE).getBoolean();
    }

    /**
     * Gives an item its first state; the caller saves.
     *
     * @throws IllegalStateException when it has one
     */
    public static void begin(Node item, State first) throws RepositoryException {
        if (isStated(item)) {
            throw new IllegalStateException(item.getPath() + " has a state, it does not begin");
        }
        item.setProperty(PROPERTY, first.key());
    }

    /**
     * Moves an item on, and writes something else with it; the caller saves.
     *
     * @param from the state that it was allowed to leave
     * @param with other properties, as {@link TreeWriter#put} takes them
     * @throws IllegalStateException when it is in another state by now, or would be as if it had never been saved
     */
    public static void move(Node item, State from, State to, Map<String, ? extends @Nullable Object> with)
            throws RepositoryException {
        State now = of(item);
        if (now != from || to == State.NOUVEAU) {
            throw new IllegalStateException(
                    item.getPath() + " is " + now.key() + ": not moved from " + from.key() + " to " + to.key());
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(with);
        values.put(PROPERTY, to.key());
        TreeWriter.put(item, values);
    }

    /** Says whether some version of an item is on the site; the caller saves. */
    public static void onSite(Node item, boolean is) throws RepositoryException {
        item.setProperty(ON_SITE, is);
    }
}
