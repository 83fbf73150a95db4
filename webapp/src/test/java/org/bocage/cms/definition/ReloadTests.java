package org.bocage.cms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Definitions follow their files: all at once, and once for a group of changes. */
@Tag("fast")
class ReloadTests {

    private static final long SECOND = Duration.ofSeconds(1).toMillis();

    @TempDir
    private Path folder;

    private final BlockingQueue<Definitions> reloads = new LinkedBlockingQueue<>();
    private Path root;
    private LightModules modules;
    private DefinitionRegistry registry;

    @BeforeEach
    void follows_a_folder() throws IOException {
        root = Files.createDirectory(folder.resolve("light-modules"));
        modules = new LightModules(root).write("m/templates/pages/a.yaml", "title: avant\n");
        registry = DefinitionRegistry.watching(List.of(root));
        registry.onReload(reloads::add);
    }

    @AfterEach
    void stops() {
        registry.close();
    }

    @Test
    void a_change_is_live() throws InterruptedException {
        Definitions before = registry.current();
        modules.write("m/templates/pages/a.yaml", "title: après\n");
        Definitions after = nextReload();
        assertThat(after.template("m:pages/a").orElseThrow().property("title")).contains("après");
        assertThat(registry.current()).isSameAs(after);
        assertThat(before.template("m:pages/a").orElseThrow().property("title")).contains("avant");
    }

    @Test
    void a_new_module_is_followed_too() throws InterruptedException {
        modules.write("n/templates/pages/deep/b.yaml", "title: b\n");
        assertThat(nextReload().template("n:pages/deep/b")).isPresent();
        modules.write("n/templates/pages/deep/b.yaml", "title: c\n");
        assertThat(nextReload().template("n:pages/deep/b").orElseThrow().property("title"))
                .contains("c");
    }

    @Test
    void changes_in_several_modules_are_one_reload() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            modules.write("m" + i + "/templates/pages/a.yaml", "title: a\n");
        }
        assertThat(nextReload().templates()).hasSize(21);
        assertThat(reloads.poll(SECOND, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void a_mistake_costs_one_definition_and_its_correction_brings_it_back() throws InterruptedException {
        modules.write("m/templates/pages/b.yaml", "title: b\n");
        assertThat(nextReload().templates()).hasSize(2);
        modules.write("m/templates/pages/b.yaml", "title: [\n");
        assertThat(nextReload().templates()).hasSize(1);
        modules.write("m/templates/pages/b.yaml", "title: b\n");
        assertThat(nextReload().templates()).hasSize(2);
    }

    @Test
    void changes_are_followed_though_one_who_is_told_of_them_fails() throws InterruptedException {
        BlockingQueue<Definitions> later = new LinkedBlockingQueue<>();
        registry.onReload(definitions -> {
            throw new StackOverflowError();
        });
        registry.onReload(later::add);

        for (String title : List.of("b", "c")) {
            modules.write("m/templates/pages/a.yaml", "title: " + title + "\n");
            assertThat(nextReload().template("m:pages/a").orElseThrow().property("title"))
                    .contains(title);
            assertThat(later.poll(10, TimeUnit.SECONDS)).isSameAs(registry.current());
        }
    }

    @Test
    void a_file_that_goes_takes_its_definition_with_it() throws IOException, InterruptedException {
        Files.delete(root.resolve("m/templates/pages/a.yaml"));
        assertThat(nextReload().template("m:pages/a")).isEmpty();
    }

    @Test
    void while_the_whole_folder_is_away_the_definitions_stay() throws IOException, InterruptedException {
        Path away = folder.resolve("away");
        Files.move(root, away);
        assertThat(registry.current().template("m:pages/a")).isPresent();
        Files.createDirectory(root);
        modules.write("m/templates/pages/b.yaml", "title: b\n");
        Definitions after = nextReload();
        while (after.template("m:pages/b").isEmpty()) {
            after = nextReload();
        }
        assertThat(after.template("m:pages/a")).isEmpty();
        assertThat(FileSystemUtils.deleteRecursively(away)).isTrue();
    }

    @Test
    void a_listener_that_fails_does_not_stop_the_others() throws InterruptedException {
        registry.onReload(definitions -> {
            throw new IllegalStateException("broken listener");
        });
        BlockingQueue<Definitions> later = new LinkedBlockingQueue<>();
        registry.onReload(later::add);
        modules.write("m/templates/pages/a.yaml", "title: après\n");
        assertThat(nextReload()).isSameAs(later.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void a_listener_may_wait_for_another_thread_that_changes_the_words() throws InterruptedException {
        Wording words = new Wording(List.of("le pôle"), List.of("la fédération"));
        BlockingQueue<Boolean> said = new LinkedBlockingQueue<>();
        registry.onReload(definitions -> said.add(CompletableFuture.supplyAsync(() -> registry.say(words))
                .completeOnTimeout(false, 10, TimeUnit.SECONDS)
                .join()));
        modules.write("m/templates/pages/a.yaml", "title: après\n");
        assertThat(said.poll(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void where_the_system_cannot_watch_modification_times_are_compared() throws InterruptedException {
        BlockingQueue<String> changes = new LinkedBlockingQueue<>();
        try (FolderWatch watch = new FolderWatch(List.of(root))) {
            watch.poll(new IOException("no watches left"));
            watch.start(() -> changes.add("change"));
            assertThat(changes.poll(30, TimeUnit.SECONDS))
                    .as("what came before")
                    .isNotNull();
            modules.write("m/templates/pages/b.yaml", "title: b\n");
            assertThat(changes.poll(30, TimeUnit.SECONDS)).isNotNull();
            assertThat(changes.poll(SECOND, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    private Definitions nextReload() throws InterruptedException {
        Definitions next = reloads.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("a reload").isNotNull();
        return java.util.Objects.requireNonNull(next);
    }
}
