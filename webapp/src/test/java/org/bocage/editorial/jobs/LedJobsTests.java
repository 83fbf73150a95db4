package org.bocage.editorial.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.ChosenLeadership;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.cluster.OnEachMachine;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Jobs are run by the machine that leads, but for those of each. */
class LedJobsTests {

    private static final int SEVERAL = 5;
    private static final String LEAD = "LedJobsTests$Work.lead";
    private static final String YEARLY = "LedJobsTests$Work.yearly";

    @TempDir
    Path home;

    static final class Work {

        final AtomicInteger led = new AtomicInteger();
        final AtomicInteger onEach = new AtomicInteger();
        final AtomicInteger yearly = new AtomicInteger();

        @Scheduled(fixedDelay = 1)
        void lead() {
            led.incrementAndGet();
        }

        @OnEachMachine
        @Scheduled(fixedDelay = 1)
        void each() {
            onEach.incrementAndGet();
        }

        @Scheduled(cron = "0 20 3 1 1 *", zone = "Europe/Paris")
        void yearly() {
            yearly.incrementAndGet();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({
        JobConfiguration.class,
        Jobs.class,
        JobSchedule.class,
        JobRuns.class,
        RunLog.class,
        MissedRuns.class,
        Work.class,
        ChosenLeadership.class
    })
    static class Parts {

        @Bean(destroyMethod = "close")
        Stores stores(Environment environment, ChosenLeadership leadership) {
            Path home = Path.of(environment.getRequiredProperty("bocage.home"));
            return new Stores(
                    PreparedStores.open("author", home.resolve("author")),
                    PreparedStores.open("published", home.resolve("published")),
                    leadership);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ThreadPoolTaskScheduler taskScheduler() {
            ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
            new JobErrors().customize(scheduler);
            return scheduler;
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties("bocage.home=" + home, "bocage.jobs.after-start=0s", "bocage.jobs.apart=0s")
                .run();
    }

    @Test
    void a_job_waits_until_its_machine_leads_unless_it_is_one_of_each_or_somebody_asks_for_it() {
        try (ConfigurableApplicationContext portal = start()) {
            Work work = portal.getBean(Work.class);
            Awaitility.await().until(() -> work.onEach.get() > SEVERAL);
            assertThat(work.led).hasValue(0);

            assertThat(portal.getBean(Jobs.class).run(LEAD)).isEqualTo(Jobs.Run.DONE);
            assertThat(work.led).hasValue(1);

            portal.getBean(ChosenLeadership.class).come();
            Awaitility.await().until(() -> work.led.get() > SEVERAL);
        }
    }

    @Test
    void a_machine_that_comes_to_lead_makes_up_for_what_was_missed_and_for_nothing_that_another_one_did() {
        try (ConfigurableApplicationContext portal = start()) {
            Work work = portal.getBean(Work.class);
            JobRuns kept = portal.getBean(JobRuns.class);
            Clock clock = portal.getBean(Clock.class);
            // another machine did it since this one has read the records
            assertThat(portal.getBean(RunLog.class).since(YEARLY)).isEmpty();
            kept.note(YEARLY, new JobRun(clock.instant(), null));
            portal.getBean(ChosenLeadership.class).come();
            Awaitility.await().until(() -> kept.all().containsKey(YEARLY) && work.led.get() > SEVERAL);
            assertThat(portal.getBean(RunLog.class).last(YEARLY)).isPresent();
            assertThat(work.yearly).hasValue(0);

            // and it was missed for two years
            kept.note(YEARLY, new JobRun(clock.instant().minus(java.time.Duration.ofDays(800)), null));
            portal.getBean(ChosenLeadership.class).come();
            Awaitility.await().until(() -> work.yearly.get() == 1);
        }
    }
}
