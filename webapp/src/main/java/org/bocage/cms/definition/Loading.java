package org.bocage.cms.definition;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bocage.cms.definition.files.Problem;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.Resources;
import org.bocage.cms.definition.form.AppDefinition;
import org.bocage.cms.definition.form.DialogDefinition;
import org.bocage.cms.definition.form.Messages;
import org.bocage.cms.definition.reading.AppReader;
import org.bocage.cms.definition.reading.ContentTypeApp;
import org.bocage.cms.definition.reading.ContentTypeReader;
import org.bocage.cms.definition.reading.DialogReader;
import org.bocage.cms.definition.reading.ExtensionReader;
import org.bocage.cms.definition.reading.FormReader;
import org.bocage.cms.definition.reading.RestEndpointReader;
import org.bocage.cms.definition.reading.SiteReader;
import org.bocage.cms.definition.reading.TemplateReader;
import org.bocage.cms.definition.reading.ThemeReader;
import org.bocage.cms.definition.reading.VirtualUriReader;
import org.bocage.cms.definition.site.RestEndpointDefinition;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.definition.site.Theme;
import org.bocage.cms.definition.site.VirtualUriMapping;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.definition.type.Withheld;
import org.bocage.cms.definition.yaml.Decorations;
import org.bocage.cms.definition.yaml.DefinitionFile;
import org.bocage.cms.definition.yaml.Fault;
import org.bocage.cms.definition.yaml.Inclusions;
import org.bocage.cms.definition.yaml.Modules;
import org.bocage.cms.definition.yaml.Overlay;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.RawDefinitions;
import org.bocage.cms.definition.yaml.RawReader;
import org.bocage.cms.definition.yaml.Report;

/** One reading of the light modules, from files to definitions. */
final class Loading {

    /** Workspaces that no content type has to declare. */
    private static final Set<String> OF_EVERY_MAGNOLIA =
            Set.of("website", "dam", "category", "config", "users", "userroles", "usergroups", "resources");

    private final Report report = new Report();
    private final Resources resources;
    private final Inclusions inclusions;
    private final Modules modules;
    private final Decorations decorations;
    private final RawDefinitions raw;
    private final Map<String, ContentType> types = new LinkedHashMap<>();

    private final Set<Withheld.Kind> broken = new LinkedHashSet<>();
    private final Set<Withheld.Kind> withheld = new LinkedHashSet<>();
    private final LastGood lastGood;
    private final Collection<KnownType> known;
    private final Supplier<Wording> wording;

    private Loading(
            Resources resources, Optional<Definitions> before, Collection<KnownType> known, Supplier<Wording> wording) {
        this.resources = resources;
        this.known = known;
        this.wording = wording;
        this.inclusions = new Inclusions(resources, new RawReader(report), report);
        this.modules = new Modules(resources, inclusions, report);
        this.decorations = new Decorations(resources, modules, inclusions, report);
        this.raw = new RawDefinitions(resources, modules, inclusions, decorations, report, this::generatedApp);
        this.lastGood = new LastGood(
                before.map(Definitions::contentTypes).orElse(List.of()),
                before.map(Definitions::apps).orElse(List.of()),
                raw,
                resources,
                report);
    }

    /**
     * Reads all files.
     *
     * @param before the definitions of which the good ones stay where a file is broken now
     * @param known the types that were ever in force
     * @param wording the words that messages are said in, each time one is
     */
    static Definitions of(
            Resources resources, Optional<Definitions> before, Collection<KnownType> known, Supplier<Wording> wording) {
        return new Loading(resources, before, known, wording).snapshot();
    }

    private Definitions snapshot() {
        readContentTypes();
        lastGood.keepTypes(types, withheld);
        Set<String> untold = withhold();
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
        lastGood.keepApps(appsByName);
        Map<String, Theme> themes = new LinkedHashMap<>();
        raw.all(DefinitionFile.Type.THEME)
                .forEach(one -> themes.put(
                        one.id(),
                        ThemeReader.read(one.id(), one.raw(), one.file().source(), report)));
        List<VirtualUriMapping> uris = raw.all(DefinitionFile.Type.VIRTUAL_URI).stream()
                .flatMap(one -> VirtualUriReader.read(one, report).stream())
                .toList();
        Set<String> workspaces = declaredWorkspaces();
        List<RestEndpointDefinition> endpoints = raw.all(DefinitionFile.Type.REST_ENDPOINT).stream()
                .map(one -> RestEndpointReader.read(one, workspaces, report))
                .toList();
        Map<String, Raw.Mapping> configs = configs();
        Raw.Mapping none = Raw.empty(new Raw.Spot("", 0));
        SiteDefinition site = SiteReader.read(configs.getOrDefault("site", none).mapping("site"), report);
        Messages messages = new MessageBundle(resources, modules.ordered(), wording, report);
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
                new Withheld(Set.copyOf(withheld), untold),
                lastGood.kept(),
                report.worstFirst());
    }

    private Set<String> declaredWorkspaces() {
        Set<String> declared = new HashSet<>(OF_EVERY_MAGNOLIA);
        types.values().forEach(type -> declared.add(type.workspace()));
        withheld.forEach(kind -> declared.add(kind.workspace()));
        broken.forEach(kind -> declared.add(kind.workspace()));
        return declared;
    }

    private void readContentTypes() {
        List<RawDefinitions.Resolved> found = raw.all(DefinitionFile.Type.CONTENT_TYPE);
        Map<String, RawDefinitions.Resolved> extensions = new LinkedHashMap<>();
        raw.all(DefinitionFile.Type.EXTENSION).forEach(one -> extensions.put(one.id(), one));
        Set<String> names = new LinkedHashSet<>(lastGood.names());
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
                broken.add(ContentTypeReader.kind(one.raw()));
            }
        }
        extensions.forEach((name, extension) ->
                report.add(Problem.Severity.MAJOR, extension.raw().spot(), "/", "extension.type", name));
    }

    /** Works out which items no type in force can speak for; returns the names of files that do not even tell of which items. */
    private Set<String> withhold() {
        broken.stream()
                .filter(kind -> types.values().stream().noneMatch(type -> type.isOf(kind.workspace(), kind.nodeType())))
                .forEach(withheld::add);
        Map<String, String> untold = raw.broken(DefinitionFile.Type.CONTENT_TYPE);
        untold.values()
                .removeIf(file -> types.values().stream()
                        .anyMatch(type -> type.source().file().equals(file)));
        for (KnownType one : known) {
            untold.values().remove(one.file());
            if (types.values().stream().noneMatch(one::isKeptBy)) {
                withheld.add(new Withheld.Kind(one.workspace(), one.nodeType()));
                ContentType other = types.get(one.name());
                if (other != null && !other.isOf(one.workspace(), one.nodeType())) {
                    // half a file says something else of the items, or nothing
                    types.remove(one.name());
                }
                String opened = types.values().stream()
                        .filter(one::isDefinedBy)
                        .flatMap(type -> one.openedBy(type).stream())
                        .collect(Collectors.joining(", "));
                report.add(
                        Problem.Severity.SEVERE,
                        new Raw.Spot(one.file(), 0),
                        "/",
                        opened.isEmpty() ? "type.withheld" : "type.opened",
                        one.name(),
                        opened);
            }
        }
        return Set.copyOf(untold.keySet());
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
