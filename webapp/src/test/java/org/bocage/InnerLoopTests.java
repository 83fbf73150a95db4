package org.bocage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of the inner loop, {@code mvn -Pfast test}: a class of the tag « fast » is answered while one waits. */
@Tag("fast")
class InnerLoopTests {

    private static final Path TESTS = Path.of("webapp/src/test/java");
    private static final Pattern TAGGED = Pattern.compile("^@Tag\\(\"fast\"\\)$", Pattern.MULTILINE);
    private static final Pattern SLOW = Pattern.compile("\\bChromium\\.open|\\bDemoHome\\b");

    @Test
    void no_test_of_the_inner_loop_starts_the_demo_or_a_browser() throws IOException {
        List<Path> fast = sources(TAGGED);
        assertThat(fast).hasSizeGreaterThan(60);
        assertThat(fast).doesNotContainAnyElementsOf(sources(SLOW));
    }

    private static List<Path> sources(Pattern holding) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("InnerLoopTests.java"))
                    .filter(file -> holding.matcher(read(file)).find())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
