package org.bocage.editorial.media;

import java.util.List;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Picture;
import org.bocage.editorial.view.RightsChoice;

/**
 * {@code decrire.ftlh}: pictures that were just sent, described together. Posts for each {@code photos[0].id},
 * {@code .alt}, {@code .decorative}, {@code .credit}, {@code .droits}, {@code .mineurs}, {@code .accordParental}.
 */
public record DescribePage(String address, List<Entry> entries, List<FormPage.Problem> errors) {

    /**
     * One of them.
     *
     * @param prefix of its fields, {@code photos[0].}
     */
    public record Entry(String prefix, String id, Picture picture, RightsChoice rights, List<String> altErrors) {}
}
