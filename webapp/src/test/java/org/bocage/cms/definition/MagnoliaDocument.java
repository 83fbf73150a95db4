package org.bocage.cms.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.SourceFile;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.reading.AppReader;
import org.bocage.cms.definition.reading.Bean;
import org.bocage.cms.definition.reading.ContentTypeReader;
import org.bocage.cms.definition.reading.DialogReader;
import org.bocage.cms.definition.reading.FieldReader;
import org.bocage.cms.definition.reading.FiveUiFields;
import org.bocage.cms.definition.reading.FormReader;
import org.bocage.cms.definition.reading.Keys;
import org.bocage.cms.definition.reading.RestEndpointReader;
import org.bocage.cms.definition.reading.SiteReader;
import org.bocage.cms.definition.reading.TemplateReader;
import org.bocage.cms.definition.reading.ThemeReader;
import org.bocage.cms.definition.reading.VirtualUriReader;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.definition.yaml.DefinitionFile;
import org.bocage.cms.definition.yaml.Fault;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.RawDefinitions;
import org.bocage.cms.definition.yaml.Report;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The parts of {@code docs/magnolia.md} that are made by giving samples to the readers of definitions. */
final class MagnoliaDocument {

    private static final Path SOURCES = Path.of("webapp/src/main/java/org/bocage/cms/definition");
    private static final Path SAMPLES = Path.of("webapp/src/test/resources/magnolia/properties.yaml");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\n]*)\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z@][A-Za-z0-9_]*");
    private static final Raw.Spot SPOT = new Raw.Spot("/m/x.yaml", 0);
    private static final Keys.Scope SCOPE = new Keys.Scope("m.pages.home", "", List.of());

    private final FormReader forms = new FormReader();
    private final FieldReader fields = new FieldReader(forms);
    private final Map<?, ?> samples;
    private final Set<String> words;

    MagnoliaDocument() {
        try {
            samples = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(SAMPLES));
            words = words();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words that stand in texts of the readers' sources: every property they know is one of them. */
    private static Set<String> words() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.find(SOURCES, 2, (file, attributes) -> attributes.isRegularFile())) {
            for (Path file : files.toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .flatMap(literal -> Stream.of(literal.group(1).split("[, ]+")))
                        .filter(word -> WORD.matcher(word).matches())
                        .forEach(words::add);
            }
        }
        return words;
    }

    /** What is read of each kind of definition. */
    String properties() {
        StringBuilder table = new StringBuilder("| Definition | Read | Accepted besides |\n|---|---|---|\n");
        for (String group : List.of(
                "templates",
                "dialogs",
                "fieldParts",
                "validators",
                "apps",
                "contentTypes",
                "restEndpoints",
                "virtualUris",
                "themes",
                "sites")) {
            for (ReadProperties.Row row : rows(group)) {
                table.append("| %s | %s | %s |\n".formatted(row.kind(), code(row.read()), code(row.accepted())));
            }
        }
        return table.toString();
    }

    /** The fields, each with what it has beside what all have, and where its value lies. */
    String fields() {
        List<ReadProperties.Row> rows = rows("fields");
        Set<String> read = new TreeSet<>(rows.get(0).read());
        Set<String> accepted = new TreeSet<>(rows.get(0).accepted());
        rows.forEach(row -> {
            read.retainAll(row.read());
            accepted.retainAll(row.accepted());
        });
        StringBuilder table = new StringBuilder("Read of every field: " + code(read) + ".\n\n")
                .append("Accepted besides on every field: " + code(accepted) + ".\n\n")
                .append("| `$type` | Read of it | Accepted besides | Value |\n|---|---|---|---|\n");
        for (ReadProperties.Row row : rows) {
            row.read().removeAll(read);
            row.accepted().removeAll(accepted);
            String storage = field(mapping(Map.of("$type", row.kind())), new Report())
                    .storage()
                    .name();
            table.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            row.kind(),
                            code(row.read()),
                            code(row.accepted()),
                            storage.toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        return table.toString();
    }

    /** Fields of the older framework with those they become. */
    String olderFields() {
        StringBuilder table = new StringBuilder("| `fieldType`, or its class | Read as |\n|---|---|\n");
        for (String older : named("olderFields")) {
            table.append("| `%s` | `%s` |\n".formatted(older, newer(older)));
        }
        return table.toString();
    }

    /** The keys of texts that a definition does not give. */
    String messages() {
        Keys.Scope scope = SCOPE;
        return "| Text | Keys, the first found wins |\n|---|---|\n"
                + line("title of the template `m:pages/home`", Keys.template("", "m:pages/home", ""))
                + line("its description", Keys.template("", "m:pages/home", ".description"))
                + line("title of the area `main`", Keys.area("", "main", ""))
                + line("label of the field `title` of the dialog `m:pages/home`", scope.of("", "title", "label"))
                + line("its description", scope.of("", "title", "description"))
                + line(
                        "label of `street` in the composite field `address`",
                        scope.in("address").of("", "street", "label"));
    }

    private static String line(String text, Label label) {
        return "| %s | %s |\n".formatted(text, code(label.keys()));
    }

    static String code(Collection<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private List<ReadProperties.Row> rows(String group) {
        ReadProperties properties = new ReadProperties(words);
        for (Object sample : samples(group)) {
            read(group, properties.noting((Map<?, ?>) sample), properties.report());
        }
        return properties.rows();
    }

    private List<?> samples(String group) {
        return samples.get(group) instanceof List<?> list ? list : List.of();
    }

    private void read(String group, Raw.Mapping raw, Report report) {
        try {
            switch (group) {
                case "templates" -> new TemplateReader(report).read("m:x", "x", raw, new SourceFile("m", SPOT.file()));
                case "dialogs" -> DialogReader.read(resolved(DefinitionFile.Type.DIALOG, raw), forms, report);
                case "fields", "fieldParts" -> field(raw, report);
                case "olderFields" -> field(FiveUiFields.translate(raw), report);
                case "validators" -> field(mapping(Map.of("validators", List.of(raw))), report);
                case "apps" -> new AppReader(forms, report).read(resolved(DefinitionFile.Type.APP, raw));
                case "contentTypes" ->
                    ContentTypeReader.read(
                            resolved(DefinitionFile.Type.CONTENT_TYPE, raw),
                            ContentTypeExtension.NONE,
                            Set.of("x"),
                            report);
                case "restEndpoints" ->
                    RestEndpointReader.read(resolved(DefinitionFile.Type.REST_ENDPOINT, raw), Set.of(), report);
                case "virtualUris" -> VirtualUriReader.read(resolved(DefinitionFile.Type.VIRTUAL_URI, raw), report);
                case "themes" -> ThemeReader.read("x", raw, new SourceFile("m", SPOT.file()), report);
                case "sites" -> SiteReader.read(raw, report);
                default -> throw new IllegalArgumentException(group);
            }
        } catch (Fault fault) {
            report.severe(fault);
        }
    }

    private FieldDefinition field(Raw.Mapping raw, Report report) {
        return fields.read(new Bean(raw, "x", report), "x", SCOPE);
    }

    private static RawDefinitions.Resolved resolved(DefinitionFile.Type type, Raw.Mapping raw) {
        return new RawDefinitions.Resolved(new DefinitionFile(type, "m", "x", new Sample()), "m:x", raw);
    }

    private static Raw.Mapping mapping(Map<String, Object> plain) {
        return (Raw.Mapping) Raw.of(plain, SPOT);
    }

    private String newer(String older) {
        return FiveUiFields.translate(mapping(Map.of("fieldType", older))).text("$type");
    }

    /** The types that a reader takes without a word of complaint, in lower case. */
    Set<String> taken(String group) {
        return words.stream()
                .filter(word -> isTaken(group, word))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isTaken(String group, String word) {
        if (group.equals("olderFields")) {
            return !newer(word).equals(word);
        }
        Report report = new Report();
        if (new Bean(mapping(Map.of("$type", word)), "x", report).kind().isEmpty()) {
            return false;
        }
        read(group, mapping(Map.of("$type", word)), report);
        return report.worstFirst().stream().allMatch(problem -> problem.severity() == Severity.MINOR);
    }

    /** The types that lists of samples name. */
    Set<String> named(String... lists) {
        Set<String> named = new LinkedHashSet<>();
        for (Object sample :
                Stream.of(lists).flatMap(list -> samples(list).stream()).toList()) {
            named.add(sample instanceof Map<?, ?> map ? String.valueOf(map.get("$type")) : String.valueOf(sample));
        }
        return named;
    }

    /** A file that nobody opens. */
    private record Sample() implements Resource {

        @Override
        public String path() {
            return SPOT.file();
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public Instant lastModified() {
            return Instant.EPOCH;
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }

        @Override
        public String hash() {
            return "";
        }
    }
}
