package org.bocage.cms.repository.maintenance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How backups are kept.
 *
 * @param days of how many days the last one is kept; so for weeks and months
 * @param passphrase what backups are encrypted with; empty: they are not
 * @param after command that the shell runs after each one, with its path in {@code BOCAGE_BACKUP}; empty: none
 * @param afterLimit how long that command may take
 */
@ConfigurationProperties("bocage.backup")
public record BackupOptions(
        @DefaultValue("7") int days,
        @DefaultValue("4") int weeks,
        @DefaultValue("6") int months,
        @DefaultValue("") String passphrase,
        @DefaultValue("") String after,
        @DefaultValue("2h") Duration afterLimit) {

    /** Highest number: each costs a whole copy. */
    private static final int MOST = 100;
    /** The zip format makes a key of a passphrase in a thousand rounds (PBKDF2): a short one would be found. */
    private static final int SHORTEST = 16;

    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(1);

    public BackupOptions {
        check("days", days, 1);
        check("weeks", weeks, 0);
        check("months", months, 0);
        if (!passphrase.isEmpty() && passphrase.length() < SHORTEST) {
            // the value is never told
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.backup.passphrase", "…", "it has less than " + SHORTEST + " characters");
        }
        if (afterLimit.compareTo(SHORTEST_LIMIT) < 0 || afterLimit.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.backup.after-limit", afterLimit, "accepted are 1s to 1d");
        }
    }

    private static void check(String name, int value, int least) {
        if (value < least || value > MOST) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.backup." + name, value, "accepted are " + least + " to " + MOST);
        }
    }
}
