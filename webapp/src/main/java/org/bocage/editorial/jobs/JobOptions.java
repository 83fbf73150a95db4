package org.bocage.editorial.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Options of what is caught up after a stop.
 *
 * @param afterStart time that the portal is given before the first missed job runs
 * @param apart time that other jobs are given between two missed ones
 */
@ConfigurationProperties("bocage.jobs")
record JobOptions(
        @DefaultValue("2m") Duration afterStart,
        @DefaultValue("30s") Duration apart) {

    private static final Duration LONGEST = Duration.ofHours(1);

    JobOptions {
        requireTime("after-start", afterStart);
        requireTime("apart", apart);
    }

    private static void requireTime(String option, Duration given) {
        if (given.isNegative() || given.compareTo(LONGEST) > 0) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.jobs." + option, given, "it is no time between 0s and 1h");
        }
    }
}
