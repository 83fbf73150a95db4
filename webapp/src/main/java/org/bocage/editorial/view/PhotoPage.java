package org.bocage.editorial.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code photo.ftlh}. The form posts {@code alt}, {@code decorative}, {@code credit}, the rights, the view and
 * {@code revision} to {@code address}, and {@code action=retirer} when removed; another posts {@code fichier} to
 * {@code address}/fichier.
 *
 * @param pictured false for a document
 * @param whole address of the picture as it was sent, with its width and height in px
 * @param details format and weight in words, « JPEG, 2,4 Mo, 4000 × 3000 »
 * @param addedBy empty when no account is known by that name
 * @param uses where it is shown, as far as this person may know
 * @param used a picture in use is not removed
 * @param errors messages by field name ({@code alt}, {@code credit}, {@code droits}, {@code cadre})
 * @param rights null when this person may not know what was agreed
 * @param view how it is shown, in per cent
 * @param withdrawal how it was taken away at somebody's request; null when nobody asked
 * @param folder path of the folder it lies in
 * @param folders those it may be put into, each by its whole way and its path
 */
public record PhotoPage(
        String address,
        Picture picture,
        boolean pictured,
        String whole,
        int width,
        int height,
        String shown,
        String details,
        Moment added,
        String addedBy,
        List<Use> uses,
        boolean used,
        List<FormPage.Problem> errors,
        boolean mayChange,
        String revision,
        @Nullable RightsChoice rights,
        View view,
        @Nullable Withdrawal withdrawal,
        String accept,
        String folder,
        List<MediaPage.Folder> folders) {

    /** Since when it is away and what was written; whoever decides may put it back by a post to {@code address}/retrait. */
    public record Withdrawal(Moment since, String reason, boolean mayDecide) {}

    /** A content that shows the picture. */
    public record Use(String title, String address) {}

    /** The part that is shown and the point kept in sight, as typed, in per cent of the picture. */
    public record View(String left, String top, String width, String height, String focusX, String focusY) {}
}
