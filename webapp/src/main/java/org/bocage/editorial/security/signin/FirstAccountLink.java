package org.bocage.editorial.security.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.DemoAccounts;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The link that makes the first administrator: there is one until it is used or the portal stops, and none with an administrator. */
@Component
class FirstAccountLink {

    static final String ROLE = "admin";

    private final Accounts accounts;
    private volatile @Nullable String expected;

    /** @param demo makes its accounts before this one looks */
    FirstAccountLink(Accounts accounts, DemoAccounts demo) {
        this.accounts = accounts;
        this.expected = accounts.withRole(ROLE).isEmpty() ? RandomTokens.create() : null;
    }

    /** The address, within the site, where the first administrator is made; empty when there is one. */
    Optional<String> address() {
        return waiting().map(token -> "/connexion/premier-compte?jeton=" + token);
    }

    boolean isWaiting() {
        return waiting().isPresent();
    }

    boolean isExpected(String token) {
        return waiting()
                .filter(wanted -> MessageDigest.isEqual(
                        wanted.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    void end() {
        expected = null;
    }

    /** The token, while nobody became the first administrator, by it or otherwise. */
    private Optional<String> waiting() {
        if (expected != null && !accounts.withRole(ROLE).isEmpty()) {
            end();
        }
        return Optional.ofNullable(expected);
    }
}
