package org.bocage.cms.repository.exchange;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFactory;

/** Makes nodes of an exported text again, to be read and thrown away. */
public final class TransientNodes {

    private static final Set<String> ABOUT_THE_NODE = Set.of("jcr:primaryType", "jcr:uuid", "jcr:mixinTypes");

    private TransientNodes() {}

    public static Node draw(Node parent, String name, Map<String, Object> values) throws RepositoryException {
        Node node = parent.addNode(name, String.valueOf(values.getOrDefault("jcr:primaryType", "mgnl:contentNode")));
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            Object value = entry.getValue();
            if (value instanceof Map<?, ?>) {
                draw(node, entry.getKey(), BootstrapYaml.asMap(value));
            } else if (value != null && !ABOUT_THE_NODE.contains(entry.getKey())) {
                set(node, entry.getKey(), value);
            }
        }
        return node;
    }

    private static void set(Node node, String name, Object value) throws RepositoryException {
        ValueFactory factory = node.getSession().getValueFactory();
        if (value instanceof Collection<?> several) {
            List<Value> values = new ArrayList<>();
            for (Object one : several) {
                values.add(value(factory, one));
            }
            node.setProperty(name, values.toArray(new Value[0]));
        } else {
            node.setProperty(name, value(factory, value));
        }
    }

    private static Value value(ValueFactory factory, Object value) throws RepositoryException {
        if (value instanceof Boolean bool) {
            return factory.createValue(bool);
        }
        if (value instanceof Integer || value instanceof Long) {
            return factory.createValue(((Number) value).longValue());
        }
        if (value instanceof Number number) {
            return factory.createValue(number.doubleValue());
        }
        if (value instanceof Calendar date) {
            return factory.createValue(date);
        }
        if (value instanceof byte[] bytes) {
            return factory.createValue(factory.createBinary(new ByteArrayInputStream(bytes)));
        }
        if (value instanceof TypedText typed) {
            boolean reference = typed.type() == PropertyType.REFERENCE;
            return factory.createValue(typed.text(), reference ? PropertyType.WEAKREFERENCE : typed.type());
        }
        return factory.createValue(String.valueOf(value));
    }
}
