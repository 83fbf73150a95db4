package org.bocage.editorial.security.throttling;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.bocage.SettableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Waits imposed between attempts to sign in. */
@Tag("fast")
class LoginThrottleTests {

    private final SettableClock clock = new SettableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock, 2);

    @Test
    void nobody_waits_for_a_day_because_the_clock_was_set_back_by_one() {
        throttle.begin("ana", "192.0.2.1");
        throttle.begin("ana", "192.0.2.1");
        assertThatThrownBy(() -> throttle.begin("ana", "192.0.2.1")).isInstanceOf(TooManyAttempts.class);

        clock.forward(Duration.ofDays(-1));

        assertThatCode(() -> throttle.begin("ana", "192.0.2.1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> throttle.begin("ana", "192.0.2.1")).isInstanceOf(TooManyAttempts.class);
    }
}
