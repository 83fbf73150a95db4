package org.bocage.editorial.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Account signed in for the request that the calling thread answers. */
@Component
public class CurrentAccount {

    CurrentAccount() {}

    /** The account; empty for a visitor, and outside of a request. */
    public Optional<Account> get() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    public static Optional<Account> of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof AccountDetails details
                ? Optional.of(details.account())
                : Optional.empty();
    }
}
