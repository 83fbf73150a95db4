package org.bocage.editorial.items.list;

import org.bocage.cms.definition.type.ContentType;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;

/** Permissions and addresses for taking the contents of a type away as a table or bringing them in as one. */
public final class Tables {

    /** Address of the table that comes in, below that of the list. */
    public static final String IN = "/tableau";

    /** Address of the table that goes out, below that of the list. */
    public static final String OUT = "/tableau.csv";

    private Tables() {}

    /** Whether a person may bring in contents of a type this way; where a file is required, contents come with theirs. */
    public static boolean takes(Desk desk, Contents contents, ContentType type) {
        return desk.reviews() && !needsFile(type) && contents.mayAdd(type, desk.identity());
    }

    private static boolean needsFile(ContentType type) {
        return type.extension().documents().stream()
                .anyMatch(field -> type.property(field)
                        .filter(ContentType.Property::required)
                        .isPresent());
    }

    /** Whether a person takes tables away: all of a list who reviews, what is theirs whoever the workflow lets do so. */
    public static boolean givesOut(Desk desk) {
        return desk.reviews() || desk.takesAway();
    }
}
