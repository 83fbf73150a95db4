package org.bocage.editorial.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.links.MailedLinks;
import org.bocage.editorial.security.links.OneUseLinks;
import org.bocage.editorial.security.sessions.Devices;
import org.bocage.editorial.security.throttling.TooManyAttempts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Changes that people make to their own accounts. */
@Component
public class OwnAccount {

    /** For so long after coming in nobody is asked for a password again. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final WritableStore store;
    private final Accounts accounts;
    private final AuthenticationManager passwords;
    private final SignIn signIn;
    private final MailedLinks mails;
    private final Devices devices;
    private final Clock clock;

    OwnAccount(
            Stores stores,
            Accounts accounts,
            AuthenticationManager passwords,
            SignIn signIn,
            MailedLinks mails,
            Devices devices,
            ObjectProvider<Clock> clock) {
        this.devices = devices;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.store = stores.author();
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.mails = mails;
    }

    /** Result of a requested change. */
    public enum Outcome {
        DONE,
        /** The password that was asked for is another. */
        WRONG_PASSWORD,
        /** Too many wrong ones: it was not looked at. */
        TOO_MANY,
        /** It is shorter than a password may be, or longer. */
        NO_PASSWORD,
        NO_ADDRESS,
        /** Somebody else has it. */
        TAKEN_ADDRESS
    }

    /** Gives somebody another password. Their sessions end everywhere, but here. */
    public Outcome changePassword(
            Account account, String old, String fresh, HttpServletRequest request, HttpServletResponse response) {
        if (!Accounts.isPassword(fresh)) {
            return Outcome.NO_PASSWORD;
        }
        Outcome known = check(account, old, request);
        if (known == Outcome.DONE) {
            accounts.setPassword(account.name(), fresh);
            signIn.enter(account, request, response);
        }
        return known;
    }

    /** Sends a link to a new mail address, by which it becomes that of the account. */
    public Outcome changeAddress(Account account, String email, String password, HttpServletRequest request) {
        if (!Mail.isAddress(email)) {
            return Outcome.NO_ADDRESS;
        }
        Outcome known = check(account, password, request);
        if (known != Outcome.DONE) {
            return known;
        }
        if (accounts.find(email).isPresent()) {
            return Outcome.TAKEN_ADDRESS;
        }
        store.update(
                Identity.SYSTEM,
                session -> mails.send(session, account, OneUseLinks.Kind.ADDRESS, Map.of("courriel", email)));
        return Outcome.DONE;
    }

    /** Whether it is somebody's own hand: they came in a short while ago, or give their password. */
    public Outcome confirm(Account account, String password, HttpServletRequest request) {
        return cameInLately(account, request) ? Outcome.DONE : check(account, password, request);
    }

    /** Whether somebody came in a short while ago, on the device that asks. */
    public boolean cameInLately(Account account, HttpServletRequest request) {
        return devices.of(account.name(), request).stream()
                .anyMatch(device ->
                        device.current() && device.since().plus(LATELY).isAfter(clock.instant()));
    }

    /** Whether a password is that of the account: wrong ones are counted, as at the door. */
    public Outcome check(Account account, String password, HttpServletRequest request) {
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(account.name(), password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        try {
            passwords.authenticate(attempt);
            return Outcome.DONE;
        } catch (TooManyAttempts e) {
            return Outcome.TOO_MANY;
        } catch (AuthenticationException e) {
            return Outcome.WRONG_PASSWORD;
        }
    }
}
