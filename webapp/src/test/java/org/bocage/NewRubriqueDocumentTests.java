package org.bocage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/new-rubrique.md is exact: it shows each file of the rubrique that the tests add to a portal. */
@Tag("fast")
class NewRubriqueDocumentTests {

    private static final Path RUBRIQUE = Path.of("webapp/src/test/resources/rubrique");
    private static final Path DOCUMENT = Path.of("docs/new-rubrique.md");
    private static final Pattern SHOWN =
            Pattern.compile("(<!-- file: (\\S+) -->\n```[a-z]+\n)(.*?)(```\n)", Pattern.DOTALL);

    @Test
    void the_document_shows_the_files_as_they_are() throws IOException {
        Map<String, String> files = files();
        String document = Files.readString(DOCUMENT);

        assertThat(SHOWN.matcher(document).results().map(match -> match.group(2)))
                .as("files shown, with -Dbocage.update-docs=true as they are")
                .containsExactlyInAnyOrderElementsOf(files.keySet());
        String current = SHOWN.matcher(document).replaceAll(match -> shown(match, files));
        if (Boolean.getBoolean("bocage.update-docs")) {
            Files.writeString(DOCUMENT, current);
        } else {
            assertThat(document).isEqualTo(current);
        }
    }

    private static String shown(MatchResult match, Map<String, String> files) {
        return Matcher.quoteReplacement(match.group(1) + files.get(match.group(2)) + match.group(4));
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(RUBRIQUE)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(RUBRIQUE.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
