package org.bocage.cms.definition.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.definition.files.Problem;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.Resources;

/** Changes that light modules lay over the definitions and the configuration of others (spec 2.4). */
public final class Decorations {

    private static final Pattern FILE = Pattern.compile(
            "/([A-Za-z0-9_-]+)/decorations/([A-Za-z0-9_-]+)/((?:[A-Za-z0-9_.-]+/)*[A-Za-z0-9_.-]+)\\.yaml");
    private static final String CONFIG = "config";

    private final List<Decoration> decorations = new ArrayList<>();
    private final Inclusions inclusions;
    private final Report report;

    /** A decorating file; {@code path} is relative to the folder of its target. */
    private record Decoration(String module, String target, String path, Resource resource) {}

    public Decorations(Resources resources, Modules modules, Inclusions inclusions, Report report) {
        this.inclusions = inclusions;
        this.report = report;
        for (Resource resource : resources.matching(FILE)) {
            Matcher matcher = FILE.matcher(resource.path());
            if (matcher.matches()) {
                decorations.add(new Decoration(matcher.group(1), matcher.group(2), matcher.group(3), resource));
            }
        }
        List<String> order = modules.ordered();
        decorations.sort(Comparator.<Decoration>comparingInt(one -> order.indexOf(one.module()))
                .thenComparingInt(one -> one.path().length())
                .thenComparing(Decoration::path));
    }

    /**
     * The definition with every decoration of it; {@code isDefinition} tells which paths of its type exist.
     *
     * @throws Fault when one of them is broken that might restrict who reads what
     */
    Raw.Mapping decorate(DefinitionFile file, Raw.Mapping raw, Predicate<String> isDefinition) throws Fault {
        String folder = file.type().folder() + "/";
        Raw.Mapping result = raw;
        for (Decoration decoration : decorations) {
            if (decoration.target().equals(file.module()) && decoration.path().startsWith(folder)) {
                String path = decoration.path().substring(folder.length());
                if (decorated(path, isDefinition).equals(Optional.of(file.path()))) {
                    String dottedPath = path.substring(file.path().length());
                    result = file.type().restricts()
                            ? laid(decoration, dottedPath, result)
                            : apply(decoration, dottedPath, result);
                }
            }
        }
        return result;
    }

    /** The configuration given to a module, over {@code base}. */
    public Raw.Mapping config(String module, Raw.Mapping base) {
        Raw.Mapping result = base;
        for (Decoration decoration : decorations) {
            String path = decoration.path();
            if (decoration.target().equals(module) && (path.equals(CONFIG) || path.startsWith(CONFIG + "."))) {
                result = apply(decoration, path.substring(CONFIG.length()), result);
            }
        }
        return result;
    }

    /** Modules whose configuration is decorated. */
    public Set<String> configuredModules() {
        Set<String> modules = new TreeSet<>();
        for (Decoration decoration : decorations) {
            if (decoration.path().equals(CONFIG) || decoration.path().startsWith(CONFIG + ".")) {
                modules.add(decoration.target());
            }
        }
        return modules;
    }

    /** The definition a path decorates: itself, or what is before one of its dots, the longest. */
    private static Optional<String> decorated(String path, Predicate<String> isDefinition) {
        String candidate = path;
        while (!isDefinition.test(candidate)) {
            int dot = candidate.lastIndexOf('.');
            if (dot <= candidate.lastIndexOf('/')) {
                return Optional.empty();
            }
            candidate = candidate.substring(0, dot);
        }
        return Optional.of(candidate);
    }

    private Raw.Mapping apply(Decoration decoration, String dottedPath, Raw.Mapping raw) {
        try {
            return laid(decoration, dottedPath, raw);
        } catch (Fault fault) {
            Problem problem = fault.problem();
            report.add(
                    Severity.MAJOR,
                    new Raw.Spot(problem.file(), problem.line()),
                    problem.location(),
                    "decoration.broken",
                    problem.sentence());
            return raw;
        }
    }

    private Raw.Mapping laid(Decoration decoration, String dottedPath, Raw.Mapping raw) throws Fault {
        Raw.Spot spot = new Raw.Spot(decoration.resource().path(), 0);
        Raw content = inclusions.read(decoration.resource());
        if (content.size() == 1) {
            throw Fault.severe(spot, "decoration.empty");
        }
        Raw overlay = dottedPath.isEmpty() ? content : under(dottedPath.substring(1), content);
        Raw merged = Overlay.merge(raw, overlay);
        RawReader.refuseTooLarge(merged, spot);
        if (merged instanceof Raw.Mapping mapping) {
            return mapping;
        }
        throw Fault.severe(spot, "root");
    }

    private static Raw under(String dottedPath, Raw content) {
        Raw result = content;
        String rest = dottedPath;
        while (!rest.isEmpty()) {
            int dot = rest.lastIndexOf('.');
            Map<String, Raw> entry = new LinkedHashMap<>();
            entry.put(rest.substring(dot + 1), result);
            result = Raw.Mapping.of(entry, "", content.spot());
            rest = rest.substring(0, Math.max(dot, 0));
        }
        return result;
    }
}
