package org.bocage.cms.rendering.values;

import java.util.List;

/** A property as scripts see it. Public because FreeMarker calls public classes only. */
public final class JcrProperty {

    private final String name;
    private final Object value;

    public JcrProperty(String name, Object value) {
        this.name = name;
        this.value = value;
    }

    public String getName() {
        return name;
    }

    public boolean isMultiple() {
        return value instanceof List;
    }

    public String getString() {
        return String.valueOf(value);
    }

    public Object getValue() {
        return value;
    }

    public Object getValues() {
        return value instanceof List ? value : List.of(value);
    }

    @Override
    public String toString() {
        return getString();
    }
}
