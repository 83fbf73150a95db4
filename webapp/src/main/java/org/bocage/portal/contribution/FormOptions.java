package org.bocage.portal.contribution;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What is accepted of forms that need no account.
 *
 * @param minimumTime nobody fills a form faster than this
 * @param postsPerHour from one address, those with errors included
 * @param proposalsPerDay of one mail address
 */
@ConfigurationProperties("bocage.forms")
record FormOptions(
        @DefaultValue("3s") Duration minimumTime,
        @DefaultValue("40") int postsPerHour,
        @DefaultValue("5") int proposalsPerDay) {

    FormOptions {
        if (minimumTime.isNegative() || minimumTime.compareTo(Duration.ofMinutes(1)) > 0) {
            throw refused("minimum-time", minimumTime, "it is no time between 0s and 1m");
        }
        requireBetween("posts-per-hour", postsPerHour, 100_000);
        requireBetween("proposals-per-day", proposalsPerDay, 1_000);
    }

    private static void requireBetween(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw refused(name, value, "it is no number between 1 and " + most);
        }
    }

    private static InvalidConfigurationPropertyValueException refused(String name, Object value, String reason) {
        return new InvalidConfigurationPropertyValueException("bocage.forms." + name, value, reason);
    }
}
