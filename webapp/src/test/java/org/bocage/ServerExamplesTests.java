package org.bocage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Settings of web servers in the documents, which are the files that the package has and {@code bin/release --check} tries. */
@Tag("fast")
class ServerExamplesTests {

    private static final Path EXAMPLES = Path.of("webapp/src/deb/examples");
    private static final List<Path> DOCUMENTS = List.of(Path.of("docs/operating.md"), Path.of("docs/hosting.md"));
    private static final Pattern EXAMPLE = Pattern.compile("(?s)<!-- (\\S+) -->\n```(\\w*)\n(.*?)```");

    @Test
    void the_documents_show_the_files_as_they_are() throws IOException {
        for (Path document : DOCUMENTS) {
            String written = Files.readString(document);
            String updated = EXAMPLE.matcher(written)
                    .replaceAll(example -> Matcher.quoteReplacement("<!-- " + example.group(1) + " -->\n```"
                            + example.group(2) + "\n" + file(example.group(1)) + "```"));
            if (Boolean.getBoolean("bocage.update-docs")) {
                Files.writeString(document, updated);
                continue;
            }
            assertThat(written)
                    .as("%s is behind the examples: run this test with -Dbocage.update-docs=true", document)
                    .isEqualTo(updated);
        }
    }

    @Test
    void each_file_is_named_in_a_document() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path document : DOCUMENTS) {
            all.append(Files.readString(document));
        }
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .isNotEmpty()
                    .allMatch(name -> all.indexOf(name) >= 0);
        }
    }

    private static String file(String name) {
        try {
            return Files.readString(EXAMPLES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
