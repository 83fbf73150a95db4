package org.bocage.cms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/magnolia.md} says what the code does. */
@Tag("fast")
class MagnoliaDocumentTests {

    private static final Path DOCUMENT = Path.of("docs/magnolia.md");
    private static final Path DEVIATIONS = Path.of("webapp/src/test/resources/magnolia/deviations.txt");
    private static final Pattern GENERATED = Pattern.compile("(?s)(<!-- generated: (\\w+) -->\n)(.*?)(<!-- end -->)");

    private final MagnoliaDocument document = new MagnoliaDocument();

    @Test
    void the_generated_parts_are_what_the_code_gives() throws IOException {
        String written = Files.readString(DOCUMENT);
        String updated = GENERATED
                .matcher(written)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) + "\n" + generated(part.group(2)) + "\n" + part.group(4)));
        if (Boolean.getBoolean("bocage.update-docs")) {
            Files.writeString(DOCUMENT, updated);
            return;
        }
        assertThat(written)
                .as("docs/magnolia.md is behind the code: run this test with -Dbocage.update-docs=true")
                .isEqualTo(updated);
        assertThat(GENERATED.matcher(written).results().map(part -> part.group(2)))
                .containsExactlyInAnyOrder(
                        "properties", "fields", "older", "messages", "functions", "lists", "deviations");
    }

    /** Properties that the document says have no effect are read by the definitions and asked for by nobody. */
    @Test
    void nothing_asks_for_a_property_that_the_document_says_is_without_effect() throws IOException {
        Pattern asked = Pattern.compile("[.](alignment|configJsFile|emptySelectionAllowed|filteringMode|chooserId"
                + "|verification|dateFormat|timeFormat|leftColumn|rightColumn|nodeNameProperty|horizontal"
                + "|maxUploadSize|allowedMimeTypePattern|binaryNodeName|wide|views|actionBar|generatorClass"
                + "|contentStructure|containerElements)\\(\\)");
        try (Stream<Path> sources = Files.walk(Path.of("webapp/src/main/java/org/bocage"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java"))
                            .filter(path -> !path.toString().contains("/cms/definition/"))
                            .filter(path ->
                                    asked.matcher(String.join("\n", read(path))).find()))
                    .isEmpty();
        }
    }

    private String generated(String name) {
        return switch (name) {
            case "properties" -> document.properties();
            case "fields" -> document.fields();
            case "older" -> document.olderFields();
            case "messages" -> document.messages();
            case "functions" -> DocumentedRequests.functions();
            case "lists" -> DocumentedRequests.lists();
            case "deviations" -> DocumentedRequests.deviations(read(DEVIATIONS).stream());
            default -> throw new IllegalArgumentException("nothing makes the part " + name);
        };
    }

    @Test
    void every_type_of_field_that_is_read_is_in_the_document() {
        assertThat(document.taken("fields")).isEqualTo(lower(document.named("fields", "fieldSynonyms")));
        assertThat(document.taken("olderFields")).isEqualTo(lower(document.named("olderFields")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"templates", "restEndpoints"})
    void every_type_of_template_and_endpoint_that_is_read_is_in_the_document(String group) {
        Set<String> named = document.named(group.equals("templates") ? "templateTypes" : "restTypes");
        assertThat(document.taken(group)).isEqualTo(lower(named));
        named.stream()
                .filter(type -> !type.isEmpty())
                .forEach(type -> assertThat(read(DOCUMENT)).anyMatch(line -> line.contains("`" + type + "`")));
    }

    @Test
    void every_deviation_is_told_and_nothing_else_is() throws IOException {
        Pattern deviation = Pattern.compile("(?m)^([a-z-]+/[^#]*?) {2}");
        Pattern told = Pattern.compile("(?m)^- `([a-z-]+/[^`]*)`: ");
        assertThat(told.matcher(Files.readString(DOCUMENT)).results().map(one -> one.group(1)))
                .containsExactlyElementsOf(deviation
                        .matcher(Files.readString(DEVIATIONS))
                        .results()
                        .map(one -> one.group(1))
                        .toList());
    }

    private static Set<String> lower(Collection<String> words) {
        Set<String> lower = new TreeSet<>();
        words.stream().filter(word -> !word.isEmpty()).forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
        return lower;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
