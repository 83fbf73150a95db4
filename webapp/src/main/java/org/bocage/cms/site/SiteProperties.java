package org.bocage.cms.site;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How the site answers.
 *
 * @param pageCache whether rendered pages are kept
 * @param defaultExtension what addresses of pages end in; empty for clean addresses
 * @param address public address of the site, without final slash; empty: as the request says
 */
@ConfigurationProperties("bocage")
record SiteProperties(
        @DefaultValue("true") boolean pageCache,
        @DefaultValue("") String defaultExtension,
        @DefaultValue("") String address) {

    SiteProperties {
        if (!defaultExtension.isEmpty() && !defaultExtension.equals("html")) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.default-extension", defaultExtension, "it is neither empty nor html");
        }
        if (!address.isEmpty() && !address.matches("https?://[^/\\s]+(/\\S*[^/\\s])?")) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.address", address, "it is no address of a site, without final slash");
        }
    }
}
