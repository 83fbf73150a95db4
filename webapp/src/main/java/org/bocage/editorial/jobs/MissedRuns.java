package org.bocage.editorial.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.cluster.Leadership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.support.SimpleTriggerContext;
import org.springframework.stereotype.Component;

/**
 * Runs that were planned for a time when the portal was stopped, made up for after the start: each job once, however many it
 * missed, in the order of their hours, with a while for the others between two. At the first start nothing is owed. A machine that
 * comes to lead makes up for what the one before it missed.
 */
@Component
@EnableConfigurationProperties(JobOptions.class)
final class MissedRuns {

    private static final Logger log = LoggerFactory.getLogger(MissedRuns.class);

    private final Leadership leadership;
    private final Jobs jobs;
    private final JobSchedule schedule;
    private final JobRuns kept;
    private final RunLog runs;
    private final JobOptions options;
    private final ThreadPoolTaskScheduler scheduler;
    private final Clock clock;
    /** Jobs that were made up for since the start, or since this machine leads: a run that cannot be noted is not made again and again. */
    private final Set<String> madeUpFor = ConcurrentHashMap.newKeySet();

    MissedRuns(
            Stores stores,
            Jobs jobs,
            JobSchedule schedule,
            JobRuns kept,
            RunLog runs,
            JobOptions options,
            ThreadPoolTaskScheduler scheduler,
            Clock clock) {
        this.leadership = stores.leadership();
        this.jobs = jobs;
        this.schedule = schedule;
        this.kept = kept;
        this.runs = runs;
        this.options = options;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** A run that did not take place when it was due. */
    private record Missed(String key, Instant due) {}

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        leadership.whenMoved(() -> {
            madeUpFor.clear();
            after(options.afterStart(), this::catchUp);
        });
        after(options.afterStart(), this::catchUp);
    }

    private void after(Duration pause, Runnable work) {
        Future<?> unused =
                scheduler.schedule(work, scheduler.getClock().instant().plus(pause));
    }

    private void catchUp() {
        if (!leadership.isHere()) {
            return;
        }
        runs.reread();
        next();
        kept.begin(schedule.cron().stream().map(JobSchedule::key).collect(Collectors.toSet()), clock.instant());
    }

    /** Has the first missed one run, then looks again: what runs at its hour meanwhile is owed no more. */
    private void next() {
        first().filter(missed -> leadership.isHere()).ifPresent(missed -> {
            log.info("{} was due at {}, when the portal was stopped: it runs now", missed.key(), missed.due());
            madeUpFor.add(missed.key());
            jobs.soon(missed.key());
            after(options.apart(), this::next);
        });
    }

    private Optional<Missed> first() {
        return schedule.cron().stream()
                .filter(task -> !madeUpFor.contains(JobSchedule.key(task)))
                .flatMap(task -> missed(task).stream())
                .min(Comparator.comparing(Missed::due));
    }

    private Optional<Missed> missed(ScheduledTask task) {
        String key = JobSchedule.key(task);
        return runs.since(key)
                .map(since -> ((CronTask) task.getTask())
                        .getTrigger()
                        .nextExecution(new SimpleTriggerContext(since, since, since)))
                .filter(due -> !due.isAfter(clock.instant()))
                .map(due -> new Missed(key, due));
    }
}
