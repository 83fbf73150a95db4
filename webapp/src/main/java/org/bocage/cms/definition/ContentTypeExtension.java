package org.bocage.cms.definition;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a Magnolia content type has no key for: {@code light-modules/<m>/bocage/<type>.yaml}.
 *
 * @param readers who reads a field, by name or path ({@code contact/telephone}) of the field
 * @param search weight of a field in the search, by field
 * @param list columns of the list in the private space, in order
 * @param address the public address of an item
 * @param folders date pattern of the folders where items lie, {@code yyyy/MM}; empty: at the root
 * @param rules what binds one field to another when an item is written
 * @param documents the fields, by name or path, that hold a file to take away rather than a picture to look at
 * @param consent the field without which an item is for the CA alone, whatever its visibility; empty: none is asked
 * @param proposed what is asked of who proposes an item without an account
 * @param writeTo paths to the mail address that a message about an item reaches, {@code referent/contact/courriel}, the first that
 *     leads to one; empty: one cannot write about it
 * @param writeWhen which items one may write about, as {@code roles: [ca, salarie]}: those of which each named property has one of
 *     its values; empty: all
 * @param advice what is told while an item is written
 * @param menu where it stands in the menu of the private space, among what is not written each week
 */
public record ContentTypeExtension(
        Map<String, FieldReaders> readers,
        Map<String, Integer> search,
        List<String> list,
        AddressPattern address,
        String folders,
        List<FieldRule> rules,
        Set<String> documents,
        String consent,
        ProposedForm proposed,
        List<String> writeTo,
        Map<String, List<String>> writeWhen,
        WritingAdvice advice,
        MenuGroup menu) {

    /** A type about which nothing is said. */
    public static final ContentTypeExtension NONE = new ContentTypeExtension(
            Map.of(),
            Map.of(),
            List.of(),
            new AddressPattern(""),
            "",
            List.of(),
            Set.of(),
            "",
            ProposedForm.NONE,
            List.of(),
            Map.of(),
            WritingAdvice.NONE,
            MenuGroup.SITE);

    /** Readers of a field: its own rule, else that of the field it lies in, else those of the item. */
    public FieldReaders readersOf(String field) {
        for (String path = field; !path.isEmpty(); path = parent(path)) {
            FieldReaders found = readers.get(path);
            if (found != null) {
                return found;
            }
        }
        return FieldReaders.ITEM;
    }

    /** Whether a field of a form, {@code versions[2].fichier}, holds a file to take away. */
    public boolean isDocument(String formField) {
        return documents.contains(formField.replaceAll("\\[[0-9]+]", "").replace('.', '/'));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
    }
}
