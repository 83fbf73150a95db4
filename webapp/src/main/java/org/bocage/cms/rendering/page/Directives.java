package org.bocage.cms.rendering.page;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.site.AreaDefinition;
import org.bocage.cms.definition.site.AutoGeneration;
import org.bocage.cms.definition.site.ComponentAvailability;
import org.bocage.cms.definition.site.Inheritance;
import org.bocage.cms.definition.site.RenderableDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.jspecify.annotations.Nullable;

/** {@code [@cms.page /]}, {@code [@cms.area /]}, {@code [@cms.component /]} for one running script (spec 7.4). */
final class Directives {

    private static final Set<String> CONTENT = Set.of("content", "workspace", "uuid", "path");
    private static final Set<String> PAGE = Set.of("dialog");
    private static final Set<String> COMPONENT = Set.of("dialog", "editable", "contextAttributes");
    private static final Set<String> AREA = Set.of(
            "name",
            "area",
            "components",
            "dialog",
            "type",
            "label",
            "description",
            "editable",
            "createAreaNode",
            "maxComponents",
            "contextAttributes");

    private final Composition composition;
    private final ContentMap content;
    private final RenderableDefinition definition;

    Directives(Composition composition, ContentMap content, RenderableDefinition definition) {
        this.composition = composition;
        this.content = content;
        this.definition = definition;
    }

    Map<String, Object> byName() {
        Directive page = directive(PAGE, this::page);
        return Map.of(
                "page",
                page,
                "init",
                page,
                "area",
                directive(AREA, this::area),
                "component",
                directive(COMPONENT, this::component));
    }

    private void page(DirectiveParameters given, Writer out) throws IOException {
        composition.marks().page(target(given), given.string("dialog", definition.dialog()), out);
    }

    private void component(DirectiveParameters given, Writer out) throws IOException {
        within(given, () -> composition.component(target(given), marks(given), out));
    }

    private void area(DirectiveParameters given, Writer out) throws IOException {
        AreaDefinition area = given.area("area");
        if (area == null) {
            String name = given.string("name", "");
            AreaDefinition declared = definition.areas().get(name);
            area = declared == null ? adHoc(name, given) : declared;
        }
        AreaDefinition found = area;
        within(given, () -> composition.area(found, target(given), marks(given), out));
    }

    private static MarkAttributes marks(DirectiveParameters given) {
        return new MarkAttributes(
                given.string("dialog", ""),
                given.string("label", ""),
                given.string("description", ""),
                given.string("editable", ""));
    }

    /** The node a directive is about: the one it names, else the one of the script. */
    private ContentMap target(DirectiveParameters given) {
        ContentMap named = given.content("content");
        if (named != null) {
            // what is rendered is wrapped, however the script came by it
            ContentMap.Wrapping kept = named.wrapping();
            return named.with(
                    ContentMap.Wrapping.FULL.inheriting(kept.fallbacks()).from(kept.origin()));
        }
        return given.node(composition.context()).map(content::relative).orElse(content);
    }

    /** Shows {@code contextAttributes} in {@code ctx} while something is rendered. */
    private void within(DirectiveParameters given, Work work) throws IOException {
        Map<String, Object> attributes = composition.context().attributes();
        Map<String, Object> before = new HashMap<>(attributes);
        attributes.putAll(given.map("contextAttributes"));
        try {
            work.run();
        } finally {
            attributes.clear();
            attributes.putAll(before);
        }
    }

    private AreaDefinition adHoc(String name, DirectiveParameters given) {
        List<ComponentAvailability> components = Stream.of(
                        given.string("components", "").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(id -> new ComponentAvailability(id, id, true, List.of(), Map.of()))
                .toList();
        return new AreaDefinition(
                new RenderableDefinition.Rendering(
                        "",
                        name,
                        Label.NONE,
                        Label.NONE,
                        definition.renderType(),
                        "",
                        given.string("dialog", ""),
                        "",
                        given.string("type", ""),
                        Map.of(),
                        Map.of(),
                        AutoGeneration.NONE,
                        new RenderableDefinition.Editing(true, true, true, true, List.of()),
                        definition.source(),
                        Map.of()),
                true,
                false,
                components,
                given.number("maxComponents", Integer.MAX_VALUE),
                given.bool("createAreaNode", true),
                Inheritance.DISABLED,
                "");
    }

    private Directive directive(Set<String> names, Action action) {
        return (environment, parameters, loopVariables, body) -> {
            DirectiveParameters given = new DirectiveParameters(parameters);
            given.allow(names, CONTENT);
            action.run(given, environment.getOut());
            if (body != null) {
                body.render(environment.getOut());
            }
        };
    }

    /** FreeMarker's raw map of parameters, typed. */
    private interface Directive extends TemplateDirectiveModel {

        void run(
                Environment environment,
                Map<String, TemplateModel> parameters,
                TemplateModel[] loopVariables,
                @Nullable TemplateDirectiveBody body)
                throws TemplateException, IOException;

        @Override
        @SuppressWarnings({"rawtypes", "unchecked"})
        default void execute(
                Environment environment,
                Map parameters,
                TemplateModel[] loopVariables,
                @Nullable TemplateDirectiveBody body)
                throws TemplateException, IOException {
            run(environment, parameters, loopVariables, body);
        }
    }

    private interface Action {
        void run(DirectiveParameters given, Writer out) throws IOException, TemplateException;
    }

    private interface Work {
        void run() throws IOException;
    }
}
