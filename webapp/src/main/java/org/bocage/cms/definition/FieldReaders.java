package org.bocage.cms.definition;

/**
 * Who reads a field, besides being a reader of its item.
 *
 * @param audience who
 * @param flag the boolean property of the item that opens the field, with {@link Audience#FLAG}; else empty
 */
public record FieldReaders(Audience audience, String flag) {

    /** Audiences, widest first. */
    public enum Audience {
        /** Whoever reads the item. */
        ITEM,
        ADHERENTS,
        CA,
        /** Never leaves the author store. */
        STAFF,
        /** Whoever reads the item, when the person concerned has said so. */
        FLAG
    }

    public static final FieldReaders ITEM = new FieldReaders(Audience.ITEM, "");
    public static final FieldReaders STAFF = new FieldReaders(Audience.STAFF, "");
}
