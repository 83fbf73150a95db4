package org.bocage.editorial.security.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.CurrentAccount;
import org.bocage.editorial.security.DemoAccounts;
import org.bocage.editorial.security.passkeys.Passkeys;
import org.bocage.editorial.security.sessions.StoredSessions;
import org.bocage.editorial.security.throttling.TooManyAttempts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Course of a sign-in: the form at the address that needs it, and after it the way back, with what was
 * being sent.
 */
@Component
class SignIn {

    private final Screens screens;
    private final DemoAccounts demo;
    private final CurrentAccount account;
    private final StoredSessions sessions;
    private final CookieCsrfTokenRepository csrf;
    private final Passkeys passkeys;
    private final FirstAccountLink first;

    SignIn(
            Screens screens,
            DemoAccounts demo,
            CurrentAccount account,
            StoredSessions sessions,
            CookieCsrfTokenRepository csrf,
            Passkeys passkeys,
            FirstAccountLink first) {
        this.first = first;
        this.screens = screens;
        this.demo = demo;
        this.account = account;
        this.sessions = sessions;
        this.csrf = csrf;
        this.passkeys = passkeys;
    }

    /** Begins a session for somebody who has shown who they are by other means than the form. */
    void enter(Account who, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveContext(new SecurityContextImpl(StoredSessions.authenticated(who)), request, response);
        // forms of before the sign-in count no more, as after the form of passwords
        csrf.saveToken(null, request, response);
    }

    /**
     * Somebody has to sign in first: a program that tried HTTP Basic gets its challenge, anybody else the form right
     * there, under the name that Magnolia has for it; with 200 who comes with a browser, with 401 a program.
     */
    void challenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException, ServletException {
        if (problem instanceof TooManyAttempts slow) {
            retryAfter(response, slow);
        }
        if (SignInAddresses.acceptsBasic(request) && SignInAddresses.hasBasic(request)) {
            if (!(problem instanceof TooManyAttempts)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Bocage\", charset=\"UTF-8\"");
            }
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setStatus(status(problem));
            return;
        }
        String suite = request.getMethod().equals("GET")
                ? ReturnAddress.address(request)
                : request.getContextPath() + "/espace";
        Optional<InterruptedForm> kept =
                SignInAddresses.isRest(request) ? Optional.empty() : InterruptedForm.of(request);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "FormBased");
        // a browser writes a 401 of the page itself into its console as an error, and to sign in is none
        boolean isVisit = request.getMethod().equals("GET")
                && "document".equals(request.getHeader("Sec-Fetch-Dest"))
                && !(problem instanceof TooManyAttempts);
        draw(request, response, isVisit ? HttpServletResponse.SC_OK : status(problem), form(request, suite, kept));
    }

    /** The form itself. */
    void form(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        @Nullable String flash = farewell(request.getParameter("au-revoir"));
        Map<String, Object> form = form(request, suite(request), Optional.empty());
        screens.draw(request, response, HttpServletResponse.SC_OK, "connexion", form, flash);
    }

    /** Name or password is wrong, or it is too early: the form again, with what was typed. */
    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException, ServletException {
        Map<String, Object> form = form(request, suite(request), InterruptedForm.carried(request));
        form.put("username", abbreviated(request.getParameter("username")));
        form.put("problem", "identifiants");
        if (problem instanceof TooManyAttempts slow) {
            retryAfter(response, slow);
            form.put("problem", "ralenti");
            form.put("minutes", (int) Math.max(1, (slow.pause().toSeconds() + 59) / 60));
        } else if (problem instanceof DisabledException) {
            form.put("problem", "inactif");
        }
        draw(request, response, status(problem), form);
    }

    /** Signed in: back to where one was, or to the form that was on its way. */
    void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        Optional<InterruptedForm> kept = InterruptedForm.carried(request);
        if (kept.isPresent()) {
            resume(request, response, HttpServletResponse.SC_OK, kept.get());
        } else {
            response.sendRedirect(suite(request));
        }
    }

    /**
     * Refused. A form whose token is from before the last sign-in is not lost: it is shown again to whoever may send
     * it, to be sent by a press of its button.
     */
    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException, ServletException {
        Optional<InterruptedForm> kept = problem instanceof CsrfException && !SignInAddresses.isForPrograms(request)
                ? InterruptedForm.of(request)
                : Optional.empty();
        boolean login = SignInAddresses.isLogin(request);
        if (kept.isEmpty() || login || !SignInAddresses.isPrivate(request)) {
            if (login && SameOrigin.sent(request)) {
                draw(request, response, HttpServletResponse.SC_FORBIDDEN, again(request));
                return;
            }
            if (SignInAddresses.isPrivate(request) || SignInAddresses.isForPrograms(request)) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                Map<String, Object> page = Map.of("status", 403, "form", true, "back", request.getContextPath() + "/");
                screens.draw(request, response, HttpServletResponse.SC_FORBIDDEN, "erreur", page);
            }
        } else if (account.get().isEmpty()) {
            String suite = request.getContextPath() + "/espace";
            draw(request, response, HttpServletResponse.SC_UNAUTHORIZED, form(request, suite, kept));
        } else {
            resume(request, response, HttpServletResponse.SC_FORBIDDEN, kept.get());
        }
    }

    private Map<String, Object> again(HttpServletRequest request) {
        Map<String, Object> form = form(request, suite(request), InterruptedForm.carried(request));
        form.put("username", abbreviated(request.getParameter("username")));
        return form;
    }

    private void resume(HttpServletRequest request, HttpServletResponse response, int status, InterruptedForm kept)
            throws IOException, ServletException {
        Map<String, Object> page = new HashMap<>();
        page.put("kept", kept.model());
        kept.fields().stream()
                .filter(field -> field.name().equals("titre") && !field.value().isBlank())
                .findFirst()
                .ifPresent(title -> page.put("title", title.value()));
        screens.draw(request, response, status, "reprise", page);
    }

    private void draw(HttpServletRequest request, HttpServletResponse response, int status, Map<String, Object> form)
            throws IOException, ServletException {
        screens.draw(request, response, status, "connexion", form);
    }

    private Map<String, Object> form(HttpServletRequest request, String suite, Optional<InterruptedForm> kept) {
        Map<String, Object> form = new HashMap<>();
        form.put("action", request.getContextPath() + "/connexion");
        form.put("username", "");
        form.put("minutes", 0);
        form.put("suite", suite);
        form.put("cles", passkeys.arePossible(request));
        form.put("personne", first.isWaiting());
        demo.shown().ifPresent(accounts -> form.put("demo", accounts));
        kept.ifPresent(fields -> form.put("kept", fields.model()));
        return form;
    }

    private static String suite(HttpServletRequest request) {
        return ReturnAddress.asked(request).orElse(request.getContextPath() + "/espace");
    }

    private static String abbreviated(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), 200));
    }

    private static int status(AuthenticationException problem) {
        return problem instanceof TooManyAttempts ? 429 : HttpServletResponse.SC_UNAUTHORIZED;
    }

    private static void retryAfter(HttpServletResponse response, TooManyAttempts slow) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(slow.pause().toSeconds() + 1));
    }

    private static @Nullable String farewell(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        return asked.equals("compte") ? "parti" : "deconnecte";
    }
}
