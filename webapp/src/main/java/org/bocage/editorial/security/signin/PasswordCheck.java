package org.bocage.editorial.security.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bocage.editorial.security.throttling.LoginThrottle;
import org.bocage.editorial.security.throttling.TooManyAttempts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Name and password, for the login form and HTTP Basic alike: throttled, and a few at a time, for each check takes
 * memory on purpose. An unknown name takes as long as a wrong password. When accounts cannot be read, nobody's password is wrong: the
 * failure goes on as it is, and the attempt does not count.
 */
final class PasswordCheck implements AuthenticationProvider {

    private static final int MAX_LENGTH = 1_000;
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DaoAuthenticationProvider provider;
    private final LoginThrottle throttle;
    private final Runnable answer;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** @param answer fails when accounts cannot be read now: what is still known of them may say that somebody is not */
    PasswordCheck(DaoAuthenticationProvider provider, LoginThrottle throttle, Runnable answer) {
        this.provider = provider;
        this.throttle = throttle;
        this.answer = answer;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        throttle.begin(name, address);
        if (name.length() > MAX_LENGTH
                || String.valueOf(attempt.getCredentials()).length() > MAX_LENGTH) {
            throw new BadCredentialsException("longer than any name or password");
        }
        Authentication result;
        try {
            result = check(attempt);
        } catch (BadCredentialsException e) {
            try {
                answer.run();
            } catch (RuntimeException failure) {
                throttle.takeBack(name, address);
                throw failure;
            }
            throw e;
        } catch (InternalAuthenticationServiceException e) {
            throttle.takeBack(name, address);
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
        throttle.succeeded(name, address);
        return result;
    }

    private @Nullable Authentication check(Authentication attempt) {
        try {
            if (!places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new TooManyAttempts(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts(PATIENCE);
        }
        try {
            return provider.authenticate(attempt);
        } finally {
            places.release();
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
