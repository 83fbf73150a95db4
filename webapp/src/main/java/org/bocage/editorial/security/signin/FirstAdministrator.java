package org.bocage.editorial.security.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.security.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Page of the first administrator, behind the link that a portal without one says at its start. Whoever makes the account is signed
 * in and led to the private space; the link then says that it is used up.
 */
@Component
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final FirstAccountLink link;
    private final Screens screens;
    private final SignIn signIn;
    private final Object creation = new Object();

    FirstAdministrator(Accounts accounts, FirstAccountLink link, Screens screens, SignIn signIn) {
        this.accounts = accounts;
        this.screens = screens;
        this.signIn = signIn;
        this.link = link;
    }

    void form(String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!link.isExpected(token)) {
            tellUnusable(token, request, response);
            return;
        }
        draw(token, request, response, HttpServletResponse.SC_OK, "");
    }

    void create(String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        synchronized (creation) {
            if (!link.isExpected(token)) {
                tellUnusable(token, request, response);
                return;
            }
            String password = value(request, "password");
            if (!Accounts.isPassword(password)) {
                draw(token, request, response, 422, "password");
                return;
            }
            if (!Mail.isAddress(value(request, "courriel"))) {
                draw(token, request, response, 422, "courriel");
                return;
            }
            String name = accounts.freeName(value(request, "titre"), value(request, "courriel"));
            try {
                accounts.create(
                        name,
                        value(request, "titre"),
                        value(request, "courriel"),
                        List.of(FirstAccountLink.ROLE),
                        password);
            } catch (IllegalArgumentException e) {
                log.info("The first administrator was not created: {}", e.getMessage());
                draw(token, request, response, 422, "titre");
                return;
            }
            link.end();
            signIn.enter(accounts.find(name).orElseThrow(), request, response);
        }
        response.sendRedirect(request.getContextPath() + "/espace");
    }

    private void tellUnusable(String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (token.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            screens.draw(
                    request,
                    response,
                    HttpServletResponse.SC_GONE,
                    "premier-compte-passe",
                    Map.of("relance", link.isWaiting()));
        }
    }

    private void draw(
            String token, HttpServletRequest request, HttpServletResponse response, int status, String problem)
            throws IOException, ServletException {
        response.setHeader(Screens.REFERRER_POLICY, Screens.NO_REFERRER);
        Map<String, Object> page = new HashMap<>();
        page.put("jeton", token);
        page.put("problem", problem);
        for (String field : List.of("titre", "courriel")) {
            page.put(field, value(request, field));
        }
        screens.draw(request, response, status, "premier-compte", page);
    }

    private static String value(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
