package org.bocage.cms.definition.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Settings of a content type that Magnolia has no key for: {@code light-modules/<m>/bocage/<type>.yaml}.
 *
 * @param declared whether there is such a file; without one nobody says who reads what, and all of an item is read by whoever reads it
 * @param readers who reads a field, by name or path ({@code contact/telephone}) of the field
 * @param search weight of a field in the search, by field
 * @param searchedAs words that name the kind of all its items in the search: « événement »
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
 * @param synonyms of a vocabulary, a type whose items are words that others are sorted by: the folder with words that mean the
 *     same; empty: the type is no vocabulary
 * @param days property that has the day of a moment, by the property that has the moment: in the order of the moments, what stands
 *     behind the others does so within its day
 * @param alike the field in which contents of nearly the same title agree when they may be the same; empty: the title is enough
 * @param weekly rank among what is written each week, from 1; 0: it is not
 * @param shared where what a telephone shares to the portal goes in a new item
 */
public record ContentTypeExtension(
        boolean declared,
        Map<String, FieldReaders> readers,
        Map<String, Integer> search,
        List<String> searchedAs,
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
        MenuGroup menu,
        String synonyms,
        Map<String, String> days,
        String alike,
        int weekly,
        SharedFields shared) {

    public static final String FIELDS = "fields/";
    private static final String CONSENT = "consent/";
    private static final String RULES = "rules/";

    /** A type about which nothing is said. */
    public static final ContentTypeExtension NONE = new ContentTypeExtension(
            false,
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            AddressPattern.NONE,
            "",
            List.of(),
            Set.of(),
            "",
            ProposedForm.NONE,
            List.of(),
            Map.of(),
            WritingAdvice.NONE,
            MenuGroup.SITE,
            "",
            Map.of(),
            "",
            0,
            SharedFields.NONE);

    /** The field that holds a number of a public register, by the rules. */
    public Optional<String> fieldOf(RegisterNumber kind) {
        return registerNumbers().entrySet().stream()
                .filter(one -> one.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Kind of the number of a public register that a field holds, by the path of the field. */
    public Map<String, RegisterNumber> registerNumbers() {
        Map<String, RegisterNumber> numbers = new LinkedHashMap<>();
        for (FieldRule rule : rules) {
            if (rule instanceof FieldRule.Identifier number) {
                numbers.put(number.field(), number.kind());
            }
        }
        return numbers;
    }

    /** Whether items are words that others are sorted by. */
    public boolean isVocabulary() {
        return !synonyms.isEmpty();
    }

    /** Whether items are written each week: the type stands in the first part of the menu. */
    public boolean isWeekly() {
        return weekly > 0;
    }

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

    /**
     * Returns the restrictions that this extension sets, sorted: {@code fields/telephone} for a field with readers of
     * its own, {@code consent/accord} for the consent field, {@code rules/photos/alt} for a rule that can hold an entry
     * back from publication.
     */
    public List<String> restrictions() {
        Stream<String> fields = readers.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(FieldReaders.ITEM))
                .map(entry -> FIELDS + entry.getKey());
        Stream<String> consents =
                Stream.of(consent).filter(field -> !field.isEmpty()).map(CONSENT::concat);
        Stream<String> held = rules.stream()
                .filter(rule -> rule instanceof FieldRule.RequiredWhen || rule instanceof FieldRule.RequiredUnless)
                .map(rule -> RULES + rule.field());
        return Stream.of(fields, consents, held)
                .flatMap(all -> all)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether it has a restriction of another extension, or says that there is none. */
    public boolean holds(String restriction) {
        String field = restriction.substring(restriction.indexOf('/') + 1);
        if (restriction.startsWith(CONSENT)) {
            return !consent.isEmpty();
        }
        return restriction.startsWith(RULES)
                ? rules.stream().anyMatch(rule -> rule.field().equals(field))
                : names(field);
    }

    private boolean names(String field) {
        for (String path = field; !path.isEmpty(); path = parent(path)) {
            if (readers.containsKey(path)) {
                return true;
            }
        }
        return false;
    }

    /** The same with these fields, by name or path, as those that hold a file. */
    public ContentTypeExtension withDocuments(Set<String> fields) {
        return new ContentTypeExtension(
                declared,
                readers,
                search,
                searchedAs,
                list,
                address,
                folders,
                rules,
                Set.copyOf(fields),
                consent,
                proposed,
                writeTo,
                writeWhen,
                advice,
                menu,
                synonyms,
                days,
                alike,
                weekly,
                shared);
    }

    /** Whether a field of a form, {@code versions[2].fichier}, holds a file to take away. */
    public boolean isDocument(String formField) {
        return documents.contains(formField.replaceAll("\\[[0-9]+]", "").replace('.', '/'));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
    }
}
