package org.bocage.editorial.workflow.schedule;

import java.time.Clock;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.editorial.jobs.JobErrors;
import org.bocage.editorial.workflow.Notice;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Trash;
import org.bocage.editorial.workflow.Workflow;
import org.bocage.editorial.workflow.notices.Reminders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Wires the jobs of the workflow, with a thread of their own. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    @Bean
    Reminders reminders(Stores stores, ContentIndexes indexes, Workflow workflow, Notice notice, Clock clock) {
        return new Reminders(stores, indexes, workflow, notice, clock);
    }

    @Bean(name = ScheduledPublications.THREAD, defaultCandidate = false)
    ThreadPoolTaskScheduler dueScheduler(JobErrors errors) {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("due-");
        scheduler.setDaemon(true);
        scheduler.setErrorHandler(errors);
        return scheduler;
    }

    @Bean
    ScheduledPublications due(ContentIndexes indexes, Review review, Trash trash, Reminders reminders, Clock clock) {
        return new ScheduledPublications(indexes, review, trash, reminders, clock);
    }
}
