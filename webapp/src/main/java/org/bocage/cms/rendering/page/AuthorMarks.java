package org.bocage.cms.rendering.page;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.form.Messages;
import org.bocage.cms.definition.site.AreaDefinition;
import org.bocage.cms.definition.site.ComponentAvailability;
import org.bocage.cms.definition.site.RenderableDefinition;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.Mode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.repository.Identity;

/** The comments that tell the page editor where pages, areas and components are (spec 3.7). */
final class AuthorMarks {

    private final RenderContext context;

    AuthorMarks(RenderContext context) {
        this.context = context;
    }

    void page(ContentMap content, String dialog, Writer out) throws IOException {
        if (context.request().mode().isAuthor()) {
            Mark mark = new Mark("page").add("content", address(content.node())).addIfGiven("dialog", dialog);
            out.write(mark + "\n<!-- /cms:page -->\n");
        }
    }

    void openComponent(ContentMap content, Optional<TemplateDefinition> template, MarkAttributes given, Writer out)
            throws IOException {
        if (!isEditing()) {
            return;
        }
        ContentMap.Origin origin = content.wrapping().origin();
        Mark mark = new Mark("component").add("content", address(content.node()));
        if (origin != ContentMap.Origin.PLAIN) {
            mark.add("inherited", origin == ContentMap.Origin.INHERITED);
        }
        mark.addIfGiven("editable", given.editable())
                .addIfGiven(
                        "dialog",
                        first(
                                given.dialog(),
                                template.map(TemplateDefinition::dialog).orElse("")));
        template.ifPresent(definition -> {
            if (!definition.rendering().editing().moveable()) {
                mark.add("moveable", false);
            }
            if (!definition.rendering().editing().deletable()) {
                mark.add("deletable", false);
            }
            if (!definition.rendering().editing().writable()) {
                mark.add("writable", false);
            }
        });
        mark.addIfGiven(
                        "label",
                        template.map(definition -> first(text(definition.title()), definition.name()))
                                .orElse(content.node().template()))
                .addIfGiven(
                        "description",
                        template.map(definition -> text(definition.description()))
                                .orElse(""))
                .add("activationStatus", activationStatus(content.node()));
        out.write(mark + "\n");
    }

    void closeComponent(Writer out) throws IOException {
        if (isEditing()) {
            out.write("<!-- /cms:component -->\n");
        }
    }

    void openArea(AreaContents.Area area, MarkAttributes given, Writer out) throws IOException {
        if (!isEditing()) {
            return;
        }
        AreaDefinition definition = area.definition();
        boolean chosen = area.content() != null;
        boolean takesComponents = chosen && !definition.effectiveType().equals("noComponent");
        boolean isSingle = definition.effectiveType().equals("single");
        Mark mark = new Mark("area")
                .add("content", address(area.place()))
                .add("name", definition.name())
                .add(
                        "availableComponents",
                        definition.availableComponents().stream()
                                .filter(this::isOffered)
                                .map(ComponentAvailability::id)
                                .collect(Collectors.joining(",")))
                .add("type", definition.effectiveType())
                .addIfGiven("dialog", first(given.dialog(), definition.dialog()))
                .add("label", first(given.label(), title(definition)))
                .add("inherit", definition.inheritance().enabled())
                .addIfGiven("editable", given.editable())
                .add("optional", definition.optional());
        if (definition.optional() && chosen) {
            mark.add("created", true);
        }
        mark.add("createdAreaNode", definition.createAreaNode())
                .add("showAddButton", takesComponents && !area.full())
                .add("showNewComponentArea", takesComponents && !(isSingle && area.full()))
                .addIfGiven("description", given.description())
                .add("activationStatus", activationStatus(area.place()));
        out.write(mark + "\n");
    }

    void closeArea(Writer out) throws IOException {
        if (isEditing()) {
            out.write("<!-- /cms:area -->\n");
        }
    }

    /** As in Magnolia: to those who have one of its roles, when it names some. */
    private boolean isOffered(ComponentAvailability component) {
        return component.enabled()
                && (component.roles().isEmpty()
                        || component.roles().stream()
                                .map(Identity::role)
                                .anyMatch(context.request().reader().principals()::contains));
    }

    private boolean isEditing() {
        return context.request().mode() == Mode.EDIT;
    }

    private static String address(ContentNode node) {
        return node.workspace().name() + ":" + node.path();
    }

    private static int activationStatus(ContentNode node) {
        return Boolean.TRUE.equals(node.properties().get("mgnl:activationStatus")) ? 2 : 0;
    }

    private String title(RenderableDefinition definition) {
        return first(text(definition.title()), capitalised(definition.name()));
    }

    /**
     * The text of a label in the language of whoever edits, which is not that of the page; in that of the page where there is none;
     * nothing where a generated key has no message.
     */
    private String text(Label label) {
        Locale own = Locale.forLanguageTag(Locale.getDefault().getLanguage());
        Locale locale = isKnown(label, own) ? own : context.locale();
        return !label.literal().isEmpty() || isKnown(label, locale)
                ? context.definitions().messages().text(locale, label)
                : "";
    }

    private boolean isKnown(Label label, Locale locale) {
        Messages messages = context.definitions().messages();
        return Stream.concat(Stream.of(label.literal()), label.keys().stream())
                .anyMatch(key -> messages.find(locale, key).isPresent());
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static String capitalised(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** A comment under construction. */
    private static final class Mark {
        private final StringBuilder text;

        private Mark(String element) {
            this.text = new StringBuilder("<!-- cms:").append(element);
        }

        private Mark add(String name, Object value) {
            // a comment must not be closed by what it quotes
            String safe = String.valueOf(value).replace("\"", "&quot;").replace("--", "&#45;&#45;");
            text.append(' ').append(name).append("=\"").append(safe).append('"');
            return this;
        }

        private Mark addIfGiven(String name, String value) {
            return value.isEmpty() ? this : add(name, value);
        }

        @Override
        public String toString() {
            return text + " -->";
        }
    }
}
