package org.bocage.portal.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bocage.cms.definition.form.Messages;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.FieldRule;
import org.bocage.editorial.view.FormField;
import org.jspecify.annotations.Nullable;

/** Of the form that those who write are shown, the fields that somebody without an account is asked, flat and in their words. */
final class AskedFields {

    private final ContentType type;
    private final Messages messages;
    private final Function<String, Optional<String>> heldName;

    /** @param heldName the name of a picture that is held, by the value of its field */
    AskedFields(ContentType type, Messages messages, Function<String, Optional<String>> heldName) {
        this.type = type;
        this.messages = messages;
        this.heldName = heldName;
    }

    /** The controls of the asked fields, in the order in which they are asked. */
    List<Control> controls(List<String> asked, Map<String, FormField> fields) {
        List<Control> controls = new ArrayList<>();
        asked.stream().map(path -> path.split("/", 2)[0]).distinct().forEach(top -> {
            FormField field = fields.get(top);
            if (field != null) {
                List<Control> found = flat(field, asked, false, false);
                asked.forEach(path -> found.stream()
                        .filter(control -> isAt(plain(control.name()), path))
                        .filter(control -> !controls.contains(control))
                        .forEach(controls::add));
            }
        });
        return controls;
    }

    /** A path of the form as the definitions name the field: {@code photos[0].alt} is {@code photos/alt}. */
    static String plain(String name) {
        return name.replaceAll("\\[[0-9]{1,4}\\]", "").replace('.', '/');
    }

    /** Whether a field is one that is asked, or lies in it. */
    static boolean isAt(String field, String asked) {
        return field.equals(asked) || field.startsWith(asked + "/");
    }

    static boolean isAsked(String name, List<String> asked) {
        String field = plain(name);
        return asked.stream().anyMatch(one -> isAt(field, one));
    }

    private List<Control> flat(FormField field, List<String> asked, boolean required, boolean inCase) {
        if (field instanceof FormField.Composite group) {
            boolean needed = required || group.caption().required();
            return group.fields().stream()
                    .flatMap(one -> flat(one, asked, needed, inCase).stream())
                    .toList();
        }
        if (field instanceof FormField.Several several) {
            boolean needed = required || several.caption().required();
            return several.entries().stream()
                    .flatMap(entry -> entry.fields().stream())
                    .flatMap(one -> flat(one, asked, needed, inCase).stream())
                    .toList();
        }
        if (field instanceof FormField.Switchable alternative) {
            Control choice = leaf(alternative.choice(), alternative.choice().caption(), true)
                    .orElseThrow();
            List<List<Control>> cases = choice.options().stream()
                    .map(option -> alternative.cases().stream()
                            .filter(one -> one.value().equals(option.value()))
                            .flatMap(one -> one.fields().stream())
                            .flatMap(one -> flat(one, asked, false, true).stream())
                            .toList())
                    .toList();
            return List.of(withCases(choice, alternative.caption(), cases));
        }
        FormField.Caption caption = caption(field);
        return caption == null || caption.readOnly() || !(inCase || isAsked(caption.name(), asked))
                ? List.of()
                : leaf(field, caption, required || caption.required()).stream().toList();
    }

    private Control withCases(Control choice, FormField.Caption around, List<List<Control>> cases) {
        List<String> errors = new ArrayList<>(around.errors());
        errors.addAll(choice.errors());
        return new Control(
                choice.kind(),
                choice.name(),
                words(plain(around.name()), "label").orElse(around.label()),
                words(plain(around.name()), "aide").orElse(around.help()),
                false,
                errors,
                choice.value(),
                choice.type(),
                0,
                choice.options(),
                choice.empty(),
                "",
                cases,
                around.askedWhen());
    }

    private Optional<Control> leaf(FormField field, FormField.Caption caption, boolean required) {
        Shape shape = shape(field);
        if (shape == null) {
            return Optional.empty();
        }
        String path = plain(caption.name());
        // asked as soon as there is a picture, and the question says that there may be none
        boolean isWordOfPicture = path.endsWith("/" + ProposalForm.ALT);
        return Optional.of(new Control(
                shape.kind(),
                caption.name(),
                words(path, "label").orElse(caption.label()),
                words(path, "aide").orElse(caption.help()),
                type.extension().proposed().optional().contains(path)
                        || (!required && !isWordOfPicture && !isBound(path)),
                caption.errors(),
                shape.value(),
                shape.type(),
                shape.max(),
                shape.options(),
                shape.empty(),
                shape.kind().equals("photo") ? heldName.apply(shape.value()).orElse("") : "",
                List.of(),
                caption.askedWhen()));
    }

    private record Shape(
            String kind,
            String value,
            String type,
            int max,
            List<Control.Option> options,
            @Nullable String empty) {

        static Shape of(String kind, String value) {
            return new Shape(kind, value, "text", 0, List.of(), null);
        }
    }

    private static @Nullable Shape shape(FormField field) {
        if (field instanceof FormField.Text text) {
            return new Shape(text.rows() > 1 ? "area" : "text", text.value(), text.type(), text.max(), List.of(), null);
        }
        if (field instanceof FormField.RichText rich) {
            return Shape.of("area", PlainText.of(rich.value()));
        }
        if (field instanceof FormField.Checkbox box) {
            return Shape.of("tick", String.valueOf(box.checked()));
        }
        if (field instanceof FormField.Date date) {
            return Shape.of(date.time() ? "moment" : "date", date.value());
        }
        if (field instanceof FormField.Numeric number) {
            return Shape.of("number", number.value());
        }
        if (field instanceof FormField.PictureChoice picture) {
            return Shape.of(
                    "photo",
                    picture.chosen().isEmpty() ? "" : picture.chosen().get(0).key());
        }
        return field instanceof FormField.Choice choice ? chosen(choice) : null;
    }

    private static Shape chosen(FormField.Choice choice) {
        String kind = switch (choice.appearance()) {
            case RADIOS -> "radios";
            case COMBO -> "combo";
            case CHECKBOXES, LIST -> "ticks";
        };
        List<Control.Option> options = choice.options().stream()
                .map(option -> new Control.Option(option.value(), option.label(), option.selected()))
                .toList();
        return new Shape(kind, "", "text", 0, options, choice.empty());
    }

    private static FormField.@Nullable Caption caption(FormField field) {
        if (field instanceof FormField.Text one) {
            return one.caption();
        } else if (field instanceof FormField.RichText one) {
            return one.caption();
        } else if (field instanceof FormField.Checkbox one) {
            return one.caption();
        } else if (field instanceof FormField.Date one) {
            return one.caption();
        } else if (field instanceof FormField.Numeric one) {
            return one.caption();
        } else if (field instanceof FormField.PictureChoice one) {
            return one.caption();
        } else {
            return field instanceof FormField.Choice one ? one.caption() : null;
        }
    }

    /** The name of a field at the top of the form. */
    static String name(FormField field) {
        if (field instanceof FormField.Composite one) {
            return one.caption().name();
        } else if (field instanceof FormField.Several one) {
            return one.caption().name();
        } else if (field instanceof FormField.Switchable one) {
            return one.caption().name();
        }
        FormField.Caption caption = caption(field);
        return caption == null ? "" : caption.name();
    }

    /** Whether a rule may ask for a field, so that it is not told to be optional. */
    private boolean isBound(String path) {
        return type.extension().rules().stream()
                .anyMatch(rule -> (rule instanceof FieldRule.RequiredWhen || rule instanceof FieldRule.RequiredUnless)
                        && isAt(path, rule.field()));
    }

    private Optional<String> words(String path, String what) {
        return messages.find(Locale.FRENCH, type.name() + ".propose." + path.replace('/', '.') + "." + what);
    }
}
