package org.bocage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stranger finds things by their names: one type a name, and comments that say first what a thing is or does. */
@Tag("fast")
class NamesTests {

    private static final Path SOURCE = Path.of("webapp/src");
    private static final Path MAIN = SOURCE.resolve("main/java");
    private static final Path GLOSSARY = Path.of("docs/glossary.md");
    private static final Pattern FIRST_WORDS = Pattern.compile("/\\*\\*\\s*(?:\\*\\s*)?([\\w']+(?: \\w+)?)");
    private static final Pattern NOT_FIRST = Pattern.compile("(?:What|Who|Whom|Whose|Those|The ones?)\\b.*");
    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)(?:\\.\\w+)?`");

    @Test
    void no_two_types_have_one_simple_name() throws IOException {
        Map<String, List<Path>> places = sources(SOURCE).stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(NamesTests::simpleName, TreeMap::new, Collectors.toList()));
        places.values().removeIf(some -> some.size() == 1);

        assertThat(places).isEmpty();
    }

    @Test
    void no_comment_begins_with_what_who_those_or_the_one() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources(MAIN)) {
            if (file.endsWith("package-info.java")) {
                continue; // the question that the package answers
            }
            Matcher comment = FIRST_WORDS.matcher(Files.readString(file));
            while (comment.find()) {
                if (NOT_FIRST.matcher(comment.group(1)).matches()) {
                    found.add(file.getFileName() + ": " + comment.group(1));
                }
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void the_types_that_the_glossary_names_are_there() throws IOException {
        List<String> types = sources(MAIN).stream().map(NamesTests::simpleName).toList();
        List<String> named = TYPE.matcher(Files.readString(GLOSSARY))
                .results()
                .map(result -> result.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(types);
    }

    private static String simpleName(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
