package org.bocage.e2e;

import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What the clock does at its time, done at once. */
final class Job {

    private Job() {}

    /** @param name class and method, {@code Visits.save} */
    static void run(ApplicationContext portal, String name) {
        portal.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .map(ScheduledTaskHolder::getScheduledTasks)
                .flatMap(Set::stream)
                .filter(task -> task.toString().endsWith("." + name))
                .findFirst()
                .orElseThrow()
                .getTask()
                .getRunnable()
                .run();
    }
}
