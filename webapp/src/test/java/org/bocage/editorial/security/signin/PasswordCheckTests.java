package org.bocage.editorial.security.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.editorial.security.throttling.LoginThrottle;
import org.bocage.editorial.security.throttling.TooManyAttempts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;

/** A password is wrong only when it was looked at. */
@Tag("fast")
class PasswordCheckTests {

    private static final int FREE = 2;

    private final RepositoryFailure away =
            new RepositoryFailure("it cannot be read", new SQLException("the connection was refused", "08001"));

    private boolean isAway = true;

    private final ProviderManager passwords = new ProviderManager(new PasswordCheck(
            new DaoAuthenticationProvider(this::load), new LoginThrottle(Clock.systemUTC(), FREE), () -> {}));

    private User load(String name) {
        if (isAway) {
            throw away;
        }
        return new User(name, "{noop}saule", List.of());
    }

    private void attempt(String password) {
        passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("ana", password));
    }

    @Test
    void without_the_database_the_failure_is_its_own_however_often_one_tries() {
        for (int attempt = 0; attempt < 5 * FREE; attempt++) {
            assertThatThrownBy(() -> attempt("saule")).isSameAs(away);
        }
        isAway = false;

        assertThatCode(() -> attempt("saule")).doesNotThrowAnyException();
    }

    @Test
    void wrong_passwords_of_before_an_outage_count_after_it() {
        isAway = false;
        assertThatThrownBy(() -> attempt("frene")).isInstanceOf(BadCredentialsException.class);
        isAway = true;
        assertThatThrownBy(() -> attempt("saule")).isSameAs(away);
        isAway = false;
        assertThatThrownBy(() -> attempt("frene")).isInstanceOf(BadCredentialsException.class);

        assertThatThrownBy(() -> attempt("frene")).isInstanceOf(TooManyAttempts.class);
    }
}
