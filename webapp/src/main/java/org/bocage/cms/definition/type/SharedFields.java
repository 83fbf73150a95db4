package org.bocage.cms.definition.type;

import java.util.List;
import java.util.stream.Stream;

/**
 * Fields of a new item that take what a telephone shares to the portal, by path; empty where there is no such field.
 *
 * @param link field for an address of the web; without one it stands at the end of the text
 * @param picture field for a picture, {@code photos/image}
 */
public record SharedFields(String title, String text, String link, String picture) {

    /** Nothing is shared to items of the type. */
    public static final SharedFields NONE = new SharedFields("", "", "", "");

    /** Whether something may be shared to items of the type. */
    public boolean isOpen() {
        return !title.isEmpty();
    }

    /** Every field that is named. */
    public List<String> all() {
        return Stream.of(title, text, link, picture)
                .filter(field -> !field.isEmpty())
                .toList();
    }
}
