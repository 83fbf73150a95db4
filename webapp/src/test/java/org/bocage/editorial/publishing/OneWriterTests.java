package org.bocage.editorial.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The published store is written by one class, its contents by one other: nobody else has it as a {@code WritableStore}, and what
 * the compiler does not see is looked up in the source.
 */
@Tag("fast")
class OneWriterTests {

    private static final Path SOURCE = Path.of("webapp/src/main/java");
    private static final Pattern SYSTEM_SESSION =
            Pattern.compile("published\\(?\\)?\\s*\\.login\\(Identity\\.SYSTEM\\)");

    @Test
    void one_class_opens_a_session_of_the_published_store_that_may_write() throws IOException {
        assertThat(containing(SYSTEM_SESSION)).containsExactly("PublishedWriter.java");
    }

    @Test
    void nobody_makes_a_store_writable_again() throws IOException {
        assertThat(containing(Pattern.compile("\\(WritableStore\\)|instanceof WritableStore")))
                .isEmpty();
    }

    @Test
    void contents_are_written_by_the_projection_and_structure_by_who_owns_it() throws IOException {
        assertThat(containing(Pattern.compile("new PublishedWriter\\(")))
                .containsExactlyInAnyOrder(
                        // contents
                        "PublishedProjection.java",
                        // node types and workspaces
                        "ContentTypeNodes.java",
                        "ImportRun.java",
                        // roles and their access control
                        "Roles.java",
                        "WorkspaceBypass.java",
                        // which rules of visibility were carried out
                        "VisibilityStore.java",
                        // when settings that pages tell changed last
                        "KeptSettings.java");
    }

    private static Set<String> containing(Pattern... patterns) throws IOException {
        Set<String> names = new TreeSet<>();
        try (var files = Files.walk(SOURCE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (List.of(patterns).stream()
                        .anyMatch(pattern -> pattern.matcher(text).find())) {
                    names.add(String.valueOf(file.getFileName()));
                }
            }
        }
        return names;
    }
}
