package org.bocage.editorial.security;

import java.util.List;
import java.util.Set;
import org.bocage.cms.repository.Identity;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Settings of access to the portal.
 *
 * @param demo {@code true} or {@code accounts}: the accounts of the demo exist
 */
@ConfigurationProperties("bocage")
public record SecurityProperties(
        @DefaultValue("false") String demo, @DefaultValue Security security) {

    private static final Set<String> DEMO = Set.of("true", "accounts", "false");

    public SecurityProperties {
        if (!DEMO.contains(demo)) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.demo", demo, "it is none of true, accounts and false");
        }
    }

    /**
     * Access rights and origins.
     *
     * @param anonymousRoles roles of a visitor, which every account has too
     * @param imageSources other origins a page may show images from, such as map tiles
     * @param frameSources other origins a page may embed, such as a video host
     */
    public record Security(
            @DefaultValue(Identity.VISITOR_ROLE) List<String> anonymousRoles,
            @DefaultValue List<String> imageSources,
            @DefaultValue List<String> frameSources) {}

    boolean hasDemoAccounts() {
        return !demo.equals("false");
    }
}
