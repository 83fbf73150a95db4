package org.bocage.portal.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Configuration properties for a set-up without screens.
 *
 * @param setup file of answers, taken by a portal that is not set up yet; null: by the screens
 */
@ConfigurationProperties("bocage")
record SetupProperties(@Nullable Path setup) {

    SetupProperties {
        if (setup != null && !Files.isRegularFile(setup)) {
            throw new InvalidConfigurationPropertyValueException("bocage.setup", setup, "there is no such file");
        }
    }
}
