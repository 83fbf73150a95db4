package org.bocage.editorial.form;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.form.Messages;

/** Texts of a form: the words of the light module, and ours where it has none. */
final class FormTexts {

    private static final ResourceBundle OURS = ResourceBundle.getBundle("i18n.authoring-messages", Locale.FRENCH);

    private final Messages messages;

    FormTexts(Messages messages) {
        this.messages = messages;
    }

    /** The text of the light module, if it has one. */
    Optional<String> find(Label label) {
        if (!label.literal().isEmpty()) {
            return Optional.of(messages.text(Locale.FRENCH, label));
        }
        return label.keys().stream()
                .flatMap(key -> messages.find(Locale.FRENCH, key).stream())
                .findFirst();
    }

    /** The label of a field; its name when nobody wrote one. */
    String label(FieldDefinition field) {
        String name = field.name();
        return find(field.basics().label())
                .orElseGet(() ->
                        name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.FRENCH) + name.substring(1));
    }

    /** A message of the light module, or its key when there is none. */
    String message(String key) {
        return messages.find(Locale.FRENCH, key).orElse(key);
    }

    String or(Label label, String key, Object... arguments) {
        return find(label).orElseGet(() -> ours(key, arguments));
    }

    String ours(String key, Object... arguments) {
        return new MessageFormat(OURS.getString("authoring." + key), Locale.FRENCH).format(arguments);
    }
}
