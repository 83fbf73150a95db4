package org.bocage.portal.moving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bocage.portal.moving.reading.FormerAuthor;
import org.bocage.portal.moving.reading.FormerItem;

/**
 * Contents of an export, as far as one needs them to say what becomes of each.
 *
 * @param site address of the former site; may be empty
 * @param kinds by their keys, the largest first
 * @param pictures how many files its library names
 * @param asides how often something has no place here, by the key of the reason
 * @param cut line where it stops in the middle; 0 when it is whole
 */
record MoveContents(
        String site,
        Map<String, Kind> kinds,
        List<FormerAuthor> authors,
        int pictures,
        Map<String, Integer> asides,
        int cut) {

    /** Most kinds that are told apart; the categories of what is beyond are one. */
    static final int MOST_KINDS = 60;

    /**
     * A kind of content: what the program calls it and the category it is filed under first.
     *
     * @param fields by their names
     */
    record Kind(String kind, String category, int count, int published, int hidden, Map<String, Field> fields) {}

    /** A field: how many contents say something there, and what one of them says. */
    record Field(int filled, String sample) {}

    /** The key of the kind of a content. */
    static String key(FormerItem item) {
        return key(item.kind(), item.category());
    }

    static String key(String kind, String category) {
        return category.isEmpty() ? kind : kind + "/" + category;
    }

    int count() {
        return kinds.values().stream().mapToInt(Kind::count).sum();
    }

    /** Contents that a plan takes. */
    int chosen(MovePlan plan) {
        return kinds.entrySet().stream()
                .filter(one -> !plan.kind(one.getKey()).type().isEmpty())
                .mapToInt(one -> one.getValue().count())
                .sum();
    }

    /** The same in another order. */
    static Map<String, Kind> sorted(Map<String, Kind> kinds) {
        Map<String, Kind> sorted = new LinkedHashMap<>();
        kinds.entrySet().stream()
                .sorted((a, b) ->
                        Integer.compare(b.getValue().count(), a.getValue().count()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }
}
