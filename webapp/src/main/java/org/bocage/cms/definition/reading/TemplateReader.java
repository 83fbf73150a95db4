package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.files.SourceFile;
import org.bocage.cms.definition.site.AreaDefinition;
import org.bocage.cms.definition.site.AutoGeneration;
import org.bocage.cms.definition.site.ComponentAvailability;
import org.bocage.cms.definition.site.Inheritance;
import org.bocage.cms.definition.site.RenderableDefinition;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.Report;

/** Reads templates and their areas (spec 3.1 to 3.5). */
public final class TemplateReader {

    private static final String DEFAULT_MODEL = "info.magnolia.rendering.model.RenderingModelImpl";

    private static final String[] SPA_KEYS = {
        "baseUrl", "routeTemplate", "jsPaths", "cssPaths", "spaRouterClass", "annotations"
    };
    private static final String[] SELDOM = {
        "autoPopulateFromRequest", "templateAvailability", "fragmentDefinition", "i18nBasename", "id", "extends"
    };

    private final Report report;

    public TemplateReader(Report report) {
        this.report = report;
    }

    public TemplateDefinition read(String id, String name, Raw.Mapping raw, SourceFile source) {
        Bean bean = new Bean(raw, name, report);
        TemplateDefinition.Kind kind = kind(bean);
        RenderableDefinition.Rendering rendering = rendering(bean, id, name, "", source);
        TemplateDefinition template = new TemplateDefinition(
                rendering,
                kind,
                bean.flag("visible", kind != TemplateDefinition.Kind.PROTOTYPE),
                bean.text("subtype"),
                bean.childMap("variations", variation -> read(id, variation.name(), variation.raw(), source)),
                ThemeReader.files(bean, "cssFiles"),
                ThemeReader.files(bean, "jsFiles"));
        if (kind == TemplateDefinition.Kind.SPA) {
            bean.accept(SPA_KEYS);
        }
        bean.finish();
        return template;
    }

    private TemplateDefinition.Kind kind(Bean bean) {
        return switch (bean.kind()) {
            case "page", "pagetemplate" -> TemplateDefinition.Kind.PAGE;
            case "prototype", "prototypetemplate", "spaprototype" -> TemplateDefinition.Kind.PROTOTYPE;
            case "spa", "sitespa", "sparenderable", "sitesparenderable" -> TemplateDefinition.Kind.SPA;
            case "", "template" -> TemplateDefinition.Kind.PLAIN;
            default -> {
                bean.unknownType("page, prototype, spa, siteSpa, spaPrototype");
                yield TemplateDefinition.Kind.PLAIN;
            }
        };
    }

    private RenderableDefinition.Rendering rendering(
            Bean bean, String id, String name, String parentRenderType, SourceFile source) {
        String renderType = bean.text("renderType", parentRenderType);
        bean.accept(SELDOM);
        return new RenderableDefinition.Rendering(
                id,
                name,
                id.isEmpty() ? Keys.area(bean.text("title"), name, "") : Keys.template(bean.text("title"), id, ""),
                id.isEmpty()
                        ? Keys.area(bean.text("description"), name, ".description")
                        : Keys.template(bean.text("description"), id, ".description"),
                renderType,
                bean.text("templateScript"),
                bean.text("dialog"),
                modelClass(bean),
                bean.text("type"),
                bean.free("parameters"),
                areas(bean, renderType, source),
                autoGeneration(bean),
                new RenderableDefinition.Editing(
                        bean.flag("editable", true),
                        bean.flag("moveable", true),
                        bean.flag("deletable", true),
                        bean.flag("writable", true),
                        bean.texts("containerElements")),
                source,
                bean.raw().plain());
    }

    private static String modelClass(Bean bean) {
        String given = bean.text("modelClass");
        if (!given.isEmpty() && !given.equals(DEFAULT_MODEL)) {
            bean.problem(Severity.MINOR, bean.raw(), "modelClass", "model.absent", given);
        }
        return given;
    }

    private Map<String, AreaDefinition> areas(Bean bean, String renderType, SourceFile source) {
        return bean.childMap("areas", area -> area(area, renderType, source));
    }

    private AreaDefinition area(Bean bean, String parentRenderType, SourceFile source) {
        AreaDefinition area = new AreaDefinition(
                rendering(bean, "", bean.name(), parentRenderType, source),
                bean.flag("enabled", true),
                bean.flag("optional", false),
                availableComponents(bean),
                bean.integer("maxComponents", Integer.MAX_VALUE),
                bean.flag("createAreaNode", true),
                inheritance(bean),
                bean.text("contentStructure"));
        if (!List.of("list", "single", "nocomponent")
                .contains(area.effectiveType().toLowerCase(Locale.ROOT))) {
            bean.problem(Severity.MAJOR, bean.raw(), "type", "area.type", area.type());
        }
        bean.accept("visible", "subtype", "variations");
        bean.finish();
        return area;
    }

    private static List<ComponentAvailability> availableComponents(Bean bean) {
        List<ComponentAvailability> available = new ArrayList<>();
        for (Bean component : bean.children("availableComponents")) {
            Map<String, List<String>> permissions = new LinkedHashMap<>();
            Bean given = component.child("permissions");
            for (String operation : List.of("read", "write", "delete", "move", "add", "execute")) {
                if (given.has(operation)) {
                    permissions.put(operation, given.child(operation).texts("roles"));
                }
            }
            available.add(new ComponentAvailability(
                    component.name(),
                    component.text("id"),
                    component.flag("enabled", true),
                    component.texts("roles"),
                    Map.copyOf(permissions)));
            component.finish();
        }
        return List.copyOf(available);
    }

    private static Inheritance inheritance(Bean bean) {
        if (!bean.has("inheritance")) {
            return Inheritance.DISABLED;
        }
        Bean given = bean.child("inheritance").accept("predicateClass", "nodeComparatorClass");
        Inheritance.Components components = switch (given.text("components", "filtered")) {
            case "all" -> Inheritance.Components.ALL;
            case "filtered" -> Inheritance.Components.FILTERED;
            default -> Inheritance.Components.NONE;
        };
        Inheritance inheritance = new Inheritance(
                given.flag("enabled", false),
                components,
                given.text("properties", "all").equals("all"),
                given.texts("nodeTypes", Inheritance.DISABLED.nodeTypes()));
        given.finish();
        return inheritance;
    }

    private static AutoGeneration autoGeneration(Bean bean) {
        if (!bean.has("autoGeneration")) {
            return AutoGeneration.NONE;
        }
        Bean given = bean.child("autoGeneration").accept("content");
        AutoGeneration generation = new AutoGeneration(
                given.text("generatorClass"), given.raw().mapping("content").plain());
        given.finish();
        return generation;
    }
}
