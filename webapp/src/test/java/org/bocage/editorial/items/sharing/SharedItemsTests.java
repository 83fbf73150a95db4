package org.bocage.editorial.items.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bocage.editorial.items.sharing.SharedItem.Picture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class SharedItemsTests {

    @TempDir
    Path folder;

    private final AtomicLong time = new AtomicLong();
    private final SharedItems items = new SharedItems(time::get, Runnable::run);

    private SharedItem picture(String name, long size) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        return new SharedItem("", "", "", List.of(new Picture(file, name, "image/jpeg", size)));
    }

    @Test
    void what_was_shared_is_for_who_shared_it_for_an_hour_and_its_pictures_go_with_it() throws IOException {
        String token = items.keep(picture("une.jpg", 1), "yuna");

        assertThat(items.find(token, "noor")).isEmpty();
        assertThat(items.find(token, "yuna")).isPresent();

        time.addAndGet(Duration.ofMinutes(61).toNanos());

        assertThat(items.find(token, "yuna")).isEmpty();
        items.keep(picture("deux.jpg", 1), "yuna");
        assertThat(folder.resolve("une.jpg")).doesNotExist();
    }

    @Test
    void what_came_before_anybody_signed_in_is_for_who_opens_it_first() throws IOException {
        String token = items.keep(picture("une.jpg", 1), "");

        assertThat(items.find(token, "yuna")).isPresent();
        assertThat(items.find(token, "noor")).isEmpty();
        assertThat(items.find(token, "yuna")).isPresent();
        assertThat(folder.resolve("une.jpg")).exists();
    }

    @Test
    void strangers_who_send_without_end_take_up_a_bounded_place_and_drive_nothing_out_that_is_somebody_s()
            throws IOException {
        String mine = items.keep(picture("la-mienne.jpg", 10_000_000), "yuna");

        for (int i = 0; i < 60; i++) {
            items.keep(picture("n" + i + ".jpg", 10_000_000), "");
        }

        assertThat(items.find(mine, "yuna")).isPresent();
        try (var left = Files.list(folder)) {
            assertThat(left.count()).as("files that stay").isLessThanOrEqualTo(10);
        }
    }

    @Test
    void words_are_sorted_as_applications_send_them() {
        assertThat(SharedItem.of("", "Venez ! https://exemple.fr/a?b=1", "", List.of()))
                .isEqualTo(new SharedItem("Venez !", "", "https://exemple.fr/a?b=1", List.of()));
        assertThat(SharedItem.of("Une page\nà voir", "https://exemple.fr", "", List.of()))
                .isEqualTo(new SharedItem("Une page à voir", "", "https://exemple.fr", List.of()));
        assertThat(SharedItem.of("Titre", "Deux\nlignes, https://exemple.fr au milieu", "", List.of())
                        .text())
                .as("a link among words stays there")
                .isEqualTo("Deux\nlignes, https://exemple.fr au milieu");
        assertThat(SharedItem.of("Titre", "Titre", "javascript:alert(1)", List.of()))
                .isEqualTo(new SharedItem("Titre", "", "", List.of()));
        assertThat(SharedItem.of("x".repeat(500), "🌻".repeat(9_000), "", List.of()))
                .satisfies(item -> assertThat(item.title()).hasSize(120))
                .satisfies(
                        item -> assertThat(item.text()).hasSizeLessThan(4_100).doesNotContain("?"));
        assertThat(SharedItem.of(" ", "\n", "", List.of()).isEmpty()).isTrue();
    }
}
