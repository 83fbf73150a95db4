package org.bocage.portal.forms;

import java.util.List;
import java.util.Optional;
import org.bocage.editorial.form.PictureShelf;
import org.bocage.editorial.view.Picture;
import org.bocage.editorial.view.StoredFile;

/** Nothing of the library: who has no account sends pictures of their own. */
final class NoPictures implements PictureShelf {

    @Override
    public List<Picture> latest(String query, int limit) {
        return List.of();
    }

    @Override
    public Optional<Picture> byKey(String key) {
        return Optional.empty();
    }

    @Override
    public List<StoredFile> latestFiles(String query, int limit) {
        return List.of();
    }

    @Override
    public Optional<StoredFile> fileByKey(String key) {
        return Optional.empty();
    }
}
