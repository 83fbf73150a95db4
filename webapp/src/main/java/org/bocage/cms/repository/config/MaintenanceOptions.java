package org.bocage.cms.repository.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.scheduling.support.CronExpression;

/**
 * Nightly maintenance that keeps a portal running for years: options {@code bocage.maintenance.*}. Hours are those of
 * Paris.
 *
 * @param compaction when the stores are compacted, as Spring's cron expression
 * @param history when old revisions and journal lines are forgotten, likewise
 * @param revisionsKept of each item, whatever their age
 * @param revisionMonths during which every revision is kept
 * @param journalMonths during which the journal is kept
 */
@ConfigurationProperties("bocage.maintenance")
public record MaintenanceOptions(
        @DefaultValue("0 30 1 * * *") String compaction,
        @DefaultValue("0 0 1 * * *") String history,
        @DefaultValue("50") int revisionsKept,
        @DefaultValue("12") int revisionMonths,
        @DefaultValue("12") int journalMonths) {

    /**
     * Refuses an invalid cron expression and a number out of range, such as one that would delete what people still ask
     * for.
     */
    public MaintenanceOptions {
        requireTime("compaction", compaction);
        requireTime("history", history);
        requireRange("revisions-kept", revisionsKept, 1, 10_000);
        requireRange("revision-months", revisionMonths, 1, 1_200);
        requireRange("journal-months", journalMonths, 1, 1_200);
    }

    private static void requireTime(String option, String given) {
        if (!CronExpression.isValidExpression(given)) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.maintenance." + option, given, "accepted is a cron expression of six parts");
        }
    }

    private static void requireRange(String option, int given, int from, int to) {
        if (given < from || given > to) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.maintenance." + option, given, "accepted are " + from + " to " + to);
        }
    }
}
