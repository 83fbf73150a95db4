package org.bocage.portal.setup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for a set-up without screens.
 *
 * @param setup file of answers, taken by a portal that is not set up yet, and not needed by one that is; null: by the screens
 */
@ConfigurationProperties("bocage")
record SetupProperties(@Nullable Path setup) {}
