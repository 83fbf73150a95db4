package org.bocage.cms.definition.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.Resources;

/** Replaces the inclusions in files by what they include (spec 2.1). */
public final class Inclusions {

    private static final String INCLUDE = "!include:";
    private static final String OLD_INCLUDE = "!include";
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9_/-]+\\.yaml");

    private static final int MAX_CHAIN = 32;

    private final Resources resources;
    private final RawReader reader;
    private final Report report;
    private final Map<String, Raw> resolved = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    public Inclusions(Resources resources, RawReader reader, Report report) {
        this.resources = resources;
        this.reader = reader;
        this.report = report;
    }

    /** The content of a file with its inclusions replaced. */
    public Raw read(Resource resource) throws Fault {
        Raw known = resolved.get(resource.path());
        if (known != null) {
            return known;
        }
        open.push(resource.path());
        try {
            Raw raw = resolve(reader.read(resource));
            resolved.put(resource.path(), raw);
            return raw;
        } finally {
            open.pop();
        }
    }

    private Raw resolve(Raw raw) throws Fault {
        Raw inner = resolveInside(raw.tag().startsWith(OLD_INCLUDE) ? raw.tagged("") : raw);
        Raw result = inner;
        if (raw.tag().equals(OLD_INCLUDE)) {
            report.add(Severity.DEPRECATED, raw.spot(), "/", "include.old");
            result = included(raw instanceof Raw.Scalar scalar ? scalar.text().strip() : "", raw.spot());
        } else if (raw.tag().startsWith(INCLUDE)) {
            result = overlaid(included(raw.tag().substring(INCLUDE.length()), raw.spot()), inner);
        } else if (raw.tag().equals(Overlay.OVERRIDE) && raw instanceof Raw.Scalar) {
            report.add(Severity.MINOR, raw.spot(), "/", "override.scalar");
        }
        RawReader.refuseTooLarge(result, raw.spot());
        return result;
    }

    private Raw overlaid(Raw base, Raw body) {
        if (body instanceof Raw.Scalar scalar) {
            if (scalar.value() != null) {
                report.add(Severity.MINOR, body.spot(), "/", "include.text");
            }
            return base;
        }
        return body.size() == 1 ? base : Overlay.merge(base, body);
    }

    private Raw included(String path, Raw.Spot spot) throws Fault {
        if (!PATH.matcher(path).matches()) {
            throw Fault.severe(spot, "include.path", path);
        }
        if (open.contains(path) || open.size() > MAX_CHAIN) {
            throw Fault.severe(spot, "include.cycle", path);
        }
        Optional<Resource> resource = resources.get(path);
        if (resource.isEmpty()) {
            report.add(Severity.MAJOR, spot, "/", "include.missing", path);
            throw Fault.severe(spot, "include.unusable", path);
        }
        return read(resource.get());
    }

    private Raw resolveInside(Raw raw) throws Fault {
        if (raw instanceof Raw.Mapping mapping) {
            Map<String, Raw> entries = new LinkedHashMap<>();
            for (Map.Entry<String, Raw> entry : mapping.entries().entrySet()) {
                entries.put(entry.getKey(), resolve(entry.getValue()));
            }
            return Raw.Mapping.of(entries, raw.tag(), raw.spot());
        }
        if (raw instanceof Raw.Sequence sequence) {
            List<Raw> items = new ArrayList<>();
            for (Raw item : sequence.items()) {
                items.add(resolve(item));
            }
            return Raw.Sequence.of(items, raw.tag(), raw.spot());
        }
        return raw;
    }
}
