package org.bocage.e2e;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Scheduled tasks, run at once instead of at their time, or not at all. */
final class Job {

    private Job() {}

    /** @param name class and method, {@code PageViews.save} */
    static void run(ApplicationContext portal, String name) {
        all(portal)
                .filter(task -> task.toString().endsWith("." + name))
                .findFirst()
                .orElseThrow()
                .getTask()
                .getRunnable()
                .run();
    }

    /** Runs every task once. */
    static void runAll(ApplicationContext portal) {
        all(portal).forEach(task -> task.getTask().getRunnable().run());
    }

    /** Cancels every task, so that nothing changes but by what a test does. */
    static void cancelAll(ApplicationContext portal) {
        all(portal).forEach(ScheduledTask::cancel);
    }

    private static Stream<ScheduledTask> all(ApplicationContext portal) {
        return portal.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .map(ScheduledTaskHolder::getScheduledTasks)
                .flatMap(Set::stream);
    }
}
