package org.bocage.cms.search.text;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.jcr.PropertyType;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.SavedProperty;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.analysis.Fields;
import org.bocage.cms.search.index.ItemDocument;
import org.bocage.cms.search.query.Search;
import org.springframework.web.util.HtmlUtils;

/**
 * Texts by weight that the search of the site reads of an item with a page, and the words it is counted by. What has
 * readers of its own is not read.
 */
public final class SearchedTexts {

    /** Weight of a field whose value is the kind of the item. */
    private static final int KIND_FROM = 5;

    /** Weight of a field from which it counts as the title; from {@link #LEAD_FROM} on as what presents the item. */
    static final int TITLE_FROM = 4;

    /** Separator between two texts: no excerpt goes beyond it. */
    static final char PARAGRAPH = '\u2029';

    private static final int LEAD_FROM = 2;
    private static final int DEEPEST = 6;
    private static final int LONGEST_TEXT = 200_000;

    private static final Pattern BLOCK =
            Pattern.compile("(?i)</?(?:p|div|h[1-6]|ul|ol|li|br|table|tr|td|th|blockquote|figure|figcaption)\\b[^>]*>");
    private static final Pattern INLINE = Pattern.compile("</?[A-Za-z][^>]*>");
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Values of choices, names of pictures, addresses: nothing that a person would read. */
    private static final Pattern NO_TEXT = Pattern.compile("[a-z0-9:/_.@%?=&#-]*|https?://\\S*");

    private static final Map<String, Integer> PAGE =
            Map.of("title", TITLE_FROM, "navigationTitle", TITLE_FROM, "intro", LEAD_FROM, "description", LEAD_FROM);

    /** Pages within a rubrique that stand in no menu, such as forms, come behind what they are about. */
    private static final Map<String, Integer> HIDDEN_PAGE =
            Map.of("title", LEAD_FROM, "intro", LEAD_FROM, "description", LEAD_FROM);

    private static final FieldType SHOWN = new FieldType(TextField.TYPE_STORED);

    static {
        SHOWN.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        SHOWN.freeze();
    }

    private final Vocabularies vocabularies;
    private final Map<String, Integer> weights;
    private final boolean isPage;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private final Map<String, Vocabularies.Word> words = new LinkedHashMap<>();

    private SearchedTexts(Map<String, Integer> weights, boolean isPage, Vocabularies vocabularies) {
        this.weights = weights;
        this.isPage = isPage;
        this.vocabularies = vocabularies;
        List.of(Fields.TITLE, Fields.LEAD, Fields.BODY, Fields.LABELS, Fields.KIND_WORDS)
                .forEach(field -> texts.put(field, new StringBuilder()));
    }

    /** The document with what the search reads of an item, when the item is one that it shows. */
    public static Document added(
            Document document, SavedNode item, SearchedTypes types, Vocabularies vocabularies, FacetsConfig facets)
            throws java.io.IOException {
        boolean isPage = item.is("mgnl:page");
        String workspace = Workspace.ofStorePath(item.path()).name();
        Optional<Map<String, Integer>> weights = isPage
                ? Optional.of(isHidden(item) && !isFirstLevel(item) ? HIDDEN_PAGE : PAGE)
                        .filter(page -> isShown(item))
                : types.weights(item.path(), item.type());
        if (weights.isEmpty()
                || types.needed(item.path(), item.type()).stream()
                        .anyMatch(name -> item.property(name).isEmpty())) {
            return document;
        }
        SearchedTexts texts = new SearchedTexts(weights.get(), isPage, vocabularies);
        texts.read(item, "", 0);
        types.searchedAs(workspace, item.type()).forEach(word -> texts.read(word, KIND_FROM));
        texts.addTo(document);
        document.add(new SortedSetDocValuesFacetField(Search.KIND, workspace));
        for (Vocabularies.Word word : texts.words.values()) {
            facets.setMultiValued(word.vocabulary(), true);
            document.add(new SortedSetDocValuesFacetField(word.vocabulary(), word.id()));
        }
        return facets.build(document);
    }

    /** Pages that carry something else, such as the page around an item, neither stand in menus nor describe themselves. */
    private static boolean isShown(SavedNode page) {
        return !isHidden(page) || page.property("description").isPresent();
    }

    private static boolean isHidden(SavedNode page) {
        return page.property("hideInNav")
                .filter(value -> value.text().equals("true"))
                .isPresent();
    }

    /** Pages such as « Contact » or « Mentions légales », which are about themselves. */
    private static boolean isFirstLevel(SavedNode page) {
        return Workspace.pathInWorkspace(page.path()).indexOf('/', 1) < 0;
    }

    /** A text without markup, its letters each one character: what is typed is made so too. */
    static String plain(String text) {
        String plain = text;
        if (text.indexOf('<') >= 0) {
            plain = INLINE.matcher(BLOCK.matcher(text).replaceAll(String.valueOf(PARAGRAPH)))
                    .replaceAll("");
        }
        plain = plain.indexOf('&') >= 0 ? HtmlUtils.htmlUnescape(plain) : plain;
        return Normalizer.normalize(plain, Normalizer.Form.NFC).strip();
    }

    private void read(SavedNode node, String prefix, int depth) {
        for (SavedProperty property : node.properties()) {
            if (property.type() == PropertyType.STRING && property.name().indexOf(':') < 0) {
                int weight = weights.getOrDefault(prefix + property.name(), isPage ? 1 : 0);
                property.values().forEach(value -> read(value, weight));
            }
        }
        if (depth == DEEPEST) {
            return;
        }
        for (SavedNode child : node.children()) {
            if (ItemDocument.isPartOfItem(child)) {
                read(child, isPage ? "/" : prefix + ItemDocument.step(child.name()), depth + 1);
            }
        }
    }

    private void read(String value, int weight) {
        if (value.length() == 36 && IDENTIFIER.matcher(value).matches()) {
            vocabularies.word(value).ifPresent(word -> {
                if (words.put(word.id(), word) == null) {
                    text(Fields.LABELS).append(word.label()).append(PARAGRAPH);
                }
            });
        } else if (weight > 0
                && !(isPage && weight < TITLE_FROM && NO_TEXT.matcher(value).matches())) {
            String field = field(weight);
            StringBuilder text = text(field);
            if (text.length() + value.length() < LONGEST_TEXT) {
                String plain = plain(value);
                if (text.indexOf(plain) < 0 || field.equals(Fields.BODY)) {
                    text.append(plain).append(PARAGRAPH);
                }
            }
        }
    }

    private static String field(int weight) {
        if (weight >= KIND_FROM) {
            return Fields.KIND_WORDS;
        }
        return weight >= TITLE_FROM ? Fields.TITLE : weight >= LEAD_FROM ? Fields.LEAD : Fields.BODY;
    }

    private StringBuilder text(String field) {
        return texts.computeIfAbsent(field, name -> new StringBuilder());
    }

    private void addTo(Document document) {
        texts.forEach((field, text) -> {
            String whole = text.toString().strip();
            document.add(new Field(field, whole, SHOWN));
            if (!field.equals(Fields.KIND_WORDS)) {
                document.add(new TextField(Fields.ACCENTED, whole, Field.Store.NO));
                document.add(new TextField(Fields.PLAIN, whole, Field.Store.NO));
            }
        });
        document.add(new TextField(Fields.START, text(Fields.TITLE).toString(), Field.Store.NO));
    }
}
