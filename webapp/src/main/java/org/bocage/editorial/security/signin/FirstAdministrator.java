package org.bocage.editorial.security.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.editorial.links.RandomTokens;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.DemoAccounts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A portal without administrator says at its start how to become the first: a link that works once, until the next
 * start. With an administrator there is no such link, and its page is absent.
 */
@Component
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String ROLE = "admin";

    private final Accounts accounts;
    private final Screens screens;
    private final Object creation = new Object();
    private volatile @Nullable String expected;

    FirstAdministrator(Accounts accounts, DemoAccounts demo, Screens screens) {
        this.accounts = accounts;
        this.screens = screens;
        this.expected = accounts.withRole(ROLE).isEmpty() ? RandomTokens.create() : null;
    }

    /** The address, within the site, where the first administrator is made; empty when there is one. */
    Optional<String> link() {
        return Optional.ofNullable(expected).map(token -> "/connexion/premier-compte?jeton=" + token);
    }

    void form(String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!isExpected(token)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        draw(token, request, response, HttpServletResponse.SC_OK, "");
    }

    void create(String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        synchronized (creation) {
            if (!isExpected(token)) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
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
            try {
                accounts.create(
                        value(request, "username"),
                        value(request, "titre"),
                        value(request, "courriel"),
                        List.of(ROLE),
                        password);
            } catch (IllegalArgumentException e) {
                log.info("The first administrator was not created: {}", e.getMessage());
                draw(token, request, response, 422, "username");
                return;
            }
            expected = null;
        }
        response.sendRedirect(request.getContextPath() + "/connexion");
    }

    private void draw(
            String token, HttpServletRequest request, HttpServletResponse response, int status, String problem)
            throws IOException, ServletException {
        response.setHeader(Screens.REFERRER_POLICY, Screens.NO_REFERRER);
        Map<String, Object> page = new HashMap<>();
        page.put("jeton", token);
        page.put("problem", problem);
        for (String field : List.of("username", "titre", "courriel")) {
            page.put(field, value(request, field));
        }
        screens.draw(request, response, status, "premier-compte", page);
    }

    private boolean isExpected(String token) {
        String wanted = expected;
        return wanted != null
                && MessageDigest.isEqual(
                        wanted.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static String value(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
