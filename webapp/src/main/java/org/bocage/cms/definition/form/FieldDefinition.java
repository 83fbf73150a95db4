package org.bocage.cms.definition.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field of a form (spec 4.4 to 4.6); fields of the older framework (4.10) are read into the same records. */
public sealed interface FieldDefinition {

    Basics basics();

    /** Where the value of the field lies. */
    Storage storage();

    default String name() {
        return basics().name();
    }

    /** Where a value lies, under the node of the form. */
    enum Storage {
        /** One property named like the field. */
        PROPERTY,
        /** One property of several values. */
        VALUES,
        /** Properties of the inner fields, on the same node. */
        SAME_NODE,
        /** A child node that holds the inner fields. */
        CHILD_NODE,
        /** One node an entry: in a child node named like the field, or beside it, as the item provider says. */
        ENTRY_NODES,
        /** A child node with the bytes of a file. */
        BINARY,
        /** Nowhere. */
        NONE
    }

    /**
     * Settings that all fields have.
     *
     * @param type Java class name of the value: {@code java.lang.String}, {@code java.util.Date}…
     * @param converterClass Magnolia's class name; empty when none
     * @param styleName empty when none
     * @param raw the field as written
     */
    record Basics(
            String name,
            Label label,
            Label description,
            String type,
            boolean required,
            Label requiredMessage,
            Label conversionMessage,
            boolean readOnly,
            boolean i18n,
            List<Validator> validators,
            String converterClass,
            String styleName,
            Map<String, Object> raw) {

        /** The value of a new item. */
        public Optional<Object> defaultValue() {
            return Optional.ofNullable(raw.get("defaultValue"));
        }

        /** Returns a field that must be given as the other must, with the same message when it is not. */
        public Basics requiredAs(Basics other) {
            return new Basics(
                    name,
                    label,
                    description,
                    type,
                    other.required,
                    other.requiredMessage,
                    conversionMessage,
                    readOnly,
                    i18n,
                    validators,
                    converterClass,
                    styleName,
                    raw);
        }
    }

    /** A field whose value is one property. */
    sealed interface Simple extends FieldDefinition {
        @Override
        default Storage storage() {
            return Storage.PROPERTY;
        }
    }

    /** A field whose value is one property of several values. */
    sealed interface Multiple extends FieldDefinition {
        @Override
        default Storage storage() {
            return Storage.VALUES;
        }
    }

    /** {@code rows} above 1: text area. {@code maxLength} -1: unlimited. */
    record TextField(Basics basics, int rows, int maxLength, Label placeholder) implements Simple {}

    /** HTML; {@code configJsFile} is a resource path, empty when none. */
    record RichTextField(
            Basics basics,
            boolean alignment,
            boolean images,
            boolean lists,
            boolean source,
            boolean tables,
            int height,
            String configJsFile,
            Label placeholder)
            implements Simple {}

    record CheckBoxField(Basics basics, Label buttonLabel) implements Simple {}

    record CheckBoxGroupField(Basics basics, Datasource datasource, boolean horizontal) implements Multiple {}

    record RadioButtonGroupField(Basics basics, Datasource datasource, boolean horizontal) implements Simple {}

    /** Value of an option, or identifier of a node with a JCR datasource. */
    record ComboBoxField(
            Basics basics,
            Datasource datasource,
            boolean textInputAllowed,
            boolean emptySelectionAllowed,
            Label placeholder,
            String filteringMode)
            implements Simple {}

    record ListSelectField(Basics basics, Datasource datasource, int rows) implements Multiple {}

    record TwinColSelectField(Basics basics, Datasource datasource, Label leftColumn, Label rightColumn)
            implements Multiple {}

    record TokenField(Basics basics, Datasource datasource) implements Multiple {}

    /** Date, with the time of day when {@code time}; {@code isoText}: stored as ISO 8601 text. */
    record DateField(Basics basics, boolean time, String dateFormat, String timeFormat, boolean isoText)
            implements Simple {}

    record HiddenField(Basics basics) implements Simple {}

    /** {@code verification}: typed twice. */
    record PasswordField(Basics basics, boolean verification) implements Simple {}

    record CodeField(Basics basics, String language, int height) implements Simple {}

    record SliderField(Basics basics, double min, double max, double step) implements Simple {}

    /** A text in the form. */
    record StaticField(Basics basics, Label value) implements FieldDefinition {
        @Override
        public Storage storage() {
            return Storage.NONE;
        }
    }

    /** The choice of a node, an asset or a resource; stored as {@code form} says. */
    record LinkField(Basics basics, Target target, Form form, Datasource datasource, String chooserId, boolean editable)
            implements Simple {

        /** Kind of thing that may be chosen. */
        public enum Target {
            NODE,
            PAGE,
            ASSET,
            RESOURCE
        }

        /** How the choice is stored. */
        public enum Form {
            IDENTIFIER,
            PATH,
            /** {@code jcr:<identifier>}. */
            ASSET_KEY
        }
    }

    /** {@code maxUploadSize} in bytes, -1: the host's limit; {@code allowedMimeTypePattern} empty: any. */
    record UploadField(Basics basics, String binaryNodeName, long maxUploadSize, String allowedMimeTypePattern)
            implements FieldDefinition {
        @Override
        public Storage storage() {
            return Storage.BINARY;
        }
    }

    /** Several fields as one. */
    record CompositeField(Basics basics, FormDefinition form, ItemProvider itemProvider, NameDecorator decorator)
            implements FieldDefinition {
        @Override
        public Storage storage() {
            return itemProvider instanceof ItemProvider.ChildNode ? Storage.CHILD_NODE : Storage.SAME_NODE;
        }
    }

    /** A choice that decides which form follows; the choice is stored in the property {@code choice} names. */
    record SwitchableField(
            Basics basics,
            FieldDefinition choice,
            Map<String, FormDefinition> forms,
            boolean removePreviouslySelected,
            ItemProvider itemProvider,
            NameDecorator decorator)
            implements FieldDefinition {
        @Override
        public Storage storage() {
            return itemProvider instanceof ItemProvider.ChildNode ? Storage.CHILD_NODE : Storage.SAME_NODE;
        }
    }

    /**
     * The same field several times.
     *
     * @param storage {@link Storage#VALUES} or {@link Storage#ENTRY_NODES}
     * @param decorator names of entry nodes: {@code base + index} or, when the base is empty, the index alone
     * @param maxItems {@link Integer#MAX_VALUE} when unlimited
     */
    record MultiField(
            Basics basics,
            FieldDefinition field,
            Storage storage,
            ItemProvider itemProvider,
            NameDecorator decorator,
            int minItems,
            int maxItems,
            boolean canRemoveItems,
            Label itemCountMessage,
            Label addLabel)
            implements FieldDefinition {

        /** Name of the entry node at an index from 0. */
        public String entryName(int index) {
            return decorator.name("", field.name()) + index;
        }
    }

    /** A field of a type this host does not know: shown as such, its value kept. */
    record UnknownField(Basics basics, String fieldType) implements FieldDefinition {
        @Override
        public Storage storage() {
            return Storage.NONE;
        }
    }
}
