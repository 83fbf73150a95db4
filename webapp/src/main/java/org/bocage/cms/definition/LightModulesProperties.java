package org.bocage.cms.definition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Where the light modules are.
 *
 * @param lightModules folders of light modules, the first one winning, before those the application is packaged with; without any,
 *     {@code ./light-modules} when run from a checkout
 */
@ConfigurationProperties("bocage")
record LightModulesProperties(@Nullable List<Path> lightModules) {

    private static final Path CHECKOUT = Path.of("light-modules");

    LightModulesProperties {
        for (Path folder : lightModules == null ? List.<Path>of() : lightModules) {
            if (!Files.isDirectory(folder)) {
                throw new InvalidConfigurationPropertyValueException(
                        "bocage.light-modules", folder, "there is no such folder");
            }
        }
    }

    /** Folders to read and watch; empty: those of the application. */
    List<Path> folders() {
        if (lightModules != null && !lightModules.isEmpty()) {
            return lightModules;
        }
        return Files.isDirectory(CHECKOUT) ? List.of(CHECKOUT) : List.of();
    }
}
