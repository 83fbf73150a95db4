package org.bocage.cms.rest;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How applications are answered.
 *
 * @param corsOrigins origins whose pages may read {@code /.rest/delivery} from a browser, such as
 *     {@code https://carte.exemple.org}; none by default
 */
@ConfigurationProperties("bocage.rest")
public record RestProperties(@DefaultValue List<String> corsOrigins) {

    public RestProperties {
        for (String origin : corsOrigins) {
            if (!origin.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?")) {
                throw new InvalidConfigurationPropertyValueException(
                        "bocage.rest.cors-origins", origin, "an origin such as https://carte.exemple.org is expected");
            }
        }
    }
}
