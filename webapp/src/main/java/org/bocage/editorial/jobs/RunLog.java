package org.bocage.editorial.jobs;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.cluster.Leadership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Log of runs: Spring tells it of each that begins and ends, whoever asked for it. Those of jobs that have an hour are noted in
 * the store once they ended, so that one that was cut short by a stop is owed.
 */
@Component
final class RunLog implements SchedulingConfigurer, ObservationHandler<ScheduledTaskObservationContext> {

    private static final Logger log = LoggerFactory.getLogger(RunLog.class);

    private final JobSchedule schedule;
    private final JobRuns runs;
    private final Leadership leadership;
    private final Clock clock;
    /** Records of the time before this start, and before this machine led. */
    private volatile SingletonSupplier<Map<String, JobRuns.Kept>> kept;

    private final Map<String, Instant> running = new ConcurrentHashMap<>();
    private final Map<String, JobRun> ended = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> done = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> failed = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    RunLog(JobSchedule schedule, JobRuns runs, Stores stores, Clock clock) {
        this.leadership = stores.leadership();
        this.schedule = schedule;
        this.runs = runs;
        this.clock = clock;
        this.kept = SingletonSupplier.of(runs::all);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(this);
        registrar.setObservationRegistry(registry);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ScheduledTaskObservationContext;
    }

    @Override
    public void onStart(ScheduledTaskObservationContext context) {
        running.put(JobSchedule.key(context.getMethod()), clock.instant());
    }

    @Override
    public void onStop(ScheduledTaskObservationContext context) {
        String key = JobSchedule.key(context.getMethod());
        Throwable problem = context.getError();
        Instant began = running.remove(key);
        JobRun run =
                new JobRun(began == null ? clock.instant() : began, problem == null ? null : JobFailure.of(problem));
        ended.put(key, run);
        (problem == null ? done : failed)
                .computeIfAbsent(key, any -> new LongAdder())
                .increment();
        if (!stopping && schedule.find(key).filter(JobSchedule::isCron).isPresent()) {
            note(key, run);
        }
    }

    /** A job is done though that cannot be written down: a start after a stop has it done once more. */
    private void note(String key, JobRun run) {
        try {
            runs.note(key, run);
        } catch (RuntimeException e) {
            log.warn("The run of {} could not be noted: {}", key, e.toString());
        }
    }

    /** A run that ends from now on may have been cut short. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    /** Reads the records anew: another machine may have added to them. */
    void reread() {
        kept = SingletonSupplier.of(runs::all);
    }

    boolean isRunning(String key) {
        return running.containsKey(key);
    }

    /** When the run that is under way began. */
    Optional<Instant> runningSince(String key) {
        return Optional.ofNullable(running.get(key));
    }

    /** Returns the last run that came to its end, before this start if need be. */
    Optional<JobRun> last(String key) {
        return Stream.of(Optional.ofNullable(ended.get(key)), record(key).map(JobRuns.Kept::run))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(JobRun::began));
    }

    /** Returns the moment before which nothing of a job is owed; empty for one that has no record yet. */
    Optional<Instant> since(String key) {
        return Stream.of(
                        Optional.ofNullable(ended.get(key)).map(JobRun::began),
                        record(key).map(JobRuns.Kept::since))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private Optional<JobRuns.Kept> record(String key) {
        // another machine that leads adds to them
        Map<String, JobRuns.Kept> records = leadership.isHere() ? kept.obtain() : runs.all();
        return Optional.ofNullable(records.get(key));
    }

    /** Number of runs since the start that went well. */
    long done(String key) {
        return sum(done, key);
    }

    /** Number of runs since the start that failed. */
    long failed(String key) {
        return sum(failed, key);
    }

    private static long sum(Map<String, LongAdder> counts, String key) {
        LongAdder count = counts.get(key);
        return count == null ? 0 : count.sum();
    }
}
