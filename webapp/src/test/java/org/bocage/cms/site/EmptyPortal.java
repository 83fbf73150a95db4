package org.bocage.cms.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A portal of the given light modules without any content but that of the test. */
final class EmptyPortal {

    private EmptyPortal() {}

    static void properties(DynamicPropertyRegistry registry, Path home, Path lightModules) throws IOException {
        Path config = Files.createDirectories(home.resolve("config"));
        Files.createDirectories(config.resolve("bootstrap/base"));
        try (Stream<Path> shipped = Files.list(Path.of("config"))) {
            List<Path> folders =
                    shipped.filter(path -> !path.endsWith("bootstrap")).toList();
            for (Path folder : folders) {
                Files.createSymbolicLink(config.resolve(folder.getFileName()), folder.toAbsolutePath());
            }
        }
        registry.add("bocage.config", config::toString);
        registry.add("bocage.home", home.resolve("data")::toString);
        registry.add("bocage.light-modules", lightModules::toString);
    }
}
