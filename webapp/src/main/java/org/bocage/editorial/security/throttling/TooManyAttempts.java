package org.bocage.editorial.security.throttling;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody tried too often; the password was not looked at. */
public final class TooManyAttempts extends AuthenticationException {

    private final Duration pause;

    public TooManyAttempts(Duration pause) {
        super("too many attempts");
        this.pause = pause;
    }

    /** How long to wait. */
    public Duration pause() {
        return pause;
    }
}
