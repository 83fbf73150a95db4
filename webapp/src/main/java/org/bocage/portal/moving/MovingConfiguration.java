package org.bocage.portal.moving;

import org.bocage.editorial.jobs.JobErrors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The thread that takes sites in: one that is large holds up nothing else. */
@Configuration(proxyBeanMethods = false)
class MovingConfiguration {

    @Bean(name = MovingIn.THREAD, defaultCandidate = false)
    ThreadPoolTaskScheduler movingScheduler(JobErrors errors) {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("moving-");
        scheduler.setDaemon(true);
        scheduler.setErrorHandler(errors);
        return scheduler;
    }
}
