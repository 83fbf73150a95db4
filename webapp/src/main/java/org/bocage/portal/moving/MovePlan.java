package org.bocage.portal.moving;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Mapping of a former site: each kind of content over there with the content type it becomes, each author with an account, and who says
 * what of the pictures.
 *
 * @param kinds by the key of the kind
 * @param authors accounts by the key of the author; whoever is not there writes as the account that moves the site in
 * @param review whether complete contents wait in the review; they come as drafts otherwise
 * @param fetch whether pictures that no zip or folder holds are fetched from the former site
 * @param credit of all pictures; may be empty
 * @param agreement key of who agreed to be on them
 */
record MovePlan(
        Map<String, Kind> kinds,
        Map<String, String> authors,
        boolean review,
        boolean fetch,
        String credit,
        String agreement) {

    /** Plan of which nothing is said. */
    static final MovePlan NONE = new MovePlan(Map.of(), Map.of(), false, false, "", "");

    /**
     * Content type that a kind of content becomes, field by field.
     *
     * @param type content type; empty when it is left aside
     * @param fields paths of the form's fields, by the name of the field over there
     * @param fixed values for all, by the path of the field
     */
    record Kind(String type, Map<String, String> fields, Map<String, String> fixed) {

        static final Kind ASIDE = new Kind("", Map.of(), Map.of());
    }

    /** Returns what becomes of a kind. */
    Kind kind(String key) {
        return kinds.getOrDefault(key, Kind.ASIDE);
    }

    MovePlan with(String key, Kind kind) {
        Map<String, Kind> all = new LinkedHashMap<>(kinds);
        all.put(key, kind);
        return new MovePlan(all, authors, review, fetch, credit, agreement);
    }
}
