package org.bocage.editorial.pages.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.editorial.pages.outline.Mark.Kind;

/**
 * A page as its comments tell it. That is all the editor knows of templates, so that it edits pages of any light module.
 *
 * @param page the page itself; empty when its script writes no mark
 * @param areas in the order of the page
 * @param failure why no script draws the page here, so that its outline is that of its definitions; empty when one does
 */
public record Outline(Optional<Mark> page, List<Mark> areas, Optional<String> failure) {

    /** Outline of a page that is not there. */
    public static final Outline NOTHING = new Outline(Optional.empty(), List.of(), Optional.empty());

    private static final Pattern COMMENT =
            Pattern.compile("<!--\\s*(/?)cms:(page|area|component)((?:\\s+\\w+=\"[^\"]*\")*)\\s*-->");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** A mark whose end has not come yet. */
    private record Open(Kind kind, Map<String, String> attributes, List<Mark> inside) {}

    /** Reads a page that was rendered for editing. A mark that is never closed ends with what holds it. */
    public static Outline of(String html) {
        Deque<Open> open = new ArrayDeque<>();
        Open root = new Open(Kind.PAGE, Map.of(), new ArrayList<>());
        open.push(root);
        Matcher comment = COMMENT.matcher(html);
        while (comment.find()) {
            Kind kind = Kind.valueOf(comment.group(2).toUpperCase(Locale.ROOT));
            if (comment.group(1).isEmpty()) {
                open.push(new Open(kind, attributes(comment.group(3)), new ArrayList<>()));
            } else if (open.stream().limit(open.size() - 1L).anyMatch(one -> one.kind() == kind)) {
                while (close(open).kind() != kind) {
                    // what was left open within ends here
                }
            }
        }
        while (open.size() > 1) {
            close(open);
        }
        Optional<Mark> page =
                root.inside().stream().filter(mark -> mark.kind() == Kind.PAGE).findFirst();
        // an area may be written within the marks of the page
        return new Outline(
                page,
                root.inside().stream()
                        .flatMap(mark -> mark.kind() == Kind.PAGE ? mark.inside().stream() : Stream.of(mark))
                        .toList(),
                Optional.empty());
    }

    /** Outline of a page that no script draws. */
    public static Outline undrawn(String failure) {
        return new Outline(Optional.empty(), List.of(), Optional.of(failure));
    }

    /** This outline with what the marks of the definitions say of the parts that it has none of. */
    public Outline completed(Outline declared) {
        return new Outline(page.or(declared::page), areas.isEmpty() ? declared.areas() : areas, failure);
    }

    /** Whether somebody may edit anything of it: the page itself, or an area. */
    public boolean isEditable() {
        return !areas.isEmpty() || page.filter(Mark::isEditable).isPresent();
    }

    private static Mark close(Deque<Open> open) {
        Open closed = open.pop();
        Mark mark = new Mark(closed.kind(), closed.attributes(), closed.inside());
        open.element().inside().add(mark);
        return mark;
    }

    private static Map<String, String> attributes(String written) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(written);
        while (attribute.find()) {
            attributes.put(
                    attribute.group(1),
                    attribute.group(2).replace("&quot;", "\"").replace("&#45;", "-"));
        }
        return attributes;
    }

    /** Areas and components, each before what lies in it. */
    public Stream<Mark> all() {
        return areas.stream().flatMap(Mark::all);
    }

    public Optional<Mark> area(String key) {
        return all().filter(mark -> mark.kind() == Kind.AREA && mark.key().equals(key))
                .findFirst();
    }

    public Optional<Mark> component(String key) {
        return all().filter(mark -> mark.kind() == Kind.COMPONENT && mark.key().equals(key))
                .findFirst();
    }

    /** The area that a component lies in. */
    public Optional<Mark> areaOf(Mark component) {
        return all().filter(mark -> mark.kind() == Kind.AREA && mark.inside().contains(component))
                .findFirst();
    }

    /** The page, an area or a component. */
    public Optional<Mark> find(String key) {
        return Stream.concat(page.stream(), all())
                .filter(mark -> mark.key().equals(key))
                .findFirst();
    }
}
