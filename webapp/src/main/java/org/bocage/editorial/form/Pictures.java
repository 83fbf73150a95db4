package org.bocage.editorial.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Part;
import org.bocage.editorial.form.values.Part.Leaf;
import org.bocage.editorial.view.Picture;

/**
 * The pictures chosen in a group of fields, where what is said of them once, here or in the library, is not asked again.
 *
 * @param chosen keys, {@code jcr:<uuid>}
 */
record Pictures(List<String> chosen) {

    /** Names, beside a picture, of what it shows and of who made it. */
    static final String ALT = "alt";

    static final String CREDIT = "credit";

    static Pictures of(List<Part> parts, String path, FormValues values) {
        return new Pictures(parts.stream()
                .filter(part -> part instanceof Leaf leaf && leaf.isPicture())
                .flatMap(part -> values.all(Part.at(path, part.name())).stream())
                .filter(key -> !key.isBlank())
                .toList());
    }

    boolean any() {
        return !chosen.isEmpty();
    }

    Stream<String> keys() {
        return chosen.stream();
    }

    /** Returns what the library says of the first picture, when it says it. */
    Optional<String> said(PictureShelf shelf, Function<Picture, String> words) {
        return keys().findFirst().flatMap(shelf::byKey).map(words).filter(text -> !text.isBlank());
    }

    /** Whether a field of this name stands beside a picture. */
    static boolean isBeside(List<Part> parts, String name) {
        return parts.stream().anyMatch(part -> part.name().equals(name));
    }
}
