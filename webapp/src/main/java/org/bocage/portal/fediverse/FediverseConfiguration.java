package org.bocage.portal.fediverse;

import org.bocage.editorial.jobs.JobErrors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The thread of deliveries: servers that are slow hold up nothing else. */
@Configuration(proxyBeanMethods = false)
class FediverseConfiguration {

    @Bean(name = Deliveries.THREAD, defaultCandidate = false)
    ThreadPoolTaskScheduler fediverseScheduler(JobErrors errors) {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("fediverse-");
        scheduler.setDaemon(true);
        scheduler.setErrorHandler(errors);
        return scheduler;
    }
}
