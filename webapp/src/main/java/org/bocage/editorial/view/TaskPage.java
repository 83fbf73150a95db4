package org.bocage.editorial.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code tache.ftlh}: one proposal. The form posts to {@code address} a "decision" ("accepter", "reprendre", "refuser", or "commenter",
 * which decides nothing), a "commentaire", a "remarque.<field>" for each field of the contents, what was chosen of {@code choices}, and the fields "revision" and "jeton".
 *
 * @param type in words, « Actu »
 * @param who sent it
 * @param email of who sent it without an account; empty when there is one
 * @param contents the item as it would be published, field by field
 * @param choices fields that the review may fill in while it accepts, since nothing tells them
 * @param changes against what is on line; empty for a new item
 * @param published public address of the version on line, null when there is none
 * @param comment what was typed, given back on error
 * @param remarks what was typed beside fields, given back on error
 * @param problem null, {@code commentaire-manquant}, {@code remarque-manquante}, {@code deja-traitee} (it waits for nobody's decision any more), {@code definition-retenue},
 *     {@code modifiee} (somebody changed it meanwhile), {@code photo-a-dire}, {@code structure-manquante} (it names nobody to speak to) or {@code choix-a-revoir}
 * @param last what was done last
 * @param editAddress to change it oneself before accepting, null when not allowed
 * @param historyAddress what it was before
 * @param position of this task among those that wait, from 1
 * @param asides what is known of it besides what it holds
 */
public record TaskPage(
        String address,
        String title,
        String type,
        String who,
        String email,
        Moment since,
        String revision,
        String token,
        List<Content> contents,
        List<FormField> choices,
        List<FieldChange> changes,
        List<Comment> comments,
        @Nullable String published,
        @Nullable String preview,
        @Nullable String editAddress,
        String historyAddress,
        String comment,
        Map<String, String> remarks,
        @Nullable String problem,
        Last last,
        int position,
        int total,
        @Nullable String next,
        List<FormPage.Aside> asides) {

    /** The last thing that was done: by whom, the key of the state it led to, when. */
    public record Last(String who, String state, Moment when) {}

    /**
     * One field to read.
     *
     * @param field its name in the form, so that remarks lead to it
     * @param text plain text, line breaks kept; null when there is html
     * @param html already sanitised, shown as it is
     * @param files to be opened
     */
    public record Content(
            String field,
            String label,
            @Nullable String text,
            @Nullable String html,
            List<Picture> pictures,
            List<StoredFile> files) {

        /** Plain text to read. */
        public static Content ofText(String field, String label, @Nullable String text) {
            return new Content(field, label, text, null, List.of(), List.of());
        }

        /** Rich text to read. */
        public static Content ofHtml(String field, String label, String html) {
            return new Content(field, label, null, html, List.of(), List.of());
        }

        /** Pictures to look at. */
        public static Content ofPictures(String field, String label, List<Picture> pictures) {
            return new Content(field, label, null, null, pictures, List.of());
        }

        /** Files to open. */
        public static Content ofFiles(String field, String label, List<StoredFile> files) {
            return new Content(field, label, null, null, List.of(), files);
        }
    }
}
