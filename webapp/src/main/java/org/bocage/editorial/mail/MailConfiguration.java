package org.bocage.editorial.mail;

import org.bocage.editorial.jobs.JobErrors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The thread that sends mails: a mail server that takes its time holds up nothing else. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean(name = Delivery.THREAD, defaultCandidate = false)
    ThreadPoolTaskScheduler mailScheduler(JobErrors errors) {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("mails-");
        scheduler.setDaemon(true);
        scheduler.setErrorHandler(errors);
        return scheduler;
    }
}
