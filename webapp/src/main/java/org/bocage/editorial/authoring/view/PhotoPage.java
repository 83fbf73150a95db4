package org.bocage.editorial.authoring.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code photo.ftlh}. The form posts {@code alt}, {@code decorative}, {@code credit}, {@code revision} to
 * {@code address}, and {@code action=retirer} when removed.
 *
 * @param large address of a rendition at most 1280 px wide, with its width and height in px
 * @param details format and weight in words, « JPEG, 2,4 Mo, 4000 × 3000 »
 * @param addedBy empty when no account is known by that name
 * @param uses where it is shown, as far as this person may know
 * @param used a picture in use is not removed
 * @param errors messages by field name ({@code alt}, {@code credit})
 */
public record PhotoPage(
        String address,
        Picture picture,
        String large,
        int width,
        int height,
        String details,
        Moment added,
        String addedBy,
        List<Use> uses,
        boolean used,
        List<FormPage.Problem> errors,
        boolean mayChange,
        String revision,
        @Nullable String file) {

    /** A content that shows the picture. */
    public record Use(String title, String address) {}
}
