package org.bocage.editorial.form;

import java.util.List;
import java.util.Optional;
import org.bocage.editorial.view.Picture;
import org.bocage.editorial.view.StoredFile;

/** The pictures, and the files to take away, that one may choose in a form. */
public interface PictureShelf {

    /** The latest pictures, or with a query those it finds. */
    List<Picture> latest(String query, int limit);

    /** The picture of an asset key, {@code jcr:<uuid>}. */
    Optional<Picture> byKey(String key);

    /** Returns the reason not to show a picture to the public, in words; empty when there is none. */
    default Optional<String> lacking(String key) {
        return Optional.empty();
    }

    /** Whether it was said once for all what a picture shows, or that it is there to be pretty. */
    default boolean isDescribed(String key) {
        return byKey(key)
                .map(picture -> picture.decorative() || !picture.alt().isBlank())
                .orElse(true);
    }

    /** Whether the library knows who made a picture. */
    default boolean isCredited(String key) {
        return byKey(key)
                .map(picture -> picture.credit() != null && !picture.credit().isBlank())
                .orElse(false);
    }

    /** The latest files that are no pictures, or with a query those it finds. */
    List<StoredFile> latestFiles(String query, int limit);

    /** The file of an asset key, a picture too. */
    Optional<StoredFile> fileByKey(String key);
}
