package org.bocage.cms.definition;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.files.Resources;
import org.bocage.cms.definition.files.SourceFile;
import org.bocage.cms.definition.form.AppDefinition;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.Withheld;
import org.bocage.cms.definition.yaml.DefinitionFile;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.RawDefinitions;
import org.bocage.cms.definition.yaml.Report;

/**
 * The types and apps that were in force before a reading. They stay so while a file of theirs is broken or gone: a definition that
 * is missing restricts nothing.
 */
final class LastGood {

    private final Collection<ContentType> types;
    private final Collection<AppDefinition> apps;
    private final RawDefinitions raw;
    private final Resources resources;
    private final Report report;
    private final Set<String> kept = new LinkedHashSet<>();

    LastGood(
            Collection<ContentType> types,
            Collection<AppDefinition> apps,
            RawDefinitions raw,
            Resources resources,
            Report report) {
        this.types = types;
        this.apps = apps;
        this.raw = raw;
        this.resources = resources;
        this.report = report;
    }

    /** Names of the types before. */
    List<String> names() {
        return types.stream().map(ContentType::name).toList();
    }

    /**
     * Puts back the types that cannot do without their former definition.
     *
     * @param read the types of this reading, by name, to which they are added
     * @param withheld receives the kinds of those whose files are gone
     */
    void keepTypes(Map<String, ContentType> read, Set<Withheld.Kind> withheld) {
        for (ContentType before : types) {
            ContentType now = read.get(before.name());
            KnownType known = KnownType.of(before);
            if (now != null && known.isDefinedBy(now)) {
                keepClosed(before, known.openedBy(now), read);
            } else if (read.values().stream().noneMatch(known::isDefinedBy)) {
                keepType(before, read, withheld);
            }
        }
    }

    private void keepType(ContentType before, Map<String, ContentType> read, Set<Withheld.Kind> withheld) {
        put(before, read);
        boolean extended = before.extension().declared();
        if (!isThere(before.source())) {
            withheld.add(new Withheld.Kind(before.workspace(), before.nodeType()));
            told(Severity.SEVERE, before.source(), "type.gone", before.name());
        } else if (extended && !raw.exists(DefinitionFile.Type.EXTENSION, before.name())) {
            withheld.add(new Withheld.Kind(before.workspace(), before.nodeType()));
            told(Severity.SEVERE, before.source(), "extension.gone", before.name());
        } else {
            String file = raw.file(DefinitionFile.Type.EXTENSION, before.name())
                    .filter(report::isSevere)
                    .orElse(before.source().file());
            report.add(Severity.MAJOR, new Raw.Spot(file, 0), "/", "type.kept", before.name());
        }
    }

    /** Half a file may be in order: what it no longer restricts opens when it says so. */
    private void keepClosed(ContentType before, List<String> opened, Map<String, ContentType> read) {
        if (!opened.isEmpty()) {
            put(before, read);
            Raw.Spot spot = new Raw.Spot(
                    raw.file(DefinitionFile.Type.EXTENSION, before.name())
                            .orElse(before.source().file()),
                    0);
            report.add(Severity.MAJOR, spot, "/", "extension.opens", before.name(), String.join(", ", opened));
        }
    }

    private void put(ContentType before, Map<String, ContentType> read) {
        read.put(before.name(), before);
        kept.add(before.name());
    }

    /** Names of the types whose former definition is in force. */
    Set<String> kept() {
        return Set.copyOf(kept);
    }

    /** Puts back the apps whose files are there and broken. */
    void keepApps(Map<String, AppDefinition> read) {
        for (AppDefinition before : apps) {
            boolean replaced =
                    read.values().stream().anyMatch(app -> app.source().equals(before.source()));
            if (!replaced && isThere(before.source()) && read.putIfAbsent(before.name(), before) == null) {
                told(Severity.MAJOR, before.source(), "app.kept", before.name());
            }
        }
    }

    private boolean isThere(SourceFile source) {
        return resources.get(source.file()).isPresent();
    }

    private void told(Severity severity, SourceFile source, String key, String name) {
        report.add(severity, new Raw.Spot(source.file(), 0), "/", key, name);
    }
}
