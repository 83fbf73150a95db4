package org.bocage.portal.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to fill in, as {@code templates/site/includes/champs.ftlh} draws it.
 *
 * @param kind {@code text}, {@code area}, {@code radios}, {@code combo}, {@code ticks}, {@code tick}, {@code date},
 *     {@code moment}, {@code number} or {@code photo}
 * @param name under which the value is posted
 * @param optional whether one may leave it empty
 * @param value as typed; of a photo what is held already
 * @param type of a text: {@code text}, {@code email}
 * @param max characters allowed, 0 when no limit is known
 * @param note of a photo: the name of what is held
 * @param cases what follows from each option, in their order; empty when nothing does
 * @param askedWhen when it is asked, as in {@link org.bocage.editorial.view.FormField.Caption#askedWhen()}
 */
public record Control(
        String kind,
        String name,
        String label,
        @Nullable String help,
        boolean optional,
        List<String> errors,
        String value,
        String type,
        int max,
        List<Option> options,
        @Nullable String empty,
        String note,
        List<List<Control>> cases,
        String askedWhen) {

    /** A value one may choose. */
    public record Option(String value, String label, boolean selected) {}

    /** Returns a text that one has to fill in. */
    public static Control text(String name, String label, String value, String type, int max, @Nullable String error) {
        return asked("text", name, label, value, type, max, List.of(), error);
    }

    /** Returns a text of several lines that one has to fill in. */
    public static Control area(String name, String label, String value, int max, @Nullable String error) {
        return asked("area", name, label, value, "text", max, List.of(), error);
    }

    /** Returns a list of which one has to choose a value. */
    public static Control combo(String name, String label, List<Option> options, @Nullable String error) {
        return asked("combo", name, label, "", "text", 0, options, error);
    }

    /** Returns values of which one may choose some. */
    public static Control ticks(String name, String label, String help, List<Option> options) {
        return new Control(
                "ticks", name, label, help, true, List.of(), "", "text", 0, options, null, "", List.of(), "");
    }

    private static Control asked(
            String kind,
            String name,
            String label,
            String value,
            String type,
            int max,
            List<Option> options,
            @Nullable String error) {
        List<String> errors = error == null ? List.of() : List.of(error);
        return new Control(kind, name, label, null, false, errors, value, type, max, options, "-", "", List.of(), "");
    }

    /** The identifier of the control in the page: where the summary of errors leads. */
    public String id() {
        return id(name);
    }

    public static String id(String name) {
        return "champ-" + name.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("-$", "");
    }
}
