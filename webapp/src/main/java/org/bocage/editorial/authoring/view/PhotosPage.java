package org.bocage.editorial.authoring.view;

import java.util.List;

/**
 * {@code photos.ftlh}. The upload form posts {@code fichier}, {@code alt}, {@code decorative}, {@code credit}, {@code jeton} as
 * multipart to {@code address}.
 *
 * @param query what is searched, empty when nothing is
 * @param upload what was typed and what is wrong with it
 * @param mayAdd false hides the upload form
 * @param open true shows it unfolded, as after an error
 */
public record PhotosPage(
        String address,
        String query,
        List<Picture> pictures,
        int total,
        Paging paging,
        FormField.Upload upload,
        boolean mayAdd,
        boolean open,
        String token) {}
