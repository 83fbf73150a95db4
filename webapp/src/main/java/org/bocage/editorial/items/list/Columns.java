package org.bocage.editorial.items.list;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.view.Moment;
import org.springframework.context.MessageSource;

/** The columns of a list, as the type's {@code bocage/<type>.yaml} names them: what each cell says in words. */
final class Columns {

    /** These two stand in every list. */
    private static final Set<String> ALWAYS = Set.of("titre", ItemState.PROPERTY);

    private final ContentType type;
    private final List<String> names;
    private final Definitions definitions;
    private final MessageSource words;
    private final Clock clock;
    private final Identity reader;

    /** @param reader who is shown no more of an item than is for them */
    Columns(ContentType type, Definitions definitions, MessageSource words, Clock clock, Identity reader) {
        this.reader = reader;
        this.type = type;
        this.definitions = definitions;
        this.words = words;
        this.clock = clock;
        this.names = type.extension().list().stream()
                .filter(name -> !ALWAYS.contains(name))
                .toList();
    }

    List<String> labels() {
        return names.stream()
                .map(name -> text(type.name() + ".browser.views.list.columns." + name + ".label")
                        .or(() -> text(type.name() + ".detail." + name + ".label"))
                        .orElse(name.substring(0, 1).toUpperCase(Locale.FRENCH) + name.substring(1)))
                .toList();
    }

    List<String> cells(Node item) throws RepositoryException {
        ReadableFields readable = ReadableFields.of(definitions, type, item, reader);
        List<String> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(readable.contains(name) && item.hasProperty(name) ? cell(item.getProperty(name)) : "");
        }
        return cells;
    }

    private String cell(Property property) throws RepositoryException {
        if (!property.isMultiple()) {
            return words(property, property.getValue());
        }
        List<String> all = new ArrayList<>();
        for (Value value : property.getValues()) {
            all.add(words(property, value));
        }
        return String.join(", ", all);
    }

    private String words(Property property, Value value) throws RepositoryException {
        Optional<ContentType.Property> declared = type.property(property.getName());
        if (value.getType() == PropertyType.DATE) {
            return Moment.of(value.getDate().toInstant(), clock).day().replace(' ', '\u00a0');
        }
        if (value.getType() == PropertyType.BOOLEAN) {
            String key = value.getBoolean() ? "authoring.yes-short" : "authoring.no-short";
            return words.getMessage(key, new Object[0], Locale.FRENCH);
        }
        String text = value.getString();
        Optional<String> option = declared.stream()
                .flatMap(one -> one.options().stream())
                .filter(one -> one.value().equals(text))
                .findFirst()
                .map(one -> definitions.messages().text(Locale.FRENCH, new Label(one.label(), List.of())));
        if (option.isPresent()) {
            return option.get();
        }
        Optional<Node> named =
                declared.flatMap(ContentType.Property::referenced).isPresent()
                        ? Workspace.byId(property.getSession(), text)
                        : Optional.empty();
        return named.isPresent() ? Item.of(named.get()).title() : text;
    }

    private Optional<String> text(String key) {
        return definitions.messages().find(Locale.FRENCH, key);
    }
}
