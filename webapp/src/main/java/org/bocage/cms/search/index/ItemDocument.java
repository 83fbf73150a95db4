package org.bocage.cms.search.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.PropertyType;
import org.apache.jackrabbit.util.ISO8601;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.SavedProperty;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.analysis.Fields;

/**
 * An item as a document of the index: each property with its type, those of sub nodes by their relative path. A part
 * whose model has a node type of its own, such as a date of an event, is a document besides: its own properties, then
 * those of its item by their names, so that parts are filtered and sorted as items are.
 */
public final class ItemDocument {

    /** Type that marks the documents of parts, among their other types. */
    public static final String PART = "@part";

    private static final int DEEPEST = 5;
    /** An item with more of them is no longer told apart by the last ones; thousands of fields stop the index. */
    private static final int MOST_PROPERTIES = 500;

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Titles of items and of pages: a list is searched by their words. */
    private static final Set<String> TITLES = Set.of("titre", "title");

    private final Document document = new Document();
    private final Set<String> references = new HashSet<>();
    private final Set<String> sortable = new HashSet<>();
    private final Set<String> present = new HashSet<>();
    private final StringBuilder texts = new StringBuilder();
    private final StringBuilder openTexts = new StringBuilder();
    /** Properties of a part that hide those of its item. */
    private final Set<String> hidden = new HashSet<>();
    /** Properties besides the titles by whose words a list is searched. */
    private final Set<String> worded;

    private ItemDocument(Set<String> worded) {
        this.worded = worded;
    }

    /**
     * Makes the document of an item.
     *
     * @param isOpen whether a field, by its path, is for every reader of the item
     * @param worded fields besides the title by whose words a list is searched
     */
    public static Document of(SavedNode node, Readers.Rights rights, Predicate<String> isOpen, Set<String> worded) {
        ItemDocument item = new ItemDocument(worded);
        item.addIdentity(node);
        rights.readers().forEach(reader -> item.exact(Fields.READER, reader));
        rights.writers().forEach(writer -> item.exact(Fields.WRITER, writer));
        item.addProperties(node, "", 0);
        item.addTexts(node, "", 0, true, isOpen);
        item.document.add(new TextField(Fields.MENTIONED, item.openTexts.toString(), Store.NO));
        if (item.openTexts.length() < item.texts.length()) {
            item.document.add(new TextField(Fields.MENTIONED_WHOLE, item.texts.toString(), Store.NO));
        }
        return item.document;
    }

    /** A part of an item, read by those who read the item, and found by the words it is found by. */
    public static Document ofPart(SavedNode part, SavedNode item, Set<String> readers, Set<String> worded) {
        ItemDocument document = new ItemDocument(worded);
        document.addIdentity(part);
        document.exact(Fields.TYPE, PART);
        document.exact(Fields.PART_OF, item.path());
        document.document.add(new SortedDocValuesField(Fields.PART_OF, new BytesRef(item.path())));
        for (String reader : readers) {
            document.exact(Fields.READER, reader);
        }
        document.addProperties(part, "", 0);
        document.hidden.addAll(document.present);
        document.addOwnProperties(item, "");
        return document.document;
    }

    /** The parts of an item that are documents of their own. */
    public static List<SavedNode> parts(SavedNode item) {
        List<SavedNode> parts = new ArrayList<>();
        collectParts(item, parts, 0);
        return parts;
    }

    private static void collectParts(SavedNode node, List<SavedNode> parts, int depth) {
        if (depth == DEEPEST) {
            return;
        }
        for (SavedNode child : node.children()) {
            if (!isPartOfItem(child)) {
                continue;
            }
            if (!child.type().startsWith("mgnl:") && child.is("mgnl:contentNode")) {
                parts.add(child);
            }
            collectParts(child, parts, depth + 1);
        }
    }

    private void addIdentity(SavedNode node) {
        String path = node.path();
        document.add(new StringField(Fields.PATH, path, Store.YES));
        document.add(new SortedDocValuesField(Fields.PATH, new BytesRef(path)));
        document.add(new StringField(Fields.ID, node.identifier(), Store.YES));
        exact(Fields.NAME, node.name());
        sortable(Fields.NAME, node.name());
        document.add(new TextField(Fields.WORDS, node.name(), Store.NO));
        exact(Fields.WORKSPACE, Workspace.ofStorePath(path).name());
        node.types().forEach(type -> exact(Fields.TYPE, type));
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            exact(Fields.ANCESTOR, path.substring(0, end));
        }
    }

    private void addProperties(SavedNode node, String prefix, int depth) {
        addOwnProperties(node, prefix);
        if (depth == DEEPEST) {
            return;
        }
        for (SavedNode child : node.children()) {
            if (isPartOfItem(child) && !isLayout(child) && present.size() < MOST_PROPERTIES) {
                addProperties(child, prefix + step(child.name()), depth + 1);
            }
        }
    }

    /**
     * The texts that a full-text search reads, and the nodes they name. A part with readers of its own is not read, but
     * what it names is still in use.
     */
    private void addTexts(SavedNode node, String prefix, int depth, boolean read, Predicate<String> isOpen) {
        for (SavedProperty property : node.properties()) {
            if (property.type() == PropertyType.STRING && property.name().indexOf(':') < 0) {
                boolean open = isOpen.test(prefix + property.name());
                for (String value : property.values()) {
                    addReferences(value);
                    if (read) {
                        String text = value.indexOf('<') < 0
                                ? value
                                : MARKUP.matcher(value).replaceAll(" ");
                        texts.append(text).append("\n\n");
                        if (open) {
                            openTexts.append(text).append("\n\n");
                        }
                    }
                }
            }
        }
        if (depth == DEEPEST) {
            return;
        }
        for (SavedNode child : node.children()) {
            if (isInItem(child)) {
                addTexts(child, prefix + step(child.name()), depth + 1, read && !child.hasChild("rep:policy"), isOpen);
            }
        }
    }

    private void addOwnProperties(SavedNode node, String prefix) {
        for (SavedProperty property : node.properties()) {
            String name = property.name();
            // when a part was made, and by whom, is in no list
            boolean isListed = !name.startsWith("rep:") && (prefix.isEmpty() || !name.startsWith("jcr:"));
            if (isListed && !hidden.contains(name)) {
                addProperty(prefix + name, property);
            }
        }
    }

    /** Entries of a list are numbered; what they hold is told under the list's name. */
    public static String step(String name) {
        return name.chars().allMatch(Character::isDigit) ? "" : name + "/";
    }

    /** Returns whether a child is indexed with its item: one with its own readers is not, for a filter would reveal it. */
    public static boolean isPartOfItem(SavedNode child) {
        return isInItem(child) && !child.hasChild("rep:policy");
    }

    private static boolean isInItem(SavedNode child) {
        return !child.name().startsWith("rep:") && !isItem(child) && !child.is("mgnl:folder");
    }

    /** Nobody lists pages by a property of their tenth component, and each would be a field of its own. */
    private static boolean isLayout(SavedNode child) {
        return child.is("mgnl:area") || child.is("mgnl:component");
    }

    private void addProperty(String name, SavedProperty property) {
        if (present.add(name)) {
            exact(Fields.PRESENT, name);
        }
        property.values().forEach(value -> addValue(name, property.type(), value));
    }

    private void addValue(String name, int type, String value) {
        switch (type) {
            case PropertyType.LONG -> document.add(new LongField(Fields.number(name), Long.parseLong(value), Store.NO));
            case PropertyType.DOUBLE, PropertyType.DECIMAL ->
                document.add(new DoubleField(Fields.decimal(name), Double.parseDouble(value), Store.NO));
            case PropertyType.DATE ->
                document.add(
                        new LongField(Fields.date(name), ISO8601.parse(value).getTimeInMillis(), Store.NO));
            default -> addText(name, value);
        }
    }

    private void addText(String name, String text) {
        if (text.length() <= Fields.LONGEST_EXACT) {
            exact(Fields.text(name), text);
        }
        if (name.indexOf('/') >= 0) {
            return;
        }
        sortable(name, text);
        if (name.indexOf(':') < 0) {
            document.add(new TextField(Fields.FULL_TEXT, text, Store.NO));
        }
        if (TITLES.contains(name) || worded.contains(name)) {
            document.add(new TextField(Fields.WORDS, text, Store.NO));
        }
    }

    private void addReferences(String text) {
        for (Matcher named = IDENTIFIER.matcher(text); named.find(); ) {
            if (references.add(named.group())) {
                exact(Fields.REFERENCE, named.group());
            }
        }
    }

    private void exact(String field, String value) {
        document.add(new StringField(field, value, Store.NO));
    }

    /** A document is sorted by the first value of a property. */
    private void sortable(String name, String text) {
        if (sortable.add(name)) {
            sortedBy(Fields.key(name), Fields.sortKey(text));
            sortedBy(Fields.accentedKey(name), Fields.accentedSortKey(text));
        }
    }

    /** With its terms beside the values, a sort skips what cannot be on its page. */
    private void sortedBy(String field, String key) {
        exact(field, key);
        document.add(new SortedDocValuesField(field, new BytesRef(key)));
    }

    /** Whether a node is an item of its own rather than a part of one. */
    public static boolean isItem(SavedNode node) {
        return node.is("mgnl:content") || node.is("mgnl:asset");
    }
}
