package org.bocage.editorial.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.segment.PreparedStores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Jobs on a real author store, stopped at their hours and started again, at a clock that the test sets. */
@Tag("fast")
class MissedRunsTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String BACKUP = "MissedRunsTests$Yearly.backup";
    private static final String CLEANING = "MissedRunsTests$Yearly.cleaning";
    private static final String OWN = "MissedRunsTests$OwnThread.run";

    private static final SettableClock CLOCK = new SettableClock();
    private static final Queue<String> RUNS = new ConcurrentLinkedQueue<>();
    /** Holds whoever runs, until it is opened. */
    private static volatile CountDownLatch gate = new CountDownLatch(0);

    @TempDir
    Path home;

    private @Nullable ConfigurableApplicationContext portal;

    /** Two jobs of once a year, so that the hours of the test itself are none of theirs. */
    static final class Yearly {

        private final ItemByItem items = new ItemByItem("Yearly");
        volatile boolean spoiled;

        @Scheduled(cron = "0 20 3 1 1 *", zone = "Europe/Paris")
        void cleaning() throws InterruptedException {
            run("cleaning");
        }

        @Scheduled(cron = "0 30 2 1 1 *", zone = "Europe/Paris")
        void backup() throws InterruptedException {
            run("backup");
            items.run(round -> {
                round.attempt("ceci", () -> {});
                round.attempt("cela", () -> {
                    if (spoiled) {
                        throw new IllegalStateException("le disque est plein");
                    }
                });
            });
        }

        /** Jobs are told that the portal stops, and end before they are done. */
        @EventListener(ContextClosedEvent.class)
        void hasten() {
            gate.countDown();
        }

        private static void run(String name) throws InterruptedException {
            RUNS.add(name);
            assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Runs whenever it may, by a thread of its own. */
    static final class OwnThread {

        private final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final Set<String> threads = ConcurrentHashMap.newKeySet();

        @Scheduled(fixedDelay = 1, scheduler = "ownThread")
        void run() {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            threads.add(Thread.currentThread().getName());
            inside.decrementAndGet();
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
        Yearly.class,
        OwnThread.class
    })
    static class Parts {

        @Bean(destroyMethod = "close")
        Stores stores(Environment environment) {
            Path home = Path.of(environment.getRequiredProperty("bocage.home"));
            return new Stores(
                    PreparedStores.open("author", home.resolve("author")),
                    PreparedStores.open("published", home.resolve("published")));
        }

        @Bean
        Clock clock() {
            return CLOCK;
        }

        @Bean
        ThreadPoolTaskScheduler taskScheduler() {
            ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
            scheduler.setPoolSize(7);
            new JobErrors().customize(scheduler);
            return scheduler;
        }

        @Bean(defaultCandidate = false)
        ThreadPoolTaskScheduler ownThread() {
            ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
            scheduler.setThreadNamePrefix("own-");
            return scheduler;
        }
    }

    @BeforeEach
    void open() {
        gate = new CountDownLatch(0);
    }

    @AfterEach
    void stop() {
        if (portal != null) {
            portal.close();
            portal = null;
        }
    }

    /** Starts the portal at a time in Paris, once the one before has stopped; returns what ran until it had caught up. */
    private List<String> startAt(String time) throws Exception {
        begin(time);
        Awaitility.await().until(() -> bean(JobRuns.class).all().keySet().equals(Set.of(BACKUP, CLEANING)));
        settle();
        return List.copyOf(RUNS);
    }

    private void begin(String time) {
        stop();
        RUNS.clear();
        Instant now = LocalDateTime.parse(time).atZone(PARIS).toInstant();
        CLOCK.forward(Duration.between(CLOCK.instant(), now));
        portal = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties("bocage.jobs.after-start=0s", "bocage.jobs.apart=0s", "bocage.home=" + home)
                .run();
    }

    /** Returns once the thread of the jobs has done all that it was given to do. */
    private void settle() throws Exception {
        for (int turn = 0; turn < 10; turn++) {
            bean(ThreadPoolTaskScheduler.class).submit(() -> {}).get(20, TimeUnit.SECONDS);
        }
    }

    private <T> T bean(Class<T> type) {
        return Objects.requireNonNull(portal).getBean(type);
    }

    private Jobs.Planned job(String key) {
        return bean(Jobs.class).all().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void OPS_05_what_was_missed_during_a_stop_runs_once_after_the_start_in_the_order_of_the_hours() throws Exception {
        startAt("2031-06-01T20:00:00");

        assertThat(startAt("2034-06-01T09:00:00")).as("three years were missed").containsExactly("backup", "cleaning");
        assertThat(job(BACKUP).result()).isEqualTo(Jobs.Result.DONE);
        assertThat(Objects.requireNonNull(job(BACKUP).last()).truncatedTo(ChronoUnit.MILLIS))
                .isEqualTo(Objects.requireNonNull(bean(JobRuns.class).all().get(BACKUP))
                        .since());

        assertThat(startAt("2034-06-01T09:05:00")).as("made up for once").isEmpty();
        assertThat(job(BACKUP).result()).as("and known still").isEqualTo(Jobs.Result.DONE);
    }

    @Test
    void OPS_05_only_hours_that_passed_during_the_stop_are_made_up_for() throws Exception {
        startAt("2031-12-31T23:00:00");

        assertThat(startAt("2032-01-01T02:29:00")).isEmpty();
        assertThat(startAt("2032-01-01T02:31:00")).containsExactly("backup");
        assertThat(startAt("2032-01-01T03:21:00")).containsExactly("cleaning");
    }

    @Test
    void OPS_05_the_first_start_owes_nothing_and_neither_does_a_clock_that_went_back() throws Exception {
        assertThat(startAt("2032-01-01T12:00:00")).isEmpty();
        assertThat(job(BACKUP).result()).isEqualTo(Jobs.Result.NEVER);
        assertThat(job(BACKUP).rhythm()).isEqualTo(new JobRhythm.Cron("0 30 2 1 1 *"));
        assertThat(job(OWN).rhythm()).isEqualTo(new JobRhythm.Every(Duration.ofMillis(1)));

        assertThat(startAt("2022-01-01T12:00:00")).as("ten years back").isEmpty();
    }

    @Test
    void OPS_05_a_run_that_a_stop_cut_short_is_owed() throws Exception {
        startAt("2031-06-01T20:00:00");
        stop();
        gate = new CountDownLatch(1);
        begin("2032-06-01T09:00:00");
        Awaitility.await().until(() -> RUNS.contains("backup"));
        assertThat(job(BACKUP).result()).isEqualTo(Jobs.Result.RUNNING);
        stop();
        gate = new CountDownLatch(0);

        assertThat(startAt("2032-06-01T09:01:00")).containsExactly("backup", "cleaning");
    }

    @Test
    void OPS_05_a_job_that_failed_says_why_after_a_stop_too_and_runs_again() throws Exception {
        startAt("2031-06-01T20:00:00");
        bean(Yearly.class).spoiled = true;
        assertThat(bean(Jobs.class).run(BACKUP)).isEqualTo(Jobs.Run.FAILED);

        assertThat(startAt("2031-06-02T20:00:00"))
                .as("a failed run is no missed one")
                .isEmpty();

        assertThat(job(BACKUP).result()).isEqualTo(Jobs.Result.FAILED);
        assertThat(job(BACKUP).failure()).isEqualTo(new JobFailure("Yearly: 1 of 2 failed: [cela]", 1, 2, "cela"));
        assertThat(bean(Jobs.class).run(BACKUP)).isEqualTo(Jobs.Run.DONE);
        assertThat(job(BACKUP).result()).isEqualTo(Jobs.Result.DONE);
        assertThat(Objects.requireNonNull(bean(JobRuns.class).all().get(BACKUP)).run())
                .extracting(JobRun::failure)
                .isNull();
    }

    @Test
    void OPS_05_what_is_asked_for_is_never_done_beside_a_run_of_its_own() throws Exception {
        startAt("2031-06-01T20:00:00");
        OwnThread job = bean(OwnThread.class);

        List<Jobs.Run> asked = IntStream.range(0, 200)
                .parallel()
                .mapToObj(any -> bean(Jobs.class).run(OWN))
                .toList();

        assertThat(asked).contains(Jobs.Run.DONE).isSubsetOf(Jobs.Run.DONE, Jobs.Run.REFUSED);
        assertThat(job.most.get()).isEqualTo(1);
        assertThat(job.threads).containsExactly("own-1");
        assertThat(bean(ThreadPoolTaskScheduler.class).getPoolSize())
                .as("whatever an option says")
                .isEqualTo(1);
    }

    @Test
    void OPS_05_soon_means_once_after_the_run_that_is_under_way_for_all_who_ask_meanwhile() throws Exception {
        startAt("2031-06-01T20:00:00");
        Jobs jobs = bean(Jobs.class);
        gate = new CountDownLatch(1);
        jobs.soon(BACKUP);
        Awaitility.await().until(() -> job(BACKUP).result() == Jobs.Result.RUNNING);

        jobs.soon(BACKUP);
        jobs.soon(BACKUP);
        assertThat(jobs.run(BACKUP)).isEqualTo(Jobs.Run.REFUSED);
        gate.countDown();
        settle();

        assertThat(RUNS).containsExactly("backup", "backup");
        assertThat(jobs.run("Nobody.knows")).isEqualTo(Jobs.Run.UNKNOWN);
    }
}
