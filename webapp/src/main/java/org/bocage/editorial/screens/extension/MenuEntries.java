package org.bocage.editorial.screens.extension;

import java.util.List;
import java.util.Set;
import org.bocage.cms.definition.type.MenuGroup;

/** Extension point: entries in the menu of the private space, besides those of content types. */
public interface MenuEntries {

    /** Place of the content types among the entries of a group. */
    int TYPES = 50;

    /**
     * An entry of the menu.
     *
     * @param key of its words and its drawing
     * @param place order among the entries of the group, where content types stand at {@link #TYPES}
     */
    record MenuEntry(MenuGroup group, String key, String address, int place) {}

    /** Returns the entries that whoever is signed in may open. */
    List<MenuEntry> menu();

    /** Names of the content types that these entries stand for, which have none of their own. */
    default Set<String> menuTypes() {
        return Set.of();
    }
}
