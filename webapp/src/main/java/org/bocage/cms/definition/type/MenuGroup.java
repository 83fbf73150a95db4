package org.bocage.cms.definition.type;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where in the menu of the private space a content type stands, in the order of the menu. */
public enum MenuGroup {
    /** Content that visitors read. */
    SITE,
    /** Directory of the territory. */
    RESEAU,
    /** Exchanges among members. */
    INTERNE,
    /** Content that keeps the portal going. */
    COULISSES;

    /** Its name in definition files and in the words of the menu. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MenuGroup> of(String key) {
        return Stream.of(values()).filter(group -> group.key().equals(key)).findFirst();
    }
}
