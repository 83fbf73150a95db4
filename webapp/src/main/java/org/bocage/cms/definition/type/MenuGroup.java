package org.bocage.cms.definition.type;

import java.util.Optional;
import java.util.stream.Stream;

/** Where in the menu of the private space a content type stands, in the order of the menu. */
public enum MenuGroup {
    /** Content that visitors read. */
    SITE("site"),
    /** Content about those the association is in touch with. */
    NETWORK("reseau"),
    /** Exchanges among members. */
    INTERNAL("interne"),
    /** Content that keeps the portal going. */
    BACKSTAGE("coulisses");

    private final String key;

    MenuGroup(String key) {
        this.key = key;
    }

    /** Its name in definition files and in the words of the menu. */
    public String key() {
        return key;
    }

    public static Optional<MenuGroup> of(String key) {
        return Stream.of(values()).filter(group -> group.key().equals(key)).findFirst();
    }
}
