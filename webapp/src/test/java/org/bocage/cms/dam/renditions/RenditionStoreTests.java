package org.bocage.cms.dam.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bocage.cms.dam.decoding.PictureFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class RenditionStoreTests {

    private static final String HASH = "3f786850e387550fdab836ed7e6dc881de23001b";
    private static final String OTHER = "89e6c98d92887913cadf06b2adb97f26cde4849b";

    @TempDir
    Path folder;

    @Test
    void nothing_of_a_picture_that_is_forgotten_stays_and_another_does() throws IOException {
        RenditionStore store = new RenditionStore(folder);
        store.keep(HASH, "carte", PictureFormat.PNG, new byte[50]);
        Path kept = store.keep(OTHER, "carte", PictureFormat.PNG, new byte[50]).file();

        store.forget(HASH);
        store.forget(HASH);

        assertThat(files()).containsExactly(kept);
    }

    @Test
    void nothing_stays_of_all_pictures_nor_of_what_a_stop_kept_from_being_deleted() throws IOException {
        RenditionStore store = new RenditionStore(folder);
        store.keep(HASH, "carte", PictureFormat.PNG, new byte[50]);
        Files.createDirectories(folder.resolve("deleted/1/renditions"));
        Files.write(folder.resolve("deleted/1/renditions/carte.png"), new byte[50]);

        store.forgetAll();

        assertThat(files()).isEmpty();
        store.keep(HASH, "carte", PictureFormat.PNG, new byte[50]);
        assertThat(files()).hasSize(1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
