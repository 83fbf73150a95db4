package org.bocage.cms.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.nodetype.NodeType;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.bocage.cms.repository.Workspace;

/**
 * An item as a document of the index: each property with its type, those of sub nodes by their relative path. A part
 * whose model has a node type of its own, such as a date of an event, is a document besides: its own properties, then
 * those of its item by their names, so that parts are filtered and sorted as items are.
 */
final class ItemDocument {

    /** What marks the documents of parts, among their types. */
    static final String PART = "@part";

    private static final int DEEPEST = 5;
    /** An item with more of them is no longer told apart by the last ones; thousands of fields stop the index. */
    private static final int MOST_PROPERTIES = 500;

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Titles, and the sentence that presents an item: a list is searched by their words. */
    private static final Set<String> WORDED = Set.of("titre", "title", "accroche");

    private final Document document = new Document();
    private final Set<String> references = new HashSet<>();
    private final Set<String> sortable = new HashSet<>();
    private final Set<String> present = new HashSet<>();
    private final StringBuilder texts = new StringBuilder();
    /** Properties of a part that hide those of its item. */
    private final Set<String> hidden = new HashSet<>();

    private ItemDocument() {}

    static Document of(Node node, Set<String> readers) throws RepositoryException {
        ItemDocument item = new ItemDocument();
        item.addIdentity(node);
        for (String reader : readers) {
            item.exact(Fields.READER, reader);
        }
        item.addProperties(node, "", 0);
        item.addTexts(node, 0, true);
        item.document.add(new TextField(Fields.MENTIONED, item.texts.toString(), Store.NO));
        return item.document;
    }

    /** A part of an item, read by those who read the item. */
    static Document ofPart(Node part, Node item, Set<String> readers) throws RepositoryException {
        ItemDocument document = new ItemDocument();
        document.addIdentity(part);
        document.exact(Fields.TYPE, PART);
        document.exact(Fields.PART_OF, item.getPath());
        for (String reader : readers) {
            document.exact(Fields.READER, reader);
        }
        document.addProperties(part, "", 0);
        document.hidden.addAll(document.present);
        document.addOwnProperties(item, "");
        return document.document;
    }

    /** The parts of an item that are documents of their own. */
    static List<Node> parts(Node item) throws RepositoryException {
        List<Node> parts = new ArrayList<>();
        collectParts(item, parts, 0);
        return parts;
    }

    private static void collectParts(Node node, List<Node> parts, int depth) throws RepositoryException {
        for (NodeIterator children = node.getNodes(); depth < DEEPEST && children.hasNext(); ) {
            Node child = children.nextNode();
            if (!isPartOfItem(child)) {
                continue;
            }
            if (!child.getPrimaryNodeType().getName().startsWith("mgnl:") && child.isNodeType("mgnl:contentNode")) {
                parts.add(child);
            }
            collectParts(child, parts, depth + 1);
        }
    }

    private void addIdentity(Node node) throws RepositoryException {
        String path = node.getPath();
        document.add(new StringField(Fields.PATH, path, Store.YES));
        document.add(new SortedDocValuesField(Fields.PATH, new BytesRef(path)));
        document.add(new StringField(Fields.ID, node.getIdentifier(), Store.YES));
        exact(Fields.NAME, node.getName());
        sortable(Fields.NAME, node.getName());
        document.add(new TextField(Fields.WORDS, node.getName(), Store.NO));
        exact(Fields.WORKSPACE, Workspace.of(node).name());
        exact(Fields.TYPE, node.getPrimaryNodeType().getName());
        for (NodeType type : node.getPrimaryNodeType().getSupertypes()) {
            exact(Fields.TYPE, type.getName());
        }
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            exact(Fields.ANCESTOR, path.substring(0, end));
        }
    }

    private void addProperties(Node node, String prefix, int depth) throws RepositoryException {
        addOwnProperties(node, prefix);
        if (depth == DEEPEST) {
            return;
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (isPartOfItem(child) && !isLayout(child) && present.size() < MOST_PROPERTIES) {
                addProperties(child, prefix + step(child.getName()), depth + 1);
            }
        }
    }

    /**
     * The texts that a full-text search reads, and the nodes they name. A part with readers of its own is not read, but
     * what it names is still in use.
     */
    private void addTexts(Node node, int depth, boolean read) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getType() == PropertyType.STRING && property.getName().indexOf(':') < 0) {
                for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                    addReferences(value.getString());
                    if (read) {
                        String text = MARKUP.matcher(value.getString()).replaceAll(" ");
                        texts.append(text).append("\n\n");
                    }
                }
            }
        }
        if (depth == DEEPEST) {
            return;
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (isInItem(child)) {
                addTexts(child, depth + 1, read && !child.hasNode("rep:policy"));
            }
        }
    }

    private void addOwnProperties(Node node, String prefix) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getType() != PropertyType.BINARY
                    && !property.getName().startsWith("rep:")
                    && !hidden.contains(property.getName())) {
                addProperty(prefix + property.getName(), property);
            }
        }
    }

    /** Entries of a list are numbered; what they hold is told under the list's name. */
    static String step(String name) {
        return name.chars().allMatch(Character::isDigit) ? "" : name + "/";
    }

    /** What has readers of its own is in no document: the item's readers could find it out by a filter. */
    static boolean isPartOfItem(Node child) throws RepositoryException {
        return isInItem(child) && !child.hasNode("rep:policy");
    }

    private static boolean isInItem(Node child) throws RepositoryException {
        return !child.getName().startsWith("rep:") && !ContentIndex.isItem(child) && !child.isNodeType("mgnl:folder");
    }

    /** Nobody lists pages by a property of their tenth component, and each would be a field of its own. */
    private static boolean isLayout(Node child) throws RepositoryException {
        return child.isNodeType("mgnl:area") || child.isNodeType("mgnl:component");
    }

    private void addProperty(String name, Property property) throws RepositoryException {
        if (present.add(name)) {
            exact(Fields.PRESENT, name);
        }
        if (!property.isMultiple()) {
            addValue(name, property.getValue());
            return;
        }
        for (Value value : property.getValues()) {
            addValue(name, value);
        }
    }

    private void addValue(String name, Value value) throws RepositoryException {
        switch (value.getType()) {
            case PropertyType.LONG -> document.add(new LongField(Fields.number(name), value.getLong(), Store.NO));
            case PropertyType.DOUBLE, PropertyType.DECIMAL ->
                document.add(new DoubleField(Fields.decimal(name), value.getDouble(), Store.NO));
            case PropertyType.DATE ->
                document.add(new LongField(Fields.date(name), value.getDate().getTimeInMillis(), Store.NO));
            default -> addText(name, value.getString());
        }
    }

    private void addText(String name, String text) {
        if (text.length() <= Fields.LONGEST_EXACT) {
            exact(Fields.text(name), text);
        }
        sortable(name, text);
        if (name.indexOf('/') < 0 && name.indexOf(':') < 0) {
            document.add(new TextField(Fields.FULL_TEXT, text, Store.NO));
        }
        if (WORDED.contains(name)) {
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
}
