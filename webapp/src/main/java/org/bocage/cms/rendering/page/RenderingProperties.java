package org.bocage.cms.rendering.page;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How pages are rendered.
 *
 * @param defaultExtension what addresses of pages end in; empty for clean addresses
 * @param partCache whether parts of public pages are kept as they were drawn
 * @param portailfn false: templates work with Magnolia's functions alone
 * @param renderingTime of a processor, after which a page is given up; the clock may show six times as much
 * @param largestPage characters of HTML after which a page is given up
 */
@ConfigurationProperties("bocage")
record RenderingProperties(
        @DefaultValue("") String defaultExtension,
        @DefaultValue("true") boolean partCache,
        @DefaultValue("true") boolean portailfn,
        @DefaultValue("10s") Duration renderingTime,
        @DefaultValue("10000000") int largestPage) {

    RenderingProperties {
        if (renderingTime.compareTo(Duration.ofSeconds(1)) < 0 || renderingTime.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.rendering-time", renderingTime, "accepted are 1s to 10m");
        }
        if (largestPage < 10_000 || largestPage > 100_000_000) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.largest-page", largestPage, "accepted are 10000 to 100000000");
        }
    }
}
