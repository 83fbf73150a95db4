package org.bocage.portal.moving.reading;

/** Takes what an export holds, one after the other. */
public interface ExportVisitor {

    /** The former site was at this address. */
    default void site(String address) {}

    /** Somebody wrote there. */
    default void author(FormerAuthor author) {}

    /** A file of its library. */
    default void picture(FormerPicture picture) {}

    /** A content. */
    default void item(FormerItem item) {}

    /**
     * Something is in the export and has no place here.
     *
     * @param reason key of the sentence
     * @param what it is called; may be empty
     * @param address where it was read; may be empty
     */
    default void aside(String reason, String what, String address) {}

    /**
     * The export stops in the middle: all that came before was handed over.
     *
     * @param line where it stops; 0 when that cannot be told
     */
    default void cut(int line) {}
}
