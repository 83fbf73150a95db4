package org.bocage.editorial.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.SchedulingAwareRunnable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Registry of the jobs that the portal does by itself (OPS-05): rhythm, last run and its result; run now, run soon. A job is
 * whatever is {@code @Scheduled}. Each has one thread, which it may share: what is asked for is done by that thread too, so that
 * nothing is done twice at once.
 */
@Component
public class Jobs {

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);
    private static final long PATIENCE = 30;

    private final JobSchedule schedule;
    private final ScheduledJobs scheduled;
    private final RunLog runs;
    private final ThreadPoolTaskScheduler scheduler;
    private final BeanFactory beans;
    /** Jobs whose run somebody asked for, until it ended. */
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    /** Jobs that are to run soon, until they begin. */
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();

    Jobs(
            JobSchedule schedule,
            ScheduledJobs scheduled,
            RunLog runs,
            ThreadPoolTaskScheduler scheduler,
            BeanFactory beans) {
        this.schedule = schedule;
        this.scheduled = scheduled;
        this.runs = runs;
        this.scheduler = scheduler;
        this.beans = beans;
    }

    /** How the last run went. */
    public enum Result {
        NEVER,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A job.
     *
     * @param key class and method
     * @param last when it last began; null when it never did, as far as one knows
     * @param failure why the last run failed; null when it did not
     * @param next null when it has no next time
     */
    public record Planned(
            String key,
            JobRhythm rhythm,
            @Nullable Instant last,
            Result result,
            @Nullable JobFailure failure,
            @Nullable Instant next) {}

    /** Outcome of a request to run a job. */
    public enum Run {
        DONE,
        FAILED,
        /** It was asked for and takes its time, or waits for another one to end. */
        UNDER_WAY,
        /** It is running already, or was asked for before: nothing was done. */
        REFUSED,
        UNKNOWN
    }

    /** All jobs, by the order of their keys. */
    public List<Planned> all() {
        return schedule.all().stream().map(this::planned).toList();
    }

    private Planned planned(ScheduledTask task) {
        String key = JobSchedule.key(task);
        JobRhythm rhythm = JobRhythm.of(task.getTask());
        Optional<Instant> running = runs.runningSince(key);
        if (running.isPresent()) {
            return new Planned(key, rhythm, running.get(), Result.RUNNING, null, next(task));
        }
        Optional<JobRun> last = runs.last(key);
        if (last.isEmpty()) {
            return new Planned(key, rhythm, null, Result.NEVER, null, next(task));
        }
        JobFailure failure = last.get().failure();
        return new Planned(
                key, rhythm, last.get().began(), failure == null ? Result.DONE : Result.FAILED, failure, next(task));
    }

    /** Its next time: Spring tells how long it is until then, and 2:30 would be some milliseconds before that. */
    private static @Nullable Instant next(ScheduledTask task) {
        Instant next = task.nextExecution();
        return next == null ? null : next.plusMillis(500).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Runs a job now, after whatever its thread is doing, and waits for its end, a while; refuses one that runs already. */
    public Run run(String key) {
        Optional<ScheduledTask> task = schedule.find(key);
        if (task.isEmpty()) {
            return Run.UNKNOWN;
        }
        if (runs.isRunning(key) || wanted.contains(key) || !asked.add(key)) {
            return Run.REFUSED;
        }
        try {
            return await(key, CompletableFuture.runAsync(() -> runAsked(key), threadOf(task.get())));
        } catch (TaskRejectedException e) {
            // the portal stops
            asked.remove(key);
            return Run.FAILED;
        }
    }

    private void runAsked(String key) {
        try {
            scheduled.run(key).run();
        } finally {
            asked.remove(key);
        }
    }

    private static Run await(String key, Future<?> run) {
        try {
            run.get(PATIENCE, TimeUnit.SECONDS);
            return Run.DONE;
        } catch (TimeoutException e) {
            return Run.UNDER_WAY;
        } catch (ExecutionException | CancellationException e) {
            // the scheduler's own runs are logged by it; this one is told to who asked, too
            log.warn("{} was run on demand and failed", key, e);
            return Run.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Run.UNDER_WAY;
        }
    }

    /**
     * Runs a job soon, and returns at once: after the run that is under way, if any, and once for all who ask meanwhile.
     *
     * @throws IllegalArgumentException when there is no such job
     */
    public void soon(String key) {
        ScheduledTask task = schedule.find(key).orElseThrow(() -> new IllegalArgumentException("No job " + key));
        if (!wanted.add(key)) {
            return;
        }
        try {
            ThreadPoolTaskScheduler thread = threadOf(task);
            Future<?> unused = thread.schedule(
                    () -> {
                        wanted.remove(key);
                        scheduled.run(key).run();
                    },
                    thread.getClock().instant());
        } catch (TaskRejectedException e) {
            wanted.remove(key);
            log.warn("{} does not run any more: the portal stops", key);
        }
    }

    /** The thread of a job: its own, else the one that all others share. */
    private ThreadPoolTaskScheduler threadOf(ScheduledTask task) {
        return task.getTask().getRunnable() instanceof SchedulingAwareRunnable work
                        && StringUtils.hasText(work.getQualifier())
                ? beans.getBean(work.getQualifier(), ThreadPoolTaskScheduler.class)
                : scheduler;
    }
}
