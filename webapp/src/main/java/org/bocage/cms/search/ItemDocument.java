package org.bocage.cms.search;

import java.util.HashSet;
import java.util.Set;
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

/** An item as a document of the index: each property with its type, those of sub nodes by their relative path. */
final class ItemDocument {

    private static final int DEEPEST = 5;

    /** Titles, and the sentence that presents an item: a list is searched by their words. */
    private static final Set<String> WORDED = Set.of("titre", "title", "accroche");

    private final Document document = new Document();
    private final Set<String> sortable = new HashSet<>();
    private final Set<String> present = new HashSet<>();

    private ItemDocument() {}

    static Document of(Node node, Set<String> readers) throws RepositoryException {
        ItemDocument item = new ItemDocument();
        item.addIdentity(node);
        for (String reader : readers) {
            item.exact(Fields.READER, reader);
        }
        item.addProperties(node, "", 0);
        return item.document;
    }

    private void addIdentity(Node node) throws RepositoryException {
        String path = node.getPath();
        document.add(new StringField(Fields.PATH, path, Store.YES));
        document.add(new SortedDocValuesField(Fields.key(Fields.PATH), new BytesRef(path)));
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
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getType() != PropertyType.BINARY && !property.getName().startsWith("rep:")) {
                addProperty(prefix + property.getName(), property);
            }
        }
        if (depth == DEEPEST) {
            return;
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (isPartOfItem(child)) {
                addProperties(child, prefix + step(child.getName()), depth + 1);
            }
        }
    }

    /** Entries of a list are numbered; what they hold is told under the list's name. */
    private static String step(String name) {
        return name.chars().allMatch(Character::isDigit) ? "" : name + "/";
    }

    /** What has readers of its own is in no document: the item's readers could find it out by a filter. */
    private static boolean isPartOfItem(Node child) throws RepositoryException {
        return !child.getName().startsWith("rep:")
                && !child.hasNode("rep:policy")
                && !ContentIndex.isItem(child)
                && !child.isNodeType("mgnl:folder");
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
        if (WORDED.contains(name)) {
            document.add(new TextField(Fields.WORDS, text, Store.NO));
        }
    }

    private void exact(String field, String value) {
        document.add(new StringField(field, value, Store.NO));
    }

    /** A document is sorted by the first value of a property. */
    private void sortable(String name, String text) {
        if (sortable.add(name)) {
            document.add(new SortedDocValuesField(Fields.key(name), new BytesRef(Fields.sortKey(text))));
        }
    }
}
