package org.bocage.editorial.view;

import java.util.List;

/**
 * A field on which two versions differ.
 *
 * @param before the earlier text in pieces, {@code after} the later one; no piece when there is none
 * @param gone pictures that only the earlier version shows
 * @param come pictures that only the later version shows
 */
public record FieldChange(String label, List<Piece> before, List<Piece> after, List<Picture> gone, List<Picture> come) {

    /** Some words of a text, and whether the other version has them not. */
    public record Piece(String text, boolean changed) {}
}
