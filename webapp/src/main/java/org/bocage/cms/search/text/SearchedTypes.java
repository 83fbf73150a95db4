package org.bocage.cms.search.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which items the search of the site shows, and in which of their texts it looks. Pages are shown anyway. */
public interface SearchedTypes {

    /** No items, only pages. */
    SearchedTypes NONE = new SearchedTypes() {
        @Override
        public Optional<Map<String, Integer>> weights(String path, String nodeType) {
            return Optional.empty();
        }

        @Override
        public String form() {
            return "";
        }
    };

    /**
     * Weight by field (5: kind, 4: title, 3 or 2: lead, 1: body) of an item that has an address; empty for others.
     *
     * @param path in the store, {@code /vocabulaires/communes/guichen}
     */
    Optional<Map<String, Integer>> weights(String path, String nodeType);

    /** Properties that an item must have to be shown, as its address asks for them. */
    default Set<String> needed(String path, String nodeType) {
        return Set.of();
    }

    /** Words that name the kind of an item, besides what its fields say of that. */
    default List<String> searchedAs(String workspace, String nodeType) {
        return List.of();
    }

    /** Which fields of items, by their path, are for everybody who reads the item: all, unless the store keeps others. */
    default Predicate<String> open(String workspace, String nodeType) {
        return field -> true;
    }

    /** Names of the workspaces whose items are words that others are sorted by. */
    default Set<String> vocabularies() {
        return Set.of();
    }

    /** Path in the store of the folder with words that mean the same. */
    default Optional<String> synonyms() {
        return Optional.empty();
    }

    /** Property with the day, by the property with the moment, of what a list of a workspace shows; of every one when it is empty. */
    default Map<String, String> days(String workspace) {
        return Map.of();
    }

    /** Fields besides the title by whose words a list of the items is searched. */
    default Set<String> worded(String workspace, String nodeType) {
        return Set.of();
    }

    /** A text that differs whenever what is searched does: an index of another one is built anew. */
    String form();
}
