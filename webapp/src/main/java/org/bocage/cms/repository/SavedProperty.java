package org.bocage.cms.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Type;

/**
 * A property of a {@link SavedNode}.
 *
 * @param type as {@link javax.jcr.PropertyType} counts them
 * @param values as JCR writes them (JSR 283, 3.6.4), one unless it has several
 */
public record SavedProperty(String name, int type, List<String> values) {

    static Optional<SavedProperty> of(PropertyState property) {
        int type = property.getType().tag();
        if (type == Type.BINARY.tag()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>(property.count());
        for (int i = 0; i < property.count(); i++) {
            values.add(property.getValue(Type.STRING, i));
        }
        return Optional.of(new SavedProperty(property.getName(), type, values));
    }

    /** Its first value; empty when it has none. */
    public String text() {
        return values.isEmpty() ? "" : values.get(0);
    }
}
