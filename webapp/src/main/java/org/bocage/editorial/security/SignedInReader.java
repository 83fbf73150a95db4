package org.bocage.editorial.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.bocage.cms.dam.AssetReader;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.rest.RestReader;
import org.springframework.stereotype.Component;

/** On whose behalf the request of the calling thread reads: its account, or a visitor with the anonymous roles. */
@Component
public class SignedInReader implements org.bocage.cms.site.CurrentReader, AssetReader, RestReader {

    private final CurrentAccount account;
    private final Identity visitor;

    SignedInReader(CurrentAccount account, SecurityProperties properties) {
        this.account = account;
        this.visitor = Identity.anonymous(properties.security().anonymousRoles());
    }

    /** Name of the request attribute by which a forwarded request reads the author store for somebody else. */
    public static final String ON_BEHALF = SignedInReader.class.getName() + ".onBehalf";

    @Override
    public Identity visitor() {
        return visitor;
    }

    /** Somebody without an account, to whom what is for some audiences is shown too. */
    public Identity visitor(Set<Audience> audiences) {
        Set<String> principals = new TreeSet<>(visitor.principals());
        audiences.forEach(audience -> principals.add(audience.principal()));
        return new Identity(visitor.userId(), principals);
    }

    /** For either store; what it may read there is the store's access control to say. */
    public Identity identity() {
        return account.get().map(Account::identity).orElse(visitor);
    }

    /** Name of the request attribute by which whoever asks gets the page that visitors get. */
    public static final String FOR_EVERYBODY = SignedInReader.class.getName() + ".forEverybody";

    @Override
    public Identity of(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(FOR_EVERYBODY)) ? visitor : identity();
    }

    @Override
    public Identity published(HttpServletRequest request) {
        return identity();
    }

    @Override
    public Identity author(HttpServletRequest request) {
        return request.getAttribute(ON_BEHALF) instanceof Identity somebody ? somebody : identity();
    }
}
