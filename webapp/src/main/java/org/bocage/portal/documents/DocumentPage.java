package org.bocage.portal.documents;

import java.util.List;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;

/**
 * {@code document.ftlh}: one internal document, to read. A new version is posted as {@code fichier}, {@code note},
 * {@code revision} to {@code address}/version; an older one comes back by {@code address}/versions/&lt;n&gt;.
 *
 * @param about kind, day and folder in words
 * @param file address of the file; it stays when the file is replaced. Null when the file is gone
 * @param details format and weight in words
 * @param versions the last first; empty for who may not read them
 * @param edit address of its form; null for who may not write it
 * @param error why a new version was not taken; empty when nothing is wrong
 */
public record DocumentPage(
        String address,
        String title,
        String about,
        List<Tag> tags,
        boolean forMembers,
        @Nullable String file,
        String details,
        List<String> present,
        List<Decision> decisions,
        List<Version> versions,
        @Nullable String edit,
        boolean mayReplace,
        boolean hasText,
        String revision,
        String note,
        String error) {

    /** A tag, and the address of all that has it. */
    public record Tag(String label, String address) {}

    /** Decision as shown: who does it, for when, whether it is done. */
    public record Decision(
            String text, String who, @Nullable Moment by, boolean done) {}

    /** A file the document had; restore is null for the present one. */
    public record Version(
            Moment date,
            String by,
            String note,
            String file,
            @Nullable String restore) {}
}
