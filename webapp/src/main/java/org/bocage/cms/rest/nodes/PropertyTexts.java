package org.bocage.cms.rest.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import javax.jcr.ValueFormatException;
import org.bocage.cms.rest.RestError;
import org.bocage.cms.rest.delivery.NodeJson;

/**
 * A property as the nodes API has it: every value a text.
 *
 * @param type name of the JCR type, {@code String}, {@code Long}…
 */
record PropertyTexts(String name, String type, boolean multiple, List<String> values) {

    static PropertyTexts of(Property property) throws RepositoryException {
        List<String> texts = new ArrayList<>();
        if (property.isMultiple()) {
            for (Value value : property.getValues()) {
                texts.add(text(value));
            }
        } else {
            texts.add(text(property.getValue()));
        }
        return new PropertyTexts(
                property.getName(), PropertyType.nameFromValue(property.getType()), property.isMultiple(), texts);
    }

    private static String text(Value value) throws RepositoryException {
        return switch (value.getType()) {
            case PropertyType.DATE -> NodeJson.date(value);
            // bytes are read at the address of their asset
            case PropertyType.BINARY -> "";
            default -> value.getString();
        };
    }

    /** Writes the property. A value that its type does not know is kept as the text it is, rather than lost. */
    void write(Node node) throws RepositoryException {
        requireWritable(name);
        int wanted = jcrType();
        List<Value> typed = new ArrayList<>();
        ValueFactory factory = node.getSession().getValueFactory();
        try {
            for (String text : values) {
                typed.add(factory.createValue(text, wanted));
            }
        } catch (ValueFormatException e) {
            typed.clear();
            for (String text : values) {
                typed.add(factory.createValue(text));
            }
        }
        replace(node, typed);
    }

    /**
     * Refuses the host's own properties, {@code bocage:*}, such as the number of the revision on line: they are set
     * elsewhere.
     */
    static void requireWritable(String name) {
        if (name.startsWith("bocage:")) {
            throw RestError.denied();
        }
    }

    private void replace(Node node, List<Value> typed) throws RepositoryException {
        if (node.hasProperty(name) && node.getProperty(name).isMultiple() != multiple) {
            node.getProperty(name).remove();
        }
        if (multiple) {
            node.setProperty(name, typed.toArray(new Value[0]));
        } else if (typed.isEmpty()) {
            node.setProperty(name, "");
        } else {
            node.setProperty(name, typed.get(0));
        }
    }

    private int jcrType() {
        if (type.isEmpty()) {
            return PropertyType.STRING;
        }
        String given = type.toLowerCase(Locale.ROOT);
        for (int one = PropertyType.STRING; one <= PropertyType.DECIMAL; one++) {
            if (PropertyType.nameFromValue(one).toLowerCase(Locale.ROOT).equals(given)) {
                return one;
            }
        }
        throw RestError.sentence(400, "Unknown property type " + type);
    }

    /** Whether the repository may be asked for a property of that name. */
    static boolean isName(String name) {
        return name.matches("[^\\s/\\[\\]|*:\"']+(:[^\\s/\\[\\]|*:\"']+)?")
                && name.length() <= 200
                && !name.startsWith("rep:")
                && !name.equals(".")
                && !name.equals("..");
    }
}
