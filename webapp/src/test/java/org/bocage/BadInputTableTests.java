package org.bocage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of {@code docs/bad-input.md} names a test that exists, and says what is answered and kept. */
@Tag("fast")
class BadInputTableTests {

    private static final Path TABLE = Path.of("docs/bad-input.md");

    /** Cells of a row: case, test, status, sentence, what is kept. */
    record Row(List<String> cells) {
        @Override
        public String toString() {
            return String.join(" | ", cells);
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Cas |"))
                .map(line -> line.substring(1, line.lastIndexOf('|')))
                .map(line -> new Row(
                        Stream.of(line.split("\\|", -1)).map(String::strip).toList()));
    }

    @Test
    void the_table_has_its_rows() throws IOException {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(18);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_names_a_test_that_exists_and_says_what_is_answered(Row row) throws Exception {
        assertThat(row.cells()).as("case, test, status, sentence, kept").hasSize(5);
        assertThat(row.cells()).as("no cell is empty").noneMatch(String::isBlank);
        assertThat(row.cells().get(1)).matches("`\\w+#\\w+`");
        String[] names = row.cells().get(1).replace("`", "").split("#");
        assertThat(tests(names[0], names[1])).as(row.cells().get(1)).isTrue();
        assertThat(row.cells().get(2)).as("status").matches("([13]|[2-5][0-9]{2})( .*)?");
    }

    private static boolean tests(String name, String method) throws Exception {
        Optional<Class<?>> found = classNamed(name);
        return found.isPresent()
                && Arrays.stream(found.get().getDeclaredMethods())
                        .filter(one -> one.getName().equals(method))
                        .anyMatch(BadInputTableTests::isTest);
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    private static Optional<Class<?>> classNamed(String name)
            throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(BadInputTableTests.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            Optional<Path> file =
                    files.filter(one -> one.endsWith(name + ".class")).findFirst();
            if (file.isEmpty()) {
                return Optional.empty();
            }
            String relative = classes.relativize(file.get()).toString();
            return Optional.of(Class.forName(
                    relative.substring(0, relative.length() - ".class".length()).replace('/', '.'),
                    false,
                    BadInputTableTests.class.getClassLoader()));
        }
    }
}
