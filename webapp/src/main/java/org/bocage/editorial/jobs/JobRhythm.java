package org.bocage.editorial.jobs;

import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.Task;

/** Rhythm of a job: at its hour of each day, at the times of a cron expression, or a pause after each run. */
public sealed interface JobRhythm {

    /** Once a day. */
    record Daily(LocalTime at) implements JobRhythm {}

    /** Times of a cron expression that is not simply once a day. */
    record Cron(String expression) implements JobRhythm {}

    /** Again and again. */
    record Every(Duration pause) implements JobRhythm {}

    /** Returns the rhythm of a task of Spring's. */
    static JobRhythm of(Task task) {
        if (task instanceof CronTask cron) {
            return ofCron(cron.getExpression());
        }
        if (task instanceof IntervalTask interval) {
            return new Every(interval.getIntervalDuration());
        }
        throw new IllegalArgumentException("Neither an hour nor a pause: " + task);
    }

    private static JobRhythm ofCron(String expression) {
        Matcher daily = Pattern.compile("0 (\\d{1,2}) (\\d{1,2}) [*?] \\* [*?]").matcher(expression);
        return daily.matches()
                ? new Daily(LocalTime.of(Integer.parseInt(daily.group(2)), Integer.parseInt(daily.group(1))))
                : new Cron(expression);
    }
}
