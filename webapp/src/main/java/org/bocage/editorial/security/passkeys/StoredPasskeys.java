package org.bocage.editorial.security.passkeys;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * Passkeys (Web Authentication, level 2) in the author store, beside the accounts: one node a key, named by the hash of
 * the identifier that its authenticator gave it. What is kept of a key is public; to the authenticator an account is its node's identifier.
 */
@Component
class StoredPasskeys implements UserCredentialRepository {

    static final Workspace KEYS = new Workspace("cles");
    /** Of one account; nobody carries more authenticators about. */
    static final int MOST = 20;

    private static final int MAX_LABEL = 100;

    private final WritableStore store;
    private final PasskeyUsers users;

    StoredPasskeys(Stores stores, PasskeyUsers users) {
        this.store = stores.author();
        this.users = users;
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, KEYS));
    }

    @Override
    public void save(CredentialRecord key) {
        store.update(Identity.SYSTEM, session -> {
            String name = name(key.getCredentialId());
            Node root = KEYS.root(session);
            Node node = root.hasNode(name) ? root.getNode(name) : root.addNode(name, "mgnl:contentNode");
            node.setProperty("identifiant", key.getCredentialId().toBase64UrlString());
            node.setProperty("compte", PasskeyUsers.text(key.getUserEntityUserId()));
            node.setProperty(
                    "cle", Base64.getEncoder().encodeToString(key.getPublicKey().getBytes()));
            node.setProperty("signatures", key.getSignatureCount());
            node.setProperty("verifie", key.isUvInitialized());
            node.setProperty("copiable", key.isBackupEligible());
            node.setProperty("copiee", key.isBackupState());
            node.setProperty(
                    "transports",
                    key.getTransports().stream()
                            .map(AuthenticatorTransport::getValue)
                            .toArray(String[]::new));
            node.setProperty("attestation", encoded(key.getAttestationObject()));
            node.setProperty("attestationClient", encoded(key.getAttestationClientDataJSON()));
            String label = key.getLabel();
            node.setProperty("nom", label.substring(0, Math.min(label.length(), MAX_LABEL)));
            node.setProperty("creeLe", Dates.utc(key.getCreated()));
            node.setProperty("servieLe", Dates.utc(key.getLastUsed()));
        });
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return store.<Optional<CredentialRecord>>read(Identity.SYSTEM, session -> {
                    Optional<Node> node = KEYS.node(session, "/" + name(id));
                    return node.isEmpty() ? Optional.empty() : Optional.of(record(node.get()));
                })
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return store.read(Identity.SYSTEM, session -> {
            List<CredentialRecord> keys = new ArrayList<>();
            for (Node node : nodes(session, PasskeyUsers.text(user))) {
                keys.add(record(node));
            }
            return keys;
        });
    }

    @Override
    public void delete(Bytes id) {
        store.update(Identity.SYSTEM, session -> {
            Optional<Node> node = KEYS.node(session, "/" + name(id));
            if (node.isPresent()) {
                node.get().remove();
            }
        });
    }

    /** Returns the passkeys of an account, the oldest first. */
    List<Passkey> of(String account) {
        return findByUserId(users.of(account).getId()).stream()
                .sorted(Comparator.comparing(CredentialRecord::getCreated))
                .map(key ->
                        new Passkey(name(key.getCredentialId()), key.getLabel(), key.getCreated(), key.getLastUsed()))
                .toList();
    }

    /** Takes one away; nothing when it is not that account's. */
    void remove(String account, String id) {
        String owner = PasskeyUsers.text(users.of(account).getId());
        store.update(Identity.SYSTEM, session -> {
            for (Node node : nodes(session, owner)) {
                if (node.getName().equals(id)) {
                    node.remove();
                }
            }
        });
    }

    private static List<Node> nodes(Session session, String owner) throws RepositoryException {
        List<Node> found = new ArrayList<>();
        for (NodeIterator nodes = KEYS.root(session).getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.hasProperty("compte")
                    && node.getProperty("compte").getString().equals(owner)) {
                found.add(node);
            }
        }
        return found;
    }

    private static CredentialRecord record(Node node) throws RepositoryException {
        Set<String> transports = new TreeSet<>();
        for (Value value : node.getProperty("transports").getValues()) {
            transports.add(value.getString());
        }
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(node.getProperty("identifiant").getString()))
                .userEntityUserId(
                        new Bytes(node.getProperty("compte").getString().getBytes(StandardCharsets.US_ASCII)))
                .publicKey(new ImmutablePublicKeyCose(
                        Base64.getDecoder().decode(node.getProperty("cle").getString())))
                .signatureCount(node.getProperty("signatures").getLong())
                .uvInitialized(node.getProperty("verifie").getBoolean())
                .backupEligible(node.getProperty("copiable").getBoolean())
                .backupState(node.getProperty("copiee").getBoolean())
                .transports(
                        transports.stream().map(AuthenticatorTransport::valueOf).collect(Collectors.toSet()))
                .attestationObject(decoded(node, "attestation"))
                .attestationClientDataJSON(decoded(node, "attestationClient"))
                .label(node.getProperty("nom").getString())
                .created(instant(node, "creeLe"))
                .lastUsed(instant(node, "servieLe"))
                .build();
    }

    private static Instant instant(Node node, String property) throws RepositoryException {
        return node.getProperty(property).getDate().toInstant();
    }

    private static String encoded(@Nullable Bytes bytes) {
        return bytes == null ? "" : Base64.getEncoder().encodeToString(bytes.getBytes());
    }

    private static @Nullable Bytes decoded(Node node, String property) throws RepositoryException {
        String text = node.getProperty(property).getString();
        return text.isEmpty() ? null : new Bytes(Base64.getDecoder().decode(text));
    }

    /** An authenticator's identifier may be long, or what a name in the store may not hold: its hash names the node. */
    private static String name(Bytes id) {
        return DigestUtils.sha256Hex(id.toBase64UrlString());
    }
}
