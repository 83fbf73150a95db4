package org.bocage.cms.definition.yaml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.files.Resources;

/** Every definition file by id, resolved: inclusions, inheritance, generated apps and decorations applied. */
public final class RawDefinitions {

    private static final String INHERIT = "!inherit:";
    private static final String CONTENT_TYPE = "!content-type:";
    private static final String METADATA = "!metadata";
    private static final int MAX_INHERITANCE = 32;

    /** Makes the app of a content type. */
    public interface AppGenerator {
        Raw.Mapping app(String contentType, String appName, Raw.Spot spot) throws Fault;
    }

    /** A usable definition. */
    public record Resolved(DefinitionFile file, String id, Raw.Mapping raw) {}

    private final Map<DefinitionFile.Type, Map<String, DefinitionFile>> files =
            new EnumMap<>(DefinitionFile.Type.class);
    private final Map<DefinitionFile, Optional<Resolved>> resolved = new HashMap<>();
    private final Set<DefinitionFile> open = new LinkedHashSet<>();
    private final Inclusions inclusions;
    private final Decorations decorations;
    private final Modules modules;
    private final Report report;
    private final AppGenerator generator;

    public RawDefinitions(
            Resources resources,
            Modules modules,
            Inclusions inclusions,
            Decorations decorations,
            Report report,
            AppGenerator generator) {
        this.inclusions = inclusions;
        this.decorations = decorations;
        this.modules = modules;
        this.report = report;
        this.generator = generator;
        for (DefinitionFile.Type type : DefinitionFile.Type.values()) {
            files.put(type, new LinkedHashMap<>());
        }
        for (String module : modules.ordered()) {
            resources.matching("/" + module + "/**/*.yaml").stream()
                    .flatMap(resource -> DefinitionFile.of(resource).stream())
                    .forEach(this::index);
        }
    }

    /** The usable definitions of a type, by module order and path. */
    public List<Resolved> all(DefinitionFile.Type type) {
        List<Resolved> all = new ArrayList<>();
        of(type).forEach((id, file) -> resolve(id, file).ifPresent(all::add));
        return all;
    }

    /** Whether there is a file of that type and id, usable or not. */
    public boolean exists(DefinitionFile.Type type, String id) {
        return of(type).containsKey(id);
    }

    /** Path of the file of that type and id, usable or not. */
    public Optional<String> file(DefinitionFile.Type type, String id) {
        return Optional.ofNullable(of(type).get(id)).map(file -> file.resource().path());
    }

    /** Names and files of that type that cannot be used. */
    public Map<String, String> broken(DefinitionFile.Type type) {
        Map<String, String> broken = new LinkedHashMap<>();
        of(type).forEach((id, file) -> {
            if (resolve(id, file).isEmpty()) {
                broken.put(id, file.resource().path());
            }
        });
        return broken;
    }

    /** The usable definition of that type and id. */
    public Optional<Raw.Mapping> find(DefinitionFile.Type type, String id) {
        DefinitionFile file = of(type).get(id);
        return file == null ? Optional.empty() : resolve(id, file).map(Resolved::raw);
    }

    private Map<String, DefinitionFile> of(DefinitionFile.Type type) {
        return files.getOrDefault(type, Map.of());
    }

    private void index(DefinitionFile file) {
        String id = file.id(file.type().isNamedInside() ? nameInside(file) : "");
        DefinitionFile first = of(file.type()).putIfAbsent(id, file);
        if (first != null) {
            report.add(
                    Severity.MAJOR,
                    file.spot(),
                    "/",
                    "definition.twice",
                    id,
                    first.resource().path());
        }
    }

    /** The name a file gives its definition; empty when none, or when the file is broken, which is reported later. */
    private String nameInside(DefinitionFile file) {
        try {
            return inclusions.read(file.resource()) instanceof Raw.Mapping mapping ? mapping.text("name") : "";
        } catch (Fault fault) {
            report.severe(fault);
            return "";
        }
    }

    private Optional<Resolved> resolve(String id, DefinitionFile file) {
        Optional<Resolved> known = resolved.get(file);
        if (known != null) {
            return known;
        }
        open.add(file);
        Optional<Resolved> result;
        try {
            result = Optional.of(new Resolved(file, id, decorated(file, base(id, file))));
        } catch (Fault fault) {
            report.severe(fault);
            result = Optional.empty();
        } finally {
            open.remove(file);
        }
        resolved.put(file, result);
        return result;
    }

    private Raw.Mapping base(String id, DefinitionFile file) throws Fault {
        Raw raw = inclusions.read(file.resource());
        String tag = raw.tag();
        if (raw instanceof Raw.Scalar scalar && scalar.value() == null && !tag.isEmpty()) {
            raw = Raw.empty(raw.spot());
        }
        if (!(raw instanceof Raw.Mapping own)) {
            throw Fault.severe(file.spot(), "root");
        }
        own = withoutMetadata(own.tagged(""));
        if (tag.startsWith(INHERIT)) {
            return overlaid(inherited(tag.substring(INHERIT.length()), file), own, file);
        }
        if (tag.startsWith(CONTENT_TYPE)) {
            String name = tag.substring(CONTENT_TYPE.length());
            return overlaid(generator.app(name, id, file.spot()), own, file);
        }
        if (!tag.isEmpty() && !tag.equals(Overlay.OVERRIDE) && !tag.equals(METADATA)) {
            throw Fault.severe(own.spot(), "tag.here", tag);
        }
        return own;
    }

    private static Raw.Mapping overlaid(Raw.Mapping base, Raw.Mapping own, DefinitionFile file) throws Fault {
        Raw merged = Overlay.merge(base, own);
        RawReader.refuseTooLarge(merged, file.spot());
        return merged instanceof Raw.Mapping mapping ? mapping : own;
    }

    private Raw.Mapping inherited(String target, DefinitionFile file) throws Fault {
        DefinitionFile parent = of(file.type()).get(target);
        if (parent == null) {
            throw Fault.severe(file.spot(), "inherit.missing", target);
        }
        if (open.contains(parent) || open.size() > MAX_INHERITANCE) {
            throw Fault.severe(file.spot(), "inherit.cycle", target);
        }
        if (parent.module().equals(file.module())) {
            report.add(Severity.MAJOR, file.spot(), "/", "inherit.same", target);
        } else if (!modules.dependsOn(file.module(), parent.module())) {
            report.add(Severity.MINOR, file.spot(), "/", "inherit.undeclared", target, parent.module());
        }
        Resolved base = resolve(target, parent).orElseThrow(() -> Fault.severe(file.spot(), "inherit.broken", target));
        return file.type().isNamedInside() ? base.raw().without("name") : base.raw();
    }

    private Raw.Mapping decorated(DefinitionFile file, Raw.Mapping raw) throws Fault {
        Set<String> paths = new LinkedHashSet<>();
        of(file.type()).values().stream()
                .filter(other -> other.module().equals(file.module()))
                .forEach(other -> paths.add(other.path()));
        return decorations.decorate(file, raw, paths::contains);
    }

    /** Takes out what is tagged {@code !metadata} and reports a deprecation it tells. */
    private Raw.Mapping withoutMetadata(Raw.Mapping raw) {
        Raw.Mapping result = raw;
        for (Map.Entry<String, Raw> entry : raw.entries().entrySet()) {
            if (entry.getValue().tag().equals(METADATA)) {
                result = result.without(entry.getKey());
                if (entry.getValue() instanceof Raw.Mapping metadata) {
                    Raw.Mapping given = metadata.mapping("deprecated");
                    Raw.Mapping deprecated = given.entries().isEmpty() ? metadata : given;
                    report.add(
                            Severity.DEPRECATED,
                            entry.getValue().spot(),
                            "/",
                            "deprecated",
                            deprecated.text("since"),
                            deprecated.text("description"));
                }
            }
        }
        return result;
    }
}
