package org.bocage.portal.moving.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A content of the former site.
 *
 * @param id by which it is known when the same export comes again; it names the program, the site and the content
 * @param kind of content over there, {@code post} or {@code article}
 * @param category it was filed under first; may be empty
 * @param created when it was put on line there
 * @param author key of a {@link FormerAuthor}; may be empty
 * @param fields what it says, by the name of the field, values of a list on a line each; {@link #TEXT} is HTML with the pictures of
 *     the former site
 * @param addresses it was read at, without the server: {@code /2019/05/fete}, {@code /?p=12}
 * @param pictures addresses of its pictures besides those of the text, the main one first
 */
public record FormerItem(
        String id,
        String kind,
        String category,
        @Nullable Instant created,
        String author,
        FormerState state,
        Map<String, String> fields,
        List<String> addresses,
        List<String> pictures) {

    /** Field of the title. */
    public static final String TITLE = "titre";
    /** Field of the text, in HTML. */
    public static final String TEXT = "texte";
    /** Field of a few sentences about it. */
    public static final String SUMMARY = "extrait";

    public static final String DATE = "date";
    public static final String CATEGORIES = "categories";
    public static final String TAGS = "etiquettes";

    private static final int LONGEST_ID = 200;

    /** Keeps an identifier that is too long by its digest. */
    public FormerItem {
        if (id.length() > LONGEST_ID) {
            id = id.substring(0, id.indexOf(':') + 1) + DigestUtils.sha256Hex(id);
        }
    }

    /** Returns a field; empty when it says nothing. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public String title() {
        return field(TITLE);
    }
}
