package org.bocage.cms.site;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How the site answers.
 *
 * @param pageCache whether rendered pages are kept
 * @param defaultExtension what addresses of pages end in; empty for clean addresses
 * @param renderings pages rendered at the same time; 0: twice the processors, and 4 at least
 * @param renderingWait how long a request waits for a place, or for the same page that somebody else asked for
 * @param address public address of the site, without final slash; empty: the one that an administrator keeps, see {@link SiteAddress}
 */
@ConfigurationProperties("bocage")
record SiteProperties(
        @DefaultValue("true") boolean pageCache,
        @DefaultValue("") String defaultExtension,
        @DefaultValue("0") int renderings,
        @DefaultValue("10s") Duration renderingWait,
        @DefaultValue("") String address) {

    SiteProperties {
        if (renderings < 0 || renderings > 1000) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.renderings", renderings, "accepted are 0 to 1000");
        }
        if (renderingWait.isNegative() || renderingWait.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.rendering-wait", renderingWait, "accepted are 0s to 1m");
        }
        renderings = renderings > 0
                ? renderings
                : Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
        if (!defaultExtension.isEmpty() && !defaultExtension.equals("html")) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.default-extension", defaultExtension, "it is neither empty nor html");
        }
        if (!address.isEmpty() && !SiteAddress.isOne(address)) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.address", address, "it is no address of a site, without final slash");
        }
    }
}
