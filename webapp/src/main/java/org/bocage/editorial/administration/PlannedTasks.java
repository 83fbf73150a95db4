package org.bocage.editorial.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.TaskExecutionOutcome;
import org.springframework.stereotype.Component;

/**
 * Tasks that the portal does by itself, at their hours (OPS-05). They are done by one thread, those asked for out of their
 * hour included: nothing is done twice at once. What is due at a minute has a thread of its own.
 */
@Component
class PlannedTasks {

    private static final Logger log = LoggerFactory.getLogger(PlannedTasks.class);
    private static final Pattern METHOD = Pattern.compile("(?:[\\w$]+\\.)*([\\w$]+\\.[\\w$]+)");
    private static final long PATIENCE = 30;

    private final ObjectProvider<ScheduledTaskHolder> holders;
    private final ThreadPoolTaskScheduler scheduler;

    PlannedTasks(ObjectProvider<ScheduledTaskHolder> holders, ThreadPoolTaskScheduler scheduler) {
        this.holders = holders;
        this.scheduler = scheduler;
    }

    /** How the last run went. */
    enum Result {
        NEVER,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A task.
     *
     * @param key class and method
     * @param last when it last began, null when it never did
     * @param problem why the last run failed; null when it did not
     * @param next null when it has no next time
     */
    record Planned(
            String key,
            @Nullable Instant last,
            Result result,
            @Nullable Throwable problem,
            @Nullable Instant next) {}

    /** Outcome of a request to run a task. */
    enum Run {
        DONE,
        FAILED,
        /** It runs, or waits for another one to end. */
        UNDER_WAY,
        UNKNOWN
    }

    List<Planned> all() {
        return tasks().stream()
                .map(PlannedTasks::planned)
                .sorted(Comparator.comparing(Planned::key))
                .toList();
    }

    private List<ScheduledTask> tasks() {
        List<ScheduledTask> all = new ArrayList<>();
        holders.forEach(holder -> all.addAll(holder.getScheduledTasks()));
        return all;
    }

    private static Planned planned(ScheduledTask task) {
        TaskExecutionOutcome outcome = task.getTask().getLastExecutionOutcome();
        return new Planned(
                key(task),
                outcome.executionTime(),
                switch (outcome.status()) {
                    case NONE -> Result.NEVER;
                    case STARTED -> Result.RUNNING;
                    case SUCCESS -> Result.DONE;
                    case ERROR -> Result.FAILED;
                },
                outcome.throwable(),
                task.nextExecution());
    }

    static String key(ScheduledTask task) {
        Matcher method = METHOD.matcher(task.getTask().toString());
        return method.matches() ? method.group(1) : task.getTask().toString();
    }

    /** Runs one now, after whatever is running; waits for its end, a while. */
    Run run(String key) {
        Optional<ScheduledTask> found =
                tasks().stream().filter(task -> key(task).equals(key)).findFirst();
        if (found.isEmpty()) {
            return Run.UNKNOWN;
        }
        // what the scheduler's own runs do with a failure is not done here: it is told to who asked
        Future<?> run = CompletableFuture.runAsync(found.get().getTask().getRunnable(), scheduler);
        try {
            run.get(PATIENCE, TimeUnit.SECONDS);
            return Run.DONE;
        } catch (TimeoutException e) {
            return Run.UNDER_WAY;
        } catch (ExecutionException | CancellationException e) {
            log.warn("{} was run on demand and failed", key, e);
            return Run.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Run.UNDER_WAY;
        }
    }
}
