package org.bocage.portal.membership;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How long one belongs, and is remembered, once a membership is over.
 *
 * @param grace from the last day on, badge and visibility stay that long (AD-12)
 */
@ConfigurationProperties("bocage.membership")
public record MembershipOptions(@DefaultValue("60d") Duration grace) {

    private static final Duration LONGEST = Duration.ofDays(366);

    public MembershipOptions {
        if (grace.isNegative() || grace.compareTo(LONGEST) > 0) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.membership.grace", grace, "it is no time between 0d and 366d");
        }
    }
}
