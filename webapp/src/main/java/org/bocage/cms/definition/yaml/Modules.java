package org.bocage.cms.definition.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.Resources;

/** The light modules and their order: those without {@code module.yaml}, then each after what it depends on (spec 1.3). */
public final class Modules {

    private static final Pattern IN_MODULE = Pattern.compile("/[A-Za-z0-9_-]+/.+");
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)*([-.][A-Za-z0-9.-]+)?");

    /** Modules of Magnolia that light modules name and whose part this host plays itself. */
    private static final Set<String> PLAYED_BY_THE_HOST = Set.of(
            "core",
            "rendering",
            "templating",
            "magnolia-templating",
            "mte",
            "site",
            "imaging",
            "dam",
            "dam-core",
            "dam-jcr",
            "dam-app",
            "dam-app-core",
            "dam-templating",
            "content-types",
            "pages",
            "pages-app",
            "resources",
            "resources-templating",
            "rest-core",
            "rest-services",
            "rest-content-delivery",
            "rest-integration",
            "ui-framework",
            "ui-framework-core",
            "ui-framework-jcr",
            "ui-admincentral",
            "admincentral",
            "virtual-uri",
            "spa-rendering");

    private final Map<String, Descriptor> registered = new TreeMap<>();
    private final Set<String> ordered = new LinkedHashSet<>();
    private final Report report;

    private record Descriptor(String version, Map<String, Dependency> dependencies, Raw.Spot spot) {}

    private record Dependency(String version, boolean optional, Raw.Spot spot) {}

    public Modules(Resources resources, Inclusions inclusions, Report report) {
        this.report = report;
        Set<String> names = new LinkedHashSet<>();
        for (Resource resource : resources.matching(IN_MODULE)) {
            names.add(Report.module(resource.path()));
        }
        for (String name : names) {
            resources.get("/" + name + "/module.yaml").ifPresent(file -> register(name, file, inclusions));
        }
        names.stream().filter(name -> !registered.containsKey(name)).forEach(ordered::add);
        registered.keySet().forEach(name -> place(name, new LinkedHashSet<>()));
        registered.values().forEach(descriptor -> check(descriptor, names));
    }

    /** Names in order. */
    public List<String> ordered() {
        return new ArrayList<>(ordered);
    }

    /** Whether {@code module} declares that it needs {@code other}. */
    boolean dependsOn(String module, String other) {
        Descriptor descriptor = registered.get(module);
        return descriptor != null && descriptor.dependencies().containsKey(other);
    }

    private void register(String name, Resource file, Inclusions inclusions) {
        try {
            if (!(inclusions.read(file) instanceof Raw.Mapping mapping)) {
                throw Fault.severe(new Raw.Spot(file.path(), 1), "root");
            }
            registered.put(name, descriptor(mapping));
        } catch (Fault fault) {
            report.severe(fault);
        }
    }

    private Descriptor descriptor(Raw.Mapping mapping) {
        String version = mapping.text("version");
        if (!VERSION.matcher(version).matches()) {
            report.add(Severity.MINOR, mapping.spot(), "version", "module.version", version);
        }
        Map<String, Dependency> dependencies = new LinkedHashMap<>();
        if (Overlay.asMaps(mapping.mapping("dependencies")) instanceof Raw.Mapping declared) {
            declared.entries().forEach((name, raw) -> {
                Raw.Mapping body = raw instanceof Raw.Mapping given ? given : Raw.empty(raw.spot());
                dependencies.put(
                        name,
                        new Dependency(
                                body.text("version"), body.text("optional").equals("true"), raw.spot()));
            });
        }
        return new Descriptor(version, dependencies, mapping.spot());
    }

    private void place(String name, Set<String> open) {
        Descriptor descriptor = registered.get(name);
        if (descriptor == null || ordered.contains(name)) {
            return;
        }
        if (!open.add(name)) {
            report.add(Severity.MAJOR, descriptor.spot(), "dependencies", "module.cycle", String.join(", ", open));
            return;
        }
        descriptor.dependencies().keySet().forEach(dependency -> place(dependency, open));
        ordered.add(name);
    }

    private void check(Descriptor descriptor, Set<String> present) {
        descriptor.dependencies().forEach((name, dependency) -> {
            if (!present.contains(name)) {
                if (!dependency.optional() && !PLAYED_BY_THE_HOST.contains(name)) {
                    report.add(Severity.MINOR, dependency.spot(), "dependencies", "module.absent", name);
                }
                return;
            }
            Descriptor target = registered.get(name);
            String version = target == null ? "" : target.version();
            if (VERSION.matcher(version).matches() && !within(version, dependency.version())) {
                report.add(
                        Severity.MAJOR,
                        dependency.spot(),
                        "dependencies",
                        "module.range",
                        name,
                        version,
                        dependency.version());
            }
        });
    }

    /** Whether a version lies in a range such as {@code *}, {@code 1.2}, {@code 1.2/2.0} or {@code 1.2/*}. */
    public static boolean within(String version, String range) {
        String[] ends = range.split("/", 2);
        String low = ends[0].strip();
        String high = ends.length > 1 ? ends[1].strip() : low;
        return (isOpen(low) || compare(version, low) >= 0) && (isOpen(high) || compare(version, high) <= 0);
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("*");
    }

    private static int compare(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        int[] numbers = new int[4];
        String[] parts = version.replaceAll("-.*", "").split("\\.", -1);
        for (int i = 0; i < Math.min(parts.length, numbers.length); i++) {
            numbers[i] = parts[i].matches("[0-9]{1,9}") ? Integer.parseInt(parts[i]) : 0;
        }
        return numbers;
    }
}
