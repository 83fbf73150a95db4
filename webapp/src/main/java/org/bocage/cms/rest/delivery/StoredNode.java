package org.bocage.cms.rest.delivery;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jcr.PropertyType;
import org.bocage.cms.repository.Workspace;

/**
 * A node as the delivery tells it, its properties read once.
 *
 * @param storePath path in the store
 * @param id identifier
 * @param type primary type
 * @param types the primary type, the mixins and everything that they extend
 * @param ordered whether its child nodes have an order of their own
 */
record StoredNode(
        String storePath,
        String id,
        String type,
        Set<String> types,
        boolean ordered,
        Map<String, StoredProperty> properties) {

    /**
     * The values of a property: texts, numbers and booleans; a date as the delivery writes it, of a binary its size.
     *
     * @param type of {@link PropertyType}
     */
    record StoredProperty(int type, boolean multiple, List<Object> values) {

        boolean isBinary() {
            return type == PropertyType.BINARY;
        }

        boolean isEmptyText() {
            return !multiple && type == PropertyType.STRING && values.get(0).equals("");
        }

        /** A number as JCR writes it. */
        static String text(Object value) {
            return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        }
    }

    /** Path in the workspace. */
    String path() {
        return Workspace.pathInWorkspace(storePath);
    }

    /** As JCR names it: that of the workspace for its root. */
    String name() {
        return storePath.substring(storePath.lastIndexOf('/') + 1);
    }

    /** The single value of a property as text; empty when there is none. */
    String text(String property) {
        StoredProperty found = properties.get(property);
        return found == null || found.multiple() || found.isBinary()
                ? ""
                : StoredProperty.text(found.values().get(0));
    }

    /** Bytes of a binary; 0 when there is none. */
    long binarySize(String property) {
        StoredProperty found = properties.get(property);
        return found != null && found.isBinary() && found.values().get(0) instanceof Long size ? size : 0;
    }

    /** All properties with a single value, as text. */
    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        properties.forEach((name, property) -> {
            if (!property.multiple() && !property.isBinary()) {
                texts.put(name, text(name));
            }
        });
        return texts;
    }
}
