package org.bocage.editorial.publishing.bootstrap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Configuration properties for the initial content of a new portal.
 *
 * @param config the configuration folder
 * @param demo {@code true}: demo content and accounts; {@code accounts}: the accounts only; {@code false}
 * @param demoReferenceDay the day the dates of the demo content are counted from
 * @param bootstrap more folders of bootstrap files
 * @param bootstrapPublish whether what these hold goes on line too
 */
@ConfigurationProperties("bocage")
public record InstallationProperties(
        @DefaultValue("./config") Path config,
        @DefaultValue("false") String demo,
        @DefaultValue("2026-06-01") LocalDate demoReferenceDay,
        @DefaultValue List<Path> bootstrap,
        @DefaultValue("false") boolean bootstrapPublish) {

    public InstallationProperties {
        for (Path folder : bootstrap) {
            if (!Files.isDirectory(folder)) {
                throw new InvalidConfigurationPropertyValueException(
                        "bocage.bootstrap", folder, "there is no such folder");
            }
        }
    }
}
