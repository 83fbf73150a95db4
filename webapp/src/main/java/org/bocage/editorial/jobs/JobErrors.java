package org.bocage.editorial.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/**
 * Logs why a job failed, whose next run comes all the same; items that failed were logged one by one. The jobs that have no thread
 * of their own share one, whatever an option says: nothing is done twice at once.
 */
@Component
public final class JobErrors implements ErrorHandler, ThreadPoolTaskSchedulerCustomizer {

    private static final Logger log = LoggerFactory.getLogger(JobErrors.class);

    @Override
    public void handleError(Throwable problem) {
        if (!(problem instanceof ItemByItem.FailedItems)) {
            log.error("A job failed; its next run comes all the same", problem);
        }
    }

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(this);
        scheduler.setPoolSize(1);
    }
}
