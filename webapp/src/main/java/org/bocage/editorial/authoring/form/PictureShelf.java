package org.bocage.editorial.authoring.form;

import java.util.List;
import java.util.Optional;
import org.bocage.editorial.authoring.view.Picture;

/** The pictures one may choose in a form. */
public interface PictureShelf {

    /** The latest pictures, or with a query those it finds. */
    List<Picture> latest(String query, int limit);

    /** The picture of an asset key, {@code jcr:<uuid>}. */
    Optional<Picture> byKey(String key);
}
