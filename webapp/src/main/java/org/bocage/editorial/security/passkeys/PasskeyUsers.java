package org.bocage.editorial.security.passkeys;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** The accounts as authenticators know them: by the identifiers of their nodes. Nothing more is kept of them. */
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

    private final Store store;
    private final Accounts accounts;

    PasskeyUsers(Stores stores, Accounts accounts) {
        this.store = stores.author();
        this.accounts = accounts;
    }

    /** That of an account that exists. */
    PublicKeyCredentialUserEntity of(String account) {
        return Optional.ofNullable(findByUsername(account)).orElseThrow();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return store.<Optional<PublicKeyCredentialUserEntity>>read(Identity.SYSTEM, session -> {
                    Optional<Node> user = Accounts.user(session, account);
                    return user.isEmpty() ? Optional.empty() : Optional.of(entity(user.get()));
                })
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return store.<Optional<PublicKeyCredentialUserEntity>>read(Identity.SYSTEM, session -> {
                    Optional<Node> user = Workspace.USERS.nodeById(session, text(id));
                    return user.isEmpty() ? Optional.empty() : Optional.of(entity(user.get()));
                })
                .orElse(null);
    }

    /** Accounts are made by {@link Accounts}, and exist before they have a key. */
    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("Accounts are not made by their keys");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("Accounts do not go with their keys");
    }

    /** The identifier of an account's node. */
    static String text(Bytes bytes) {
        return new String(bytes.getBytes(), StandardCharsets.US_ASCII);
    }

    private PublicKeyCredentialUserEntity entity(Node user) throws RepositoryException {
        Account account = accounts.account(user);
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .name(account.name())
                .displayName(account.displayName())
                .id(new Bytes(user.getIdentifier().getBytes(StandardCharsets.US_ASCII)))
                .build();
    }
}
