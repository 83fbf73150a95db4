package org.bocage.cms.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

@Tag("fast")
class ErasedFromIndexTests {

    private static final Workspace ACTUS = new Workspace("actus");
    private static final String PLANTED = "zorgluqvexim";

    @TempDir
    Path home;

    @Test
    void what_was_erased_is_in_no_file_of_the_index_once_it_is_asked_for() throws Exception {
        try (WritableStore author = PreparedStores.open("author", home.resolve("author"));
                Store published = PreparedStores.open("published", home.resolve("published"));
                ContentIndex ofAuthor = new ContentIndex(author, home.resolve("index/author"));
                ContentIndex ofPublished = new ContentIndex(published, home.resolve("index/published"))) {
            author.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, ACTUS));
            for (int number = 0; number < 50; number++) {
                String name = number == 25 ? PLANTED : "actu-" + number;
                author.update(
                        Identity.SYSTEM,
                        session -> ACTUS.root(session)
                                .addNode(name, "mgnl:content")
                                .setProperty("titre", "Un titre " + name));
            }
            ofAuthor.persist();
            author.update(
                    Identity.SYSTEM,
                    session -> ACTUS.root(session).getNode(PLANTED).remove());
            ofAuthor.persist();
            assertThat(holding()).isPositive();

            new ContentIndexes(ofAuthor, ofPublished).dropErased();

            assertThat(holding()).isZero();
            assertThat(ofAuthor.size()).isEqualTo(49);
        }
    }

    @Test
    void what_was_erased_is_asked_for_again_when_an_index_cannot_be_built_anew() throws Exception {
        try (WritableStore author = PreparedStores.open("author", home.resolve("author"));
                Store published = PreparedStores.open("published", home.resolve("published"));
                ContentIndex ofAuthor = new ContentIndex(author, home.resolve("index/author"));
                ContentIndex ofPublished = new ContentIndex(published, home.resolve("index/published"))) {
            FileSystemUtils.deleteRecursively(home.resolve("index/author"));
            Files.writeString(home.resolve("index/author"), "a file where the folder was");

            assertThatIOException().isThrownBy(new ContentIndexes(ofAuthor, ofPublished)::dropErased);
        }
    }

    private long holding() throws IOException {
        long holding = 0;
        try (Stream<Path> all = Files.walk(home.resolve("index"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                holding += Files.readString(file, StandardCharsets.ISO_8859_1).contains(PLANTED) ? 1 : 0;
            }
        }
        return holding;
    }
}
