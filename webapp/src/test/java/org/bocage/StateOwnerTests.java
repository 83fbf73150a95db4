package org.bocage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The state of an item has one owner, {@code ItemState}: nobody else knows how it is written, and few may move it. The source is
 * searched for what the compiler does not see.
 */
class StateOwnerTests {

    private static final Path SOURCE = Path.of("webapp/src/main/java/org/bocage");
    /** A comment, or a text, in which none begins. */
    private static final Pattern COMMENT =
            Pattern.compile("('(?:\\\\.|[^'\\\\\n])'|\"(?:\\\\.|[^\"\\\\\n])*\")|(?s:/\\*.*?\\*/)|//[^\n]*");

    private static final Pattern TEXT = Pattern.compile("'(?:\\\\.|[^'\\\\\n])'|\"((?:\\\\.|[^\"\\\\\n])*)\"");

    /** Its properties as words of a text: alone, in a path, in a line of YAML. */
    private static final Pattern PROPERTY = Pattern.compile("(?<![\\w.@-])(?:etat|surLeSite)(?![\\w.-])");

    private static final Pattern NAME = Pattern.compile("ItemState\\s*\\.\\s*(?:PROPERTY|ON_SITE)\\b");
    private static final Pattern BEGUN = Pattern.compile("ItemState\\s*(?:\\.|::)\\s*begin\\b");
    private static final Pattern MOVED = Pattern.compile("ItemState\\s*(?:\\.|::)\\s*move\\b");
    private static final Pattern ON_SITE = Pattern.compile("ItemState\\s*(?:\\.|::)\\s*onSite\\b");

    @Test
    void nobody_else_writes_the_names_of_its_properties() throws IOException {
        assertThat(found(StateOwnerTests::texts))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ItemState.java", 2L,
                        // header of a list that another program made
                        "AddressColumns.java", 1L,
                        // how far a letter is, which nobody reviews
                        "Letter.java", 1L,
                        // parameter of an address
                        "ListController.java", 1L,
                        "ArchiveController.java", 1L,
                        // headers of a table: keys of messages
                        "TableController.java", 1L,
                        "TableExport.java", 1L,
                        // JSON answer to a browser
                        "UploadController.java", 1L));
    }

    @Test
    void its_properties_are_named_among_others_and_never_written_so() throws IOException {
        assertThat(found(times(NAME)))
                .containsOnlyKeys(
                        // fields that the host writes, and who reads them
                        "ExtensionReader.java",
                        "ItemForms.java",
                        "PublicFields.java",
                        "ReadableFields.java",
                        // lists and tables, with what an address asks for
                        "Columns.java",
                        "ContentQuery.java",
                        "ListController.java",
                        "TableExport.java",
                        // what changed from one revision to the next
                        "PageVersions.java");
        assertThat(found(times(Pattern.compile("setProperty\\(\\s*ItemState")))).isEmpty();
        assertThat(found(times(Pattern.compile("import static [\\w.]+\\.ItemState\\."))))
                .isEmpty();
    }

    @Test
    void the_review_moves_it() throws IOException {
        assertThat(found(times(MOVED))).containsOnlyKeys("Review.java");
    }

    @Test
    void what_was_not_written_here_begins_where_it_comes_in() throws IOException {
        assertThat(found(times(BEGUN)))
                .containsOnlyKeys(
                        // messages of the contact form
                        "Letters.java",
                        // pages that came from a Magnolia
                        "Pages.java");
    }

    @Test
    void who_decides_says_whether_it_is_on_the_site() throws IOException {
        assertThat(found(times(ON_SITE)))
                .containsOnlyKeys(
                        "Review.java",
                        // imports
                        "Bulk.java",
                        // pages that came from a Magnolia
                        "Pages.java");
    }

    /** How often a text of some code names a property of the state. */
    private static long texts(String code) {
        return TEXT.matcher(code)
                .results()
                .map(text -> Objects.requireNonNullElse(text.group(1), ""))
                .filter(text -> PROPERTY.matcher(text.replaceAll("\\\\.", " ")).find())
                .count();
    }

    private static ToLongFunction<String> times(Pattern pattern) {
        return code -> pattern.matcher(code).results().count();
    }

    /** How often something occurs in the code of each file, by the name of the file. */
    private static Map<String, Long> found(ToLongFunction<String> times) throws IOException {
        Map<String, Long> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                long count = times.applyAsLong(
                        COMMENT.matcher(Files.readString(file)).replaceAll("$1"));
                if (count > 0) {
                    found.put(file.getFileName().toString(), count);
                }
            }
        }
        return found;
    }
}
