package org.bocage.cms.rendering.jcr;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import javax.jcr.Binary;
import javax.jcr.Item;
import javax.jcr.ItemNotFoundException;
import javax.jcr.ItemVisitor;
import javax.jcr.Node;
import javax.jcr.PathNotFoundException;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import javax.jcr.ValueFormatException;
import javax.jcr.nodetype.PropertyDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.repository.Workspace;

/** A property as scripts see it: its values are those of the store, its text is escaped where its node is. */
@SuppressWarnings("InlineMeSuggester") // the deprecated methods are JCR's
final class ReadOnlyProperty extends ReadOnlyItem implements UnchangedProperty {

    private final ContentNode owner;
    private final String name;
    private final Object known;

    ReadOnlyProperty(ContentMap map, ContentMap.Stored stored) {
        super(map);
        this.owner = stored.node();
        this.name = stored.name();
        this.known = stored.value();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getPath() {
        return owner.isRoot() ? "/" + name : owner.path() + "/" + name;
    }

    @Override
    public int getDepth() {
        return owner.depth() + 1;
    }

    @Override
    public Node getParent() {
        return new ReadOnlyNode(owner.equals(map().node()) ? map() : map().relative(owner));
    }

    @Override
    public boolean isNode() {
        return false;
    }

    @Override
    public boolean isSame(Item other) throws RepositoryException {
        return other instanceof ReadOnlyProperty property && property.getPath().equals(getPath());
    }

    @Override
    public void accept(ItemVisitor visitor) throws RepositoryException {
        visitor.visit(this);
    }

    @Override
    public boolean isMultiple() {
        return known instanceof List;
    }

    private Value[] all() {
        return nodes().reading(() -> {
            if (owner.stored()) {
                Property stored = nodes().session().getProperty(owner.storePath() + "/" + name);
                return stored.isMultiple() ? stored.getValues() : new Value[] {stored.getValue()};
            }
            ValueFactory factory = nodes().session().getValueFactory();
            return known instanceof List<?> many
                    ? many.stream()
                            .map(one -> factory.createValue(String.valueOf(one)))
                            .toArray(Value[]::new)
                    : new Value[] {generated(factory)};
        });
    }

    private Value generated(ValueFactory factory) {
        if (known instanceof Long || known instanceof Integer) {
            return factory.createValue(((Number) known).longValue());
        }
        if (known instanceof Number number) {
            return factory.createValue(number.doubleValue());
        }
        return known instanceof Boolean truth ? factory.createValue(truth) : factory.createValue(String.valueOf(known));
    }

    private ReadOnlyValue single() throws ValueFormatException {
        if (isMultiple()) {
            throw new ValueFormatException(getPath() + " has several values");
        }
        return new ReadOnlyValue(all()[0], map(), true);
    }

    @Override
    public Value getValue() throws RepositoryException {
        return single();
    }

    @Override
    public Value[] getValues() throws RepositoryException {
        if (!isMultiple()) {
            throw new ValueFormatException(getPath() + " has one value");
        }
        return Arrays.stream(all())
                .map(value -> new ReadOnlyValue(value, map(), false))
                .toArray(Value[]::new);
    }

    @Override
    public String getString() throws RepositoryException {
        return single().getString();
    }

    @Override
    @Deprecated
    public InputStream getStream() throws RepositoryException {
        return single().getStream();
    }

    @Override
    public Binary getBinary() throws RepositoryException {
        return single().getBinary();
    }

    @Override
    public long getLong() throws RepositoryException {
        return single().getLong();
    }

    @Override
    public double getDouble() throws RepositoryException {
        return single().getDouble();
    }

    @Override
    public BigDecimal getDecimal() throws RepositoryException {
        return single().getDecimal();
    }

    @Override
    public Calendar getDate() throws RepositoryException {
        return single().getDate();
    }

    @Override
    public boolean getBoolean() throws RepositoryException {
        return single().getBoolean();
    }

    /** The node that the property names by identifier or path. */
    @Override
    public Node getNode() throws RepositoryException {
        String text = single().stored();
        int type = getType();
        boolean isPath = type == PropertyType.PATH || text.startsWith("/");
        if (!isPath && type == PropertyType.STRING && !Workspace.isIdentifier(text)) {
            throw new ValueFormatException(text);
        }
        ContentNode found = (isPath ? nodes().byPath(owner.workspace(), text) : nodes().byId(owner.workspace(), text))
                .orElseThrow(() -> new ItemNotFoundException(text));
        return new ReadOnlyNode(map().relative(found));
    }

    @Override
    public Property getProperty() throws RepositoryException {
        throw new PathNotFoundException(single().stored());
    }

    @Override
    public long getLength() throws RepositoryException {
        return single().length();
    }

    @Override
    public long[] getLengths() throws RepositoryException {
        getValues();
        return Arrays.stream(all())
                .mapToLong(value -> new ReadOnlyValue(value, map(), false).length())
                .toArray();
    }

    @Override
    public PropertyDefinition getDefinition() throws RepositoryException {
        return new AnyProperty(getParent().getPrimaryNodeType(), isMultiple());
    }

    @Override
    public int getType() {
        Value[] values = all();
        return values.length == 0 ? PropertyType.STRING : values[0].getType();
    }

    @Override
    public String toString() {
        return "property " + getPath();
    }
}
