package org.bocage.cms.repository.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start after a kill is killed in its turn: nothing that was saved is lost. */
@Tag("fast")
class InterruptedRecoveryTests {

    private static final Workspace NOTES = new Workspace("notes");
    private static final int SAVES = 40;
    private static final int TAR_BLOCK = 512;

    @TempDir
    Path home;

    private Path killed;

    /** What a killed process leaves: files that nobody closed. */
    @BeforeEach
    void kill() throws IOException {
        killed = Files.createDirectory(home.resolve("killed"));
        Path folder = home.resolve("living");
        try (WritableStore store = SegmentStores.open("author", folder)) {
            store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
            for (int number = 0; number < SAVES; number++) {
                String name = "note-" + number;
                store.update(Identity.SYSTEM, session -> NOTES.root(session).addNode(name, "mgnl:content"));
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.copy(file, killed.resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void all_is_there_when_the_file_was_half_written() throws IOException {
        Path file = killed.resolve("data00000a.tar");
        byte[] all = Files.readAllBytes(file);
        Files.move(file, killed.resolve("data00000a.tar.bak"));
        Files.write(file, Arrays.copyOf(all, firstEntries(all, 3)));

        assertThat(notes()).isEqualTo(SAVES);
    }

    @Test
    void all_is_there_when_the_file_was_not_yet_written() throws IOException {
        Files.move(killed.resolve("data00000a.tar"), killed.resolve("data00000a.tar.bak"));

        assertThat(notes()).isEqualTo(SAVES);
    }

    @Test
    void a_finished_recovery_is_left_alone() throws IOException {
        assertThat(notes()).isEqualTo(SAVES);
        byte[] recovered = Files.readAllBytes(killed.resolve("data00000a.tar"));
        assertThat(killed.resolve("data00000a.tar.bak")).exists();

        assertThat(notes()).isEqualTo(SAVES);

        assertThat(Files.readAllBytes(killed.resolve("data00000a.tar"))).isEqualTo(recovered);
    }

    private long notes() throws IOException {
        try (WritableStore store = SegmentStores.open("author", killed)) {
            return store.<List<String>>read(
                            Identity.SYSTEM,
                            session -> Stream.iterate(0, n -> n + 1)
                                    .limit(SAVES)
                                    .map(number -> "/notes/note-" + number)
                                    .filter(path -> exists(session, path))
                                    .toList())
                    .size();
        }
    }

    private static boolean exists(javax.jcr.Session session, String path) {
        try {
            return session.nodeExists(path);
        } catch (javax.jcr.RepositoryException e) {
            throw new RepositoryFailure(path, e);
        }
    }

    /** Where the first entries of a tar file end. */
    private static int firstEntries(byte[] tar, int entries) {
        int end = 0;
        for (int entry = 0; entry < entries; entry++) {
            int size = Integer.parseInt(new String(tar, end + 124, 11, java.nio.charset.StandardCharsets.US_ASCII), 8);
            end += TAR_BLOCK + (size + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK;
        }
        return end;
    }
}
