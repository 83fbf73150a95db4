package org.bocage.cms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.bocage.cms.definition.files.Resource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Light modules in the archive of the application are read as streams. */
@Tag("fast")
class PackagedLightModulesTests {

    @TempDir
    private Path folder;

    @Test
    void definitions_and_resources_are_read_from_an_archive() throws IOException {
        Path archive = folder.resolve("app.jar");
        try (OutputStream out = Files.newOutputStream(archive);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("light-modules/"));
            put(jar, "light-modules/m/templates/pages/a.yaml", "title: A\n");
            put(jar, "light-modules/m/webresources/été à la mer.css", "body{}");
        }
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {archive.toUri().toURL()}, getClass().getClassLoader());
                DefinitionRegistry registry = packaged(loader)) {
            Definitions definitions = registry.current();
            assertThat(definitions.modules()).contains("m");
            assertThat(definitions.template("m:pages/a")).isPresent();
            Resource style = definitions
                    .resources()
                    .get("/m/webresources/été à la mer.css")
                    .orElseThrow();
            assertThat(style.size()).isEqualTo(6);
            assertThat(style.hash()).hasSize(16);
            assertThat(style.open()).hasContent("body{}");
        }
    }

    @Test
    void a_folder_stands_before_the_packaged_modules_file_by_file() throws IOException {
        Path archive = folder.resolve("derriere.jar");
        try (OutputStream out = Files.newOutputStream(archive);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("light-modules/"));
            put(jar, "light-modules/m/templates/pages/a.yaml", "title: A\n");
            put(jar, "light-modules/m/templates/pages/b.yaml", "title: B\n");
        }
        Path own = folder.resolve("a-soi");
        new LightModules(own).write("m/templates/pages/a.yaml", "title: La nôtre\n");
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {archive.toUri().toURL()}, getClass().getClassLoader());
                DefinitionRegistry registry = with(loader, () -> DefinitionRegistry.watching(List.of(own)))) {
            Definitions definitions = registry.current();
            assertThat(definitions.template("m:pages/a").orElseThrow().property("title"))
                    .contains("La nôtre");
            assertThat(definitions.template("m:pages/b").orElseThrow().property("title"))
                    .contains("B");
        }
    }

    @Test
    void a_folder_that_is_not_there_is_refused_by_its_name() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new LightModulesProperties(List.of(folder.resolve("rien")))))
                .hasMessageContaining("bocage.light-modules")
                .hasMessageContaining(folder.resolve("rien").toString());
        assertThat(new LightModulesProperties(List.of(folder)).folders()).containsExactly(folder);
    }

    private static DefinitionRegistry packaged(ClassLoader loader) {
        return with(loader, DefinitionRegistry::packaged);
    }

    private static DefinitionRegistry with(ClassLoader loader, Supplier<DefinitionRegistry> opened) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return opened.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void put(JarOutputStream jar, String name, String content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }
}
