package org.bocage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/extending.md} names every extension point of the lower rings, each with an example that is one. */
@Tag("fast")
class ExtensionPointsTests {

    private static final Path SOURCE = Path.of("webapp/src/main/java/org/bocage");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)`(?: \\(record\\))? \\| [^|]+ \\| `([\\w.]+)` \\|$");
    private static final Pattern IMPLEMENTS =
            Pattern.compile("\\b(?:class|record|enum)\\s+\\w+[^{;]*?\\bimplements\\s+([^{]+)\\{");
    private static final Pattern BEAN = Pattern.compile("@Bean\\s+static (\\w+) \\w+\\(\\)");
    private static final List<String> RINGS = List.of("cms", "editorial", "portal");

    /** Types that are handed over by whoever calls, and no beans. */
    private static final Set<String> HANDED_OVER = Set.of("ProjectionRunner", "OutgoingHttp", "PictureShelf", "Found");

    private record Source(int ring, String name, String text) {}

    @Test
    void every_hook_that_a_higher_ring_fills_is_in_the_document() throws IOException {
        Map<String, Source> sources = sources();
        Set<String> filled = new TreeSet<>();
        for (Source source : sources.values()) {
            Stream.concat(
                            IMPLEMENTS.matcher(source.text()).results().flatMap(found -> names(found.group(1))),
                            BEAN.matcher(source.text()).results().map(found -> found.group(1)))
                    .filter(name ->
                            sources.containsKey(name) && sources.get(name).ring() < source.ring())
                    .filter(name -> !HANDED_OVER.contains(name))
                    .forEach(filled::add);
        }
        assertThat(documented().keySet()).containsExactlyInAnyOrderElementsOf(filled);
    }

    @Test
    void every_example_of_the_document_is_one() throws IOException {
        for (Map.Entry<String, String> row : documented().entrySet()) {
            Path example = SOURCE.resolve(row.getValue().replace('.', '/') + ".java");
            assertThat(example).exists();
            String text = Files.readString(example);
            assertThat(text)
                    .as("%s in %s", row.getKey(), example)
                    .containsPattern("(implements [^{]*|static )\\b" + row.getKey() + "\\b");
        }
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new HashMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/extending.md")));
        while (row.find()) {
            rows.put(row.group(1), row.group(2));
        }
        return rows;
    }

    private static Stream<String> names(String list) {
        return Pattern.compile("\\b[A-Z]\\w+")
                .matcher(list.replaceAll("<[^>]*>", ""))
                .results()
                .map(found -> found.group());
    }

    /** Types of the three rings by simple name, their comments left out. */
    private static Map<String, Source> sources() throws IOException {
        Map<String, Source> sources = new HashMap<>();
        for (String ring : RINGS) {
            try (Stream<Path> files = Files.walk(SOURCE.resolve(ring))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    String text = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
                    sources.put(name, new Source(RINGS.indexOf(ring), name, text));
                }
            }
        }
        return sources;
    }
}
