package org.bocage.editorial.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bocage.editorial.jobs.JobErrors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** OPS-05: what is done at its hours, and asked for besides. */
class PlannedTasksTests {

    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private final ScheduledTaskRegistrar registrar = new ScheduledTaskRegistrar();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Runs whenever it may, and holds its first run until it is told to go on. */
    private final class Busy implements Runnable {

        @Override
        public void run() {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            first.countDown();
            try {
                goOn.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            runs.incrementAndGet();
            inside.decrementAndGet();
        }

        @Override
        public String toString() {
            return "org.bocage.essai.Busy.run";
        }
    }

    @BeforeEach
    void begin() {
        scheduler.setPoolSize(1);
        scheduler.setErrorHandler(new JobErrors());
        scheduler.initialize();
        registrar.setTaskScheduler(scheduler);
    }

    @AfterEach
    void end() {
        goOn.countDown();
        registrar.destroy();
        scheduler.shutdown();
    }

    private PlannedTasks tasks() {
        registrar.afterPropertiesSet();
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("holder", (ScheduledTaskHolder) this::all);
        return new PlannedTasks(beans.getBeanProvider(ScheduledTaskHolder.class), scheduler);
    }

    private Set<ScheduledTask> all() {
        return registrar.getScheduledTasks();
    }

    @Test
    void OPS_05_a_task_tells_its_last_run_and_result_and_never_runs_twice_at_once_though_asked_for() throws Exception {
        registrar.addFixedDelayTask(new Busy(), Duration.ofMillis(1));
        PlannedTasks tasks = tasks();
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(only(tasks).result()).isEqualTo(PlannedTasks.Result.RUNNING);
        List<CompletableFuture<PlannedTasks.Run>> asked = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> tasks.run("Busy.run")))
                .limit(3)
                .toList();
        goOn.countDown();
        for (CompletableFuture<PlannedTasks.Run> one : asked) {
            assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(PlannedTasks.Run.DONE);
        }
        Awaitility.await().until(() -> runs.get() > 5);

        assertThat(most.get()).isEqualTo(1);
        assertThat(only(tasks).last()).isNotNull();
        assertThat(tasks.run("Nobody.knows")).isEqualTo(PlannedTasks.Run.UNKNOWN);
    }

    @Test
    void OPS_05_a_task_that_fails_says_so_and_why() {
        registrar.addCronTask(
                new Runnable() {
                    @Override
                    public void run() {
                        throw new IllegalStateException("le disque est plein");
                    }

                    @Override
                    public String toString() {
                        return "org.bocage.essai.Failing.run";
                    }
                },
                "0 0 3 1 1 *");
        PlannedTasks tasks = tasks();
        assertThat(only(tasks).result()).isEqualTo(PlannedTasks.Result.NEVER);
        assertThat(only(tasks).next()).isNotNull();

        assertThat(tasks.run("Failing.run")).isEqualTo(PlannedTasks.Run.FAILED);

        assertThat(only(tasks).result()).isEqualTo(PlannedTasks.Result.FAILED);
        assertThat(only(tasks).problem()).hasMessage("le disque est plein");
    }

    private static PlannedTasks.Planned only(PlannedTasks tasks) {
        assertThat(tasks.all()).hasSize(1);
        return Objects.requireNonNull(tasks.all().get(0));
    }
}
