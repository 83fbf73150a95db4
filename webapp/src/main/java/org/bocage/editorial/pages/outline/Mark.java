package org.bocage.editorial.pages.outline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/**
 * A page, an area or a component as its comment tells it (spec 3.7), with what lies in it.
 *
 * @param attributes as written in the comment
 * @param inside areas in a component, components in an area, in the order of the page
 */
public record Mark(Kind kind, Map<String, String> attributes, List<Mark> inside) {

    /** The elements of the comments. */
    public enum Kind {
        PAGE,
        AREA,
        COMPONENT
    }

    public Mark {
        attributes = Map.copyOf(attributes);
        inside = List.copyOf(inside);
    }

    /** {@code workspace:path} of its node; for an area that has none yet, of the one it would have. */
    public String content() {
        return text("content");
    }

    /**
     * Returns the key that tells it from all others of its page: the address of its node, with its name for an area that is
     * kept in the node of its parent.
     */
    public String key() {
        String name = text("name");
        return kind != Kind.AREA || content().endsWith("/" + name) ? content() : content() + "@" + name;
    }

    /** Returns its title in words; of one that has none its name, as it begins a sentence. */
    public String label() {
        return StringUtils.capitalize(text("label"));
    }

    /** The dialog that edits it; empty when none does. */
    public String dialog() {
        return text("dialog");
    }

    /** Templates that may be added to an area, for the person the page was rendered for. */
    public List<String> available() {
        return Arrays.stream(text("availableComponents").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** Whether an area takes one more component. */
    public boolean takesMore() {
        return is("showAddButton") && !available().isEmpty();
    }

    /** Whether an area is one that somebody chooses to have. */
    public boolean isOptional() {
        return is("optional");
    }

    /** Whether an area that may be chosen was. */
    public boolean isChosen() {
        return !isOptional() || is("created");
    }

    /** Whether a component is another page's, and edited there. */
    public boolean isInherited() {
        return is("inherited");
    }

    /** Whether its dialog may be opened. */
    public boolean isEditable() {
        return !dialog().isEmpty() && isNotFalse("editable") && isNotFalse("writable");
    }

    public boolean isMoveable() {
        return isNotFalse("moveable");
    }

    public boolean isDeletable() {
        return isNotFalse("deletable");
    }

    /** The comment that opens it, as a page has it. */
    public String comment() {
        StringBuilder comment =
                new StringBuilder("<!-- cms:").append(kind.name().toLowerCase(Locale.ROOT));
        attributes.forEach((name, value) -> comment.append(' ')
                .append(name)
                .append("=\"")
                .append(value.replace("\"", "&quot;").replace("--", "&#45;&#45;"))
                .append('"'));
        return comment.append(" -->").toString();
    }

    /** This mark, then all that lie in it. */
    public Stream<Mark> all() {
        return Stream.concat(Stream.of(this), inside.stream().flatMap(Mark::all));
    }

    private boolean is(String name) {
        return text(name).equals("true");
    }

    private boolean isNotFalse(String name) {
        return !text(name).equals("false");
    }

    private String text(String name) {
        return attributes.getOrDefault(name, "");
    }
}
