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
        List<List<Control>> cases) {

    /** A value one may choose. */
    public record Option(String value, String label, boolean selected) {}

    /** The identifier of the control in the page: where the summary of errors leads. */
    public String id() {
        return id(name);
    }

    public static String id(String name) {
        return "champ-" + name.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("-$", "");
    }
}
