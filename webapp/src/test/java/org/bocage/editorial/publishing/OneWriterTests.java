package org.bocage.editorial.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The published store is written through one door, contents by one class: looked up in the source, so that it stays so. */
class OneWriterTests {

    private static final Path SOURCE = Path.of("webapp/src/main/java");
    private static final Pattern WRITES =
            Pattern.compile("published\\(\\)\\s*\\.(<\\w+>)?(write|update|save|put)\\(|published\\.(update|save)\\(");
    /** A store taken from both may be the published one. */
    private static final Pattern WRITES_BOTH =
            Pattern.compile("List\\.of\\(\\s*stores\\.author\\(\\),\\s*stores\\.published\\(\\)\\)");

    private static final Pattern SYSTEM_SESSION =
            Pattern.compile("published\\(?\\)?\\s*\\.login\\(Identity\\.SYSTEM\\)");

    @Test
    void one_class_opens_the_published_store_for_writing() throws IOException {
        assertThat(containing(WRITES, SYSTEM_SESSION)).containsExactly("PublishedWriter.java");
    }

    @Test
    void who_goes_through_both_stores_copies_them_and_writes_neither() throws IOException {
        assertThat(containing(WRITES_BOTH))
                .isSubsetOf("Backups.java", "StoreMaintenance.java", "Compaction.java", "StoreConfiguration.java");
    }

    @Test
    void contents_are_written_by_the_projection_and_structure_by_who_owns_it() throws IOException {
        assertThat(containing(Pattern.compile("new PublishedWriter\\(")))
                .containsExactlyInAnyOrder(
                        // contents
                        "PublishedProjection.java",
                        // node types and workspaces
                        "ContentTypeNodes.java",
                        "Incoming.java",
                        // roles and their access control
                        "Roles.java",
                        "WorkspaceBypass.java",
                        // which rules of visibility were carried out
                        "VisibilityStore.java");
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
