package org.bocage.editorial.administration.updates;

import org.bocage.cms.site.SiteAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Options of the question whether there is a newer version.
 *
 * @param updates whether it is asked
 * @param updatesAddress address that answers with one line, the number of the newest version
 */
@ConfigurationProperties("bocage")
record UpdateOptions(
        @DefaultValue("false") boolean updates,
        @DefaultValue("") String updatesAddress) {

    UpdateOptions {
        if (updates && !SiteAddress.isOne(updatesAddress)) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.updates-address", updatesAddress, "bocage.updates asks for the address of a page");
        }
    }
}
