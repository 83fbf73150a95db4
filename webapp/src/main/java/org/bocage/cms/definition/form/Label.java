package org.bocage.cms.definition.form;

import java.util.List;

/**
 * A text of a definition, shown through {@link Messages#text}.
 *
 * @param literal what the file says, a message key or the text itself; empty when it says nothing
 * @param keys the generated message keys, in order of lookup (Magnolia's i18n keys)
 */
public record Label(String literal, List<String> keys) {

    /** No text and no key. */
    public static final Label NONE = new Label("", List.of());

    public Label {
        keys = List.copyOf(keys);
    }
}
