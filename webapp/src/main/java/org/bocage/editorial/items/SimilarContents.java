package org.bocage.editorial.items;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.RegisterNumber;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.Contents;

/**
 * Contents of a type that may be the same under two names: of the same SIREN, or of nearly the same title and alike in the field
 * that the type says.
 */
public final class SimilarContents {

    private static final int AT_ONCE = 1_000;
    private static final int SIREN = 9;
    /** Words that tell no name from another: those of the language, and the legal forms of the country. */
    private static final Set<String> SMALL_WORDS = Set.of(
            "a",
            "au",
            "aux",
            "d",
            "de",
            "des",
            "du",
            "en",
            "et",
            "l",
            "la",
            "le",
            "les",
            "un",
            "une",
            "association",
            "asso",
            "cooperative",
            "sarl",
            "scic",
            "scop");

    private final ContentType type;
    private final Map<String, String> titles = new HashMap<>();
    private final Set<String> several = new HashSet<>();
    private final Map<String, Set<String>> keysById = new HashMap<>();

    private SimilarContents(ContentType type) {
        this.type = type;
    }

    /** Reads those that somebody may read. */
    public static SimilarContents of(ContentType type, Contents contents, Identity reader) {
        SimilarContents known = new SimilarContents(type);
        ContentQuery all = ContentQuery.in(type.workspace()).ofType(type.nodeType());
        long total = AT_ONCE;
        for (int from = 0; from < total; from += AT_ONCE) {
            total = contents.find(all.page(from, AT_ONCE), reader, node -> known.note(node))
                    .total();
        }
        return known;
    }

    private String note(Node item) throws RepositoryException {
        String title = text(item, "titre");
        Set<String> keys = keys(type, item);
        keysById.put(item.getIdentifier(), keys);
        keys.stream().filter(key -> titles.putIfAbsent(key, title) != null).forEach(several::add);
        return title;
    }

    /** Whether one of those that were read may be the same as another of them. */
    public boolean isAlike(String id) {
        return keysById.getOrDefault(id, Set.of()).stream().anyMatch(several::contains);
    }

    /** Returns the keys that an item shares with those it may be the same as. */
    static Set<String> keys(ContentType type, Node item) throws RepositoryException {
        return keys(text(item, "titre"), text(item, type.extension().alike()), siren(type, item))
                .collect(Collectors.toSet());
    }

    /** The SIREN of an item, nine digits; empty when it has none. */
    static String siren(ContentType type, Node item) throws RepositoryException {
        String digits =
                siren(text(item, field(type, RegisterNumber.SIREN)), text(item, field(type, RegisterNumber.SIRET)));
        return digits.length() == SIREN ? digits : "";
    }

    private static String field(ContentType type, RegisterNumber kind) {
        return type.extension().fieldOf(kind).orElse("");
    }

    /** Text of a property with one value; empty without. */
    static String text(Node item, String name) throws RepositoryException {
        return !name.isEmpty()
                        && item.hasProperty(name)
                        && !item.getProperty(name).isMultiple()
                ? item.getProperty(name).getString()
                : "";
    }

    /** Notes a new content, and tells the title of one that was there before and may be the same. */
    public Optional<String> of(FormValues values) {
        String title = values.text("titre");
        String siren =
                siren(values.text(field(type, RegisterNumber.SIREN)), values.text(field(type, RegisterNumber.SIRET)));
        List<String> keys =
                keys(title, values.text(type.extension().alike()), siren).toList();
        Optional<String> found = keys.stream()
                .flatMap(key -> Optional.ofNullable(titles.get(key)).stream())
                .findFirst();
        keys.forEach(key -> titles.putIfAbsent(key, title));
        return found;
    }

    /** The SIREN, which is also how a SIRET begins. */
    private static String siren(String siren, String siret) {
        String digits = (siren.isBlank() ? siret : siren).replaceAll("[^0-9]", "");
        return digits.substring(0, Math.min(SIREN, digits.length()));
    }

    private static Stream<String> keys(String title, String alike, String siren) {
        String plain = plain(title);
        return Stream.of(
                        plain.isEmpty() ? "" : "titre:" + plain + ":" + alike,
                        siren.length() == SIREN ? "siren:" + siren : "")
                .filter(key -> !key.isEmpty());
    }

    /** The words that tell one name from another, without accents, articles and plurals. */
    private static String plain(String title) {
        String letters = Normalizer.normalize(
                        title.toLowerCase(Locale.FRENCH).replace("œ", "oe").replaceAll("[·.]", ""),
                        Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
        return Stream.of(letters.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty() && !SMALL_WORDS.contains(word))
                .map(word -> word.length() > 3 ? word.replaceFirst("[sx]$", "") : word)
                .collect(Collectors.joining(" "));
    }
}
