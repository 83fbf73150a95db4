package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bocage.cms.definition.form.Label;

/** The message keys Magnolia generates for the texts of definitions (spec 10.1). */
public final class Keys {

    private static final String LABEL = "label";

    private Keys() {}

    /** An id with dots: {@code m:pages/home} gives {@code m.pages.home}. */
    static String dotted(String id) {
        return id.replace(':', '.').replace('/', '.');
    }

    /** The title of a template, or with an ending one of its other texts. */
    public static Label template(String literal, String id, String ending) {
        String path = id.substring(id.indexOf(':') + 1);
        String module = id.substring(0, Math.max(id.indexOf(':'), 0));
        return new Label(
                literal, List.of(dotted(module + ".templates." + path) + ending, dotted("templates." + path) + ending));
    }

    /** The title of an area, or with an ending another of its texts. */
    public static Label area(String literal, String name, String ending) {
        return new Label(literal, List.of("templates.areas." + name + ending));
    }

    /** Each base with its ending; one that ends in {@code label} may be written without it. */
    public static Label of(String literal, String ending, String... bases) {
        Set<String> keys = new LinkedHashSet<>();
        for (String base : bases) {
            keys.add(base + "." + ending);
            if (ending.equals(LABEL)) {
                keys.add(base);
            }
        }
        return new Label(literal, List.copyOf(keys));
    }

    /**
     * Where a field lies.
     *
     * @param prefix {@code module.dialog.path}, or {@code app.subApp}
     * @param tab of the older framework; empty when none
     * @param ancestors names of the complex fields around it
     */
    public record Scope(String prefix, String tab, List<String> ancestors) {

        public Scope in(String field) {
            List<String> inner = new ArrayList<>(ancestors);
            inner.add(field);
            return new Scope(prefix, tab, List.copyOf(inner));
        }

        Scope inTab(String name) {
            return new Scope(prefix, name, ancestors);
        }

        /** The text {@code ending} of a field here. */
        public Label of(String literal, String field, String ending) {
            String name = field.replace(':', '-');
            Set<String> path = new LinkedHashSet<>(ancestors);
            path.add(name);
            String full = String.join(".", path);
            List<String> bases = new ArrayList<>();
            bases.add(prefix + "." + full);
            if (!tab.isEmpty()) {
                bases.add(prefix + "." + tab + "." + full);
                bases.add(withoutFirst(prefix) + "." + tab + "." + full);
            }
            bases.add(withoutLast(prefix) + "." + full);
            bases.add("fields." + name);
            return Keys.of(literal, ending, bases.toArray(String[]::new));
        }

        private static String withoutFirst(String dotted) {
            return dotted.substring(dotted.indexOf('.') + 1);
        }

        private static String withoutLast(String dotted) {
            int dot = dotted.lastIndexOf('.');
            return dot < 0 ? dotted : dotted.substring(0, dot);
        }
    }
}
