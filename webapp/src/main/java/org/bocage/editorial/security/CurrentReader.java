package org.bocage.editorial.security;

import jakarta.servlet.http.HttpServletRequest;
import org.bocage.cms.dam.AssetReader;
import org.bocage.cms.delivery.RestReader;
import org.bocage.cms.repository.Identity;
import org.springframework.stereotype.Component;

/** On whose behalf the request of the calling thread reads: its account, or a visitor with the anonymous roles. */
@Component
public class CurrentReader implements org.bocage.cms.site.CurrentReader, AssetReader, RestReader {

    private final CurrentAccount account;
    private final Identity visitor;

    CurrentReader(CurrentAccount account, SecurityProperties properties) {
        this.account = account;
        this.visitor = Identity.anonymous(properties.security().anonymousRoles());
    }

    /** For either store; what it may read there is the store's access control to say. */
    public Identity identity() {
        return account.get().map(Account::identity).orElse(visitor);
    }

    @Override
    public Identity of(HttpServletRequest request) {
        return identity();
    }

    @Override
    public Identity published(HttpServletRequest request) {
        return identity();
    }

    @Override
    public Identity author(HttpServletRequest request) {
        return identity();
    }
}
