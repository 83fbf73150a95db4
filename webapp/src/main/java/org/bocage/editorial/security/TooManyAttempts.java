package org.bocage.editorial.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody tried too often; the password was not looked at. */
final class TooManyAttempts extends AuthenticationException {

    private final Duration pause;

    TooManyAttempts(Duration pause) {
        super("too many attempts");
        this.pause = pause;
    }

    /** How long to wait. */
    Duration pause() {
        return pause;
    }
}
