package org.bocage.editorial.jobs;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.stereotype.Component;

/** Methods that Spring calls at their times ({@code @Scheduled}), by class and method. */
@Component
final class JobSchedule {

    private static final Pattern METHOD = Pattern.compile("(?:[\\w$]+\\.)*([\\w$]+\\.[\\w$]+)");

    private final ObjectProvider<ScheduledTaskHolder> holders;

    JobSchedule(ObjectProvider<ScheduledTaskHolder> holders) {
        this.holders = holders;
    }

    /** All of them, in the order of their keys. */
    List<ScheduledTask> all() {
        return holders.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .sorted(Comparator.comparing(JobSchedule::key))
                .toList();
    }

    /** Jobs that have an hour, which a stop may make them miss. */
    List<ScheduledTask> cron() {
        return all().stream().filter(JobSchedule::isCron).toList();
    }

    Optional<ScheduledTask> find(String key) {
        return all().stream().filter(task -> key(task).equals(key)).findFirst();
    }

    static boolean isCron(ScheduledTask task) {
        return task.getTask() instanceof CronTask;
    }

    static String key(ScheduledTask task) {
        return key(task.getTask().toString());
    }

    static String key(Method method) {
        return key(method.getDeclaringClass().getName() + "." + method.getName());
    }

    private static String key(String name) {
        Matcher method = METHOD.matcher(name);
        return method.matches() ? method.group(1) : name;
    }
}
