package org.bocage.cms.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@Tag("fast")
class DeadlineTests {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void who_uses_the_processor_for_too_long_is_given_up() {
        try (Deadline deadline = new Deadline(Duration.ofMillis(200), LONG)) {
            assertThatThrownBy(() -> burn(deadline)).hasMessage("it takes longer than 200 ms of a processor");
        }
    }

    @Test
    void who_waits_without_end_is_given_up_in_the_end() {
        try (Deadline deadline = new Deadline(LONG, Duration.ofMillis(200))) {
            assertThatThrownBy(new CountDownLatch(1)::await).isInstanceOf(InterruptedException.class);
            assertThatThrownBy(deadline::check).hasMessage("it waits for longer than 200 ms");
        }
    }

    @Test
    void who_is_told_of_the_processor_alone_may_take_six_times_as_much_of_the_clock() {
        try (Deadline deadline = new Deadline(Duration.ofMillis(400))) {
            assertThatThrownBy(new CountDownLatch(1)::await).isInstanceOf(InterruptedException.class);
            assertThatThrownBy(deadline::check).hasMessage("it waits for longer than 2400 ms");
        }
    }

    @Test
    void a_reading_that_hangs_does_not_keep_the_limit_of_others_from_coming() throws Exception {
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> hanging = other.submit(() -> {
                while (true) {
                    try (Deadline deadline = new Deadline(LONG, Duration.ofMillis(20))) {
                        return deadline.reading(() -> {
                            reads.countDown();
                            return end.await(100, TimeUnit.SECONDS);
                        });
                    } catch (LimitReached e) {
                        // on a busy machine it was over before the reading began: once more
                        assertThat(reads.getCount()).isOne();
                    }
                }
            });
            reads.await();
            try (Deadline deadline = new Deadline(Duration.ofMillis(200), LONG)) {
                assertThatThrownBy(() -> burn(deadline)).isInstanceOf(LimitReached.class);
            }
            end.countDown();
            // it was not interrupted while it read
            assertThat(hanging.get()).isTrue();
        } finally {
            end.countDown();
            other.shutdownNow();
        }
    }

    private static void burn(Deadline deadline) {
        while (true) {
            deadline.check();
        }
    }
}
