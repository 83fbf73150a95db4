package org.bocage.cms.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One reading of the light modules, from files to definitions. */
final class Loading {

    private final Report report = new Report();
    private final Resources resources;
    private final Inclusions inclusions;
    private final Modules modules;
    private final Decorations decorations;
    private final RawDefinitions raw;
    private final Map<String, ContentType> types = new LinkedHashMap<>();

    private Loading(Resources resources) {
        this.resources = resources;
        this.inclusions = new Inclusions(resources, new RawReader(report), report);
        this.modules = new Modules(resources, inclusions, report);
        this.decorations = new Decorations(resources, modules, inclusions, report);
        this.raw = new RawDefinitions(resources, modules, inclusions, decorations, report, this::generatedApp);
    }

    static Definitions of(Resources resources) {
        return new Loading(resources).snapshot();
    }

    private Definitions snapshot() {
        readContentTypes();
        TemplateReader templates = new TemplateReader(report);
        Map<String, TemplateDefinition> templatesById = new LinkedHashMap<>();
        raw.all(DefinitionFile.Type.TEMPLATE)
                .forEach(one -> templatesById.put(
                        one.id(),
                        templates.read(
                                one.id(),
                                one.file().name(),
                                one.raw(),
                                one.file().source())));
        FormReader forms = new FormReader();
        Map<String, DialogDefinition> dialogs = new LinkedHashMap<>();
        raw.all(DefinitionFile.Type.DIALOG)
                .forEach(one -> dialogs.put(one.id(), DialogReader.read(one, forms, report)));
        AppReader apps = new AppReader(forms, report);
        Map<String, AppDefinition> appsByName = new LinkedHashMap<>();
        raw.all(DefinitionFile.Type.APP).forEach(one -> appsByName.put(one.id(), apps.read(one)));
        Map<String, Theme> themes = new LinkedHashMap<>();
        raw.all(DefinitionFile.Type.THEME)
                .forEach(one -> themes.put(
                        one.id(),
                        ThemeReader.read(one.id(), one.raw(), one.file().source(), report)));
        List<VirtualUriMapping> uris = raw.all(DefinitionFile.Type.VIRTUAL_URI).stream()
                .flatMap(one -> VirtualUriReader.read(one, report).stream())
                .toList();
        List<RestEndpointDefinition> endpoints = raw.all(DefinitionFile.Type.REST_ENDPOINT).stream()
                .map(one -> RestEndpointReader.read(one, report))
                .toList();
        Map<String, Raw.Mapping> configs = configs();
        Raw.Mapping none = Raw.empty(new Raw.Spot("", 0));
        SiteDefinition site = SiteReader.read(configs.getOrDefault("site", none).mapping("site"), report);
        Messages messages = new MessageBundle(resources, modules.ordered(), report);
        Map<String, Map<String, Object>> plainConfigs = new LinkedHashMap<>();
        configs.forEach((module, config) -> plainConfigs.put(module, config.plain()));
        return new Snapshot(
                Collections.unmodifiableMap(templatesById),
                merged(site),
                Collections.unmodifiableMap(dialogs),
                Collections.unmodifiableMap(types),
                Collections.unmodifiableMap(appsByName),
                uris,
                Collections.unmodifiableMap(themes),
                site,
                endpoints,
                plainConfigs,
                List.copyOf(modules.ordered()),
                messages,
                resources,
                report.worstFirst());
    }

    private void readContentTypes() {
        List<RawDefinitions.Resolved> found = raw.all(DefinitionFile.Type.CONTENT_TYPE);
        Map<String, RawDefinitions.Resolved> extensions = new LinkedHashMap<>();
        raw.all(DefinitionFile.Type.EXTENSION).forEach(one -> extensions.put(one.id(), one));
        Set<String> names = new LinkedHashSet<>();
        found.forEach(one -> names.add(one.id()));
        for (RawDefinitions.Resolved one : found) {
            RawDefinitions.Resolved extension = extensions.remove(one.id());
            try {
                if (extension == null && raw.exists(DefinitionFile.Type.EXTENSION, one.id())) {
                    throw Fault.severe(one.raw().spot(), "extension.broken", one.id());
                }
                ContentTypeExtension read =
                        extension == null ? ContentTypeExtension.NONE : ExtensionReader.read(extension, report);
                ContentType type = ContentTypeReader.read(one, read, names, report);
                String nodeTypes = type.nodeTypeDefinition();
                if (!nodeTypes.isEmpty() && resources.get(nodeTypes).isEmpty()) {
                    throw Fault.severe(one.raw().spot(), "type.nodeTypes", nodeTypes);
                }
                types.put(type.name(), type);
                if (extension != null) {
                    ExtensionReader.check(type, extension, report);
                }
            } catch (Fault fault) {
                report.severe(fault);
            }
        }
        extensions.forEach((name, extension) ->
                report.add(Problem.Severity.MAJOR, extension.raw().spot(), "/", "extension.type", name));
    }

    private Raw.Mapping generatedApp(String contentType, String appName, Raw.Spot spot) throws Fault {
        ContentType type = types.get(contentType);
        if (type == null) {
            throw Fault.severe(spot, "app.type", contentType);
        }
        return new ContentTypeApp(type, types::get).generate(appName, spot);
    }

    private Map<String, Raw.Mapping> configs() {
        Map<String, Raw.Mapping> configs = new LinkedHashMap<>();
        Set<String> names = decorations.configuredModules();
        modules.ordered().stream()
                .filter(module -> resources.get("/" + module + "/config.yaml").isPresent())
                .forEach(names::add);
        for (String module : names) {
            configs.put(module, decorations.config(module, config(module)));
        }
        return configs;
    }

    private Raw.Mapping config(String module) {
        String path = "/" + module + "/config.yaml";
        Raw.Mapping none = Raw.empty(new Raw.Spot(path, 0));
        Optional<Resource> file = resources.get(path);
        if (file.isEmpty()) {
            return none;
        }
        try {
            return inclusions.read(file.get()) instanceof Raw.Mapping mapping ? mapping : none;
        } catch (Fault fault) {
            report.severe(fault);
            return none;
        }
    }

    /** Pages of render type site over the prototype of the site (spec 3.10). */
    private Map<String, TemplateDefinition> merged(SiteDefinition site) {
        Raw.Spot spot = new Raw.Spot("", 0);
        Optional<Raw.Mapping> prototype = site.prototype().inline().isEmpty()
                ? raw.find(DefinitionFile.Type.TEMPLATE, site.prototype().id())
                : Optional.of(
                        Raw.of(site.prototype().inline(), spot) instanceof Raw.Mapping mapping
                                ? mapping
                                : Raw.empty(spot));
        Map<String, TemplateDefinition> merged = new LinkedHashMap<>();
        if (prototype.isEmpty()) {
            return merged;
        }
        Raw.Mapping base = prototype.get().without("class").without("$type").without("visible");
        TemplateReader quiet = new TemplateReader(new Report());
        for (RawDefinitions.Resolved one : raw.all(DefinitionFile.Type.TEMPLATE)) {
            boolean onSite = one.raw().text("renderType").equals("site")
                    || one.raw().text("renderType").equals("site-spa");
            if (onSite && Overlay.merge(base, one.raw()) instanceof Raw.Mapping both) {
                merged.put(
                        one.id(),
                        quiet.read(one.id(), one.file().name(), both, one.file().source()));
            }
        }
        return merged;
    }
}
