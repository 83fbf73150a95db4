package org.bocage.cms.definition.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.definition.files.SourceFile;
import org.bocage.cms.definition.form.Label;

/** Common part of pages, components and areas: what renders them, and the areas in them. */
public sealed interface RenderableDefinition permits TemplateDefinition, AreaDefinition {

    Rendering rendering();

    /**
     * The properties shared by templates and areas.
     *
     * @param id {@code module:path/name}; empty for an area
     * @param renderType {@code freemarker}, {@code site}…; for an area without one, its parent's; empty when none
     * @param templateScript absolute resource path; empty when none
     * @param dialog id of the dialog that edits it; empty when none
     * @param modelClass name of the Java model, which no host without that class can run; empty when none
     * @param type page type ({@code content}…) or, in an area, list, single or noComponent; empty when not given
     * @param parameters free values, maps in maps; lists are dropped as Magnolia does
     * @param areas in the order of the file
     * @param raw the whole definition after inclusions and decorations
     */
    record Rendering(
            String id,
            String name,
            Label title,
            Label description,
            String renderType,
            String templateScript,
            String dialog,
            String modelClass,
            String type,
            Map<String, Object> parameters,
            Map<String, AreaDefinition> areas,
            AutoGeneration autoGeneration,
            Editing editing,
            SourceFile source,
            Map<String, Object> raw) {}

    /** Operations that the page editor may carry out on it, and the class names of its containers. */
    record Editing(
            boolean editable, boolean moveable, boolean deletable, boolean writable, List<String> containerElements) {}

    default String id() {
        return rendering().id();
    }

    default String name() {
        return rendering().name();
    }

    default Label title() {
        return rendering().title();
    }

    default Label description() {
        return rendering().description();
    }

    default String renderType() {
        return rendering().renderType();
    }

    default String templateScript() {
        return rendering().templateScript();
    }

    default String dialog() {
        return rendering().dialog();
    }

    default String type() {
        return rendering().type();
    }

    default Map<String, Object> parameters() {
        return rendering().parameters();
    }

    default Map<String, AreaDefinition> areas() {
        return rendering().areas();
    }

    default Optional<AreaDefinition> area(String name) {
        return Optional.ofNullable(areas().get(name));
    }

    default AutoGeneration autoGeneration() {
        return rendering().autoGeneration();
    }

    default SourceFile source() {
        return rendering().source();
    }

    /**
     * Returns the value of {@code def.name} in a script: the property of the definition as the file gives it, else the
     * parameter of that name. Empty when neither is set.
     */
    default Optional<Object> property(String name) {
        Rendering rendering = rendering();
        Object value = switch (name) {
            case "id" -> rendering.id();
            case "name" -> rendering.name();
            case "renderType" -> rendering.renderType();
            case "parameters" -> rendering.parameters();
            case "areas" -> rendering.areas();
            default ->
                Properties.NAMES.contains(name)
                        ? rendering.raw().get(name)
                        : rendering.parameters().get(name);
        };
        return "".equals(value) ? Optional.empty() : Optional.ofNullable(value);
    }

    /** Names that are properties of a definition rather than parameters. */
    final class Properties {

        private static final Set<String> NAMES = Set.of(
                "title",
                "description",
                "templateScript",
                "dialog",
                "modelClass",
                "type",
                "subtype",
                "visible",
                "editable",
                "moveable",
                "deletable",
                "writable",
                "enabled",
                "optional",
                "maxComponents",
                "createAreaNode",
                "contentStructure",
                "containerElements",
                "inheritance",
                "autoGeneration",
                "availableComponents",
                "variations",
                "i18nBasename",
                "cssFiles",
                "jsFiles",
                "baseUrl",
                "routeTemplate");

        private Properties() {}
    }
}
