package org.bocage.editorial.security.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.links.MailedLinks;
import org.bocage.editorial.security.links.OneUseLinks;
import org.bocage.editorial.security.throttling.TooManyAttempts;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Coming in by a mail: asking for a link, and using it. Opening a link changes nothing, for those who look through mails for
 * dangers open them too; the button on its page does.
 */
@Controller
class LinkController {

    private static final String ASK = "/connexion/recevoir";
    private static final String LINK = "/connexion/lien/{token}";
    private static final String SPACE = "/espace";

    private final Screens screens;
    private final SignIn signIn;
    private final MailedLinks mails;
    private final OneUseLinks links;
    private final Accounts accounts;

    LinkController(Screens screens, SignIn signIn, MailedLinks mails, OneUseLinks links, Accounts accounts) {
        this.screens = screens;
        this.signIn = signIn;
        this.mails = mails;
        this.links = links;
        this.accounts = accounts;
    }

    @GetMapping(ASK)
    void asking(@RequestParam(defaultValue = "") String pour, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean sent = request.getParameter("parti") != null;
        draw(request, response, 200, sent ? "lien-parti" : "lien-demande", asked(kind(pour), "", ""));
    }

    @PostMapping(ASK)
    void ask(
            @RequestParam(defaultValue = "") String pour,
            @RequestParam(defaultValue = "") String courriel,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        OneUseLinks.Kind kind = kind(pour);
        if (!Mail.isAddress(courriel.strip())) {
            String typed = courriel.substring(0, Math.min(courriel.length(), Accounts.MAX_TEXT));
            draw(request, response, 422, "lien-demande", asked(kind, typed, "courriel"));
            return;
        }
        try {
            mails.ask(courriel.strip(), kind, request.getRemoteAddr());
        } catch (TooManyAttempts e) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.pause().toSeconds() + 1));
            draw(request, response, 429, "lien-demande", asked(kind, courriel, "ralenti"));
            return;
        }
        redirect(request, response, ASK + "?parti&pour=" + kind.key());
    }

    /** Shows what a link does, and uses it not. */
    @GetMapping(LINK)
    void open(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<OneUseLinks.Link> link = links.find(token);
        if (link.isEmpty()) {
            lost(request, response);
        } else {
            show(link.get(), request, response, 200, "");
        }
    }

    @PostMapping(LINK)
    void use(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        Optional<OneUseLinks.Link> found = links.find(token);
        if (found.isEmpty()) {
            lost(request, response);
            return;
        }
        OneUseLinks.Link link = found.get();
        switch (link.kind()) {
            case INVITATION, PASSWORD -> {
                if (!Accounts.isPassword(password)) {
                    show(link, request, response, 422, "password");
                    return;
                }
                String encoded = accounts.encode(password);
                enter(links.use(token, link.kind(), user -> Accounts.givePassword(user, encoded)), request, response);
            }
            case SIGN_IN -> enter(links.use(token, link.kind(), user -> {}), request, response);
            case ADDRESS -> changeAddress(token, link, request, response);
        }
    }

    private void changeAddress(
            String token, OneUseLinks.Link link, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (accounts.find(link.email()).isPresent()) {
            show(link, request, response, 409, "courriel");
            return;
        }
        Optional<Account> changed = links.use(token, link.kind(), user -> {
            links.endAll(user.getSession(), user.getName());
            user.setProperty("email", link.email());
            mails.warn(user.getSession(), link.account(), link.email());
        });
        if (changed.isEmpty()) {
            lost(request, response);
        } else {
            redirect(request, response, "/espace/compte?fait=adresse-changee");
        }
    }

    private void enter(Optional<Account> account, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (account.isEmpty()) {
            lost(request, response);
            return;
        }
        signIn.enter(account.get(), request, response);
        redirect(request, response, SPACE);
    }

    private void show(
            OneUseLinks.Link link, HttpServletRequest request, HttpServletResponse response, int status, String problem)
            throws IOException, ServletException {
        Map<String, Object> page = new HashMap<>();
        page.put("address", request.getRequestURI());
        page.put("kind", link.kind().key());
        page.put("name", link.account().displayName());
        page.put(
                "email",
                link.kind() == OneUseLinks.Kind.ADDRESS
                        ? link.email()
                        : link.account().email());
        page.put("problem", problem);
        draw(request, response, status, "lien", page);
    }

    private void lost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        draw(request, response, HttpServletResponse.SC_NOT_FOUND, "lien-perdu", Map.of());
    }

    private void draw(
            HttpServletRequest request, HttpServletResponse response, int status, String view, Map<String, ?> page)
            throws IOException, ServletException {
        response.setHeader(Screens.REFERRER_POLICY, Screens.NO_REFERRER);
        screens.draw(request, response, status, view, page);
    }

    private static Map<String, Object> asked(OneUseLinks.Kind kind, String email, String problem) {
        return Map.of("kind", kind.key(), "email", email, "problem", problem);
    }

    /** A forgotten password unless something else is asked for; an invitation is nothing that one asks for. */
    private static OneUseLinks.Kind kind(String key) {
        return key.equals(OneUseLinks.Kind.SIGN_IN.key()) ? OneUseLinks.Kind.SIGN_IN : OneUseLinks.Kind.PASSWORD;
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(Screens.REFERRER_POLICY, Screens.NO_REFERRER);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + address);
    }
}
