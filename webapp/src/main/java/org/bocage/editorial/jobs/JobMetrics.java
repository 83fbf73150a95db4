package org.bocage.editorial.jobs;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.stereotype.Component;

/** Meters of each job: its runs by result, when the last one began, and whether that one failed. */
@Component
final class JobMetrics {

    private static final double SECOND = 1_000;

    private final JobSchedule schedule;
    private final RunLog runs;
    private final MeterRegistry meters;

    JobMetrics(JobSchedule schedule, RunLog runs, MeterRegistry meters) {
        this.schedule = schedule;
        this.runs = runs;
        this.meters = meters;
    }

    @EventListener(ApplicationReadyEvent.class)
    void register() {
        for (ScheduledTask task : schedule.all()) {
            String key = JobSchedule.key(task);
            FunctionCounter.builder("bocage.jobs.runs", runs, log -> log.done(key))
                    .tags("job", key, "result", "done")
                    .register(meters);
            FunctionCounter.builder("bocage.jobs.runs", runs, log -> log.failed(key))
                    .tags("job", key, "result", "failed")
                    .register(meters);
            Gauge.builder("bocage.jobs.last", runs, log -> began(log, key))
                    .tag("job", key)
                    .baseUnit("seconds")
                    .description("When the last run began, in seconds since 1970")
                    .register(meters);
            Gauge.builder("bocage.jobs.failing", runs, log -> isFailing(log, key) ? 1 : 0)
                    .tag("job", key)
                    .description("1 when the last run failed")
                    .register(meters);
        }
    }

    private static double began(RunLog runs, String key) {
        return runs.last(key).map(run -> run.began().toEpochMilli() / SECOND).orElse(Double.NaN);
    }

    private static boolean isFailing(RunLog runs, String key) {
        return runs.last(key).filter(run -> run.failure() != null).isPresent();
    }
}
