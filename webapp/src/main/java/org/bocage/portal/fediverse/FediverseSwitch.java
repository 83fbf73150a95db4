package org.bocage.portal.fediverse;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.changes.StateCached;
import org.bocage.cms.repository.config.KeptSettings;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.mail.MailKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the portal can be followed, since when, and the key of its actors: kept in the author store at {@code config:/fediverse},
 * the private half sealed as the password of the mail server is. It is off until an administrator says otherwise.
 */
@Component
class FediverseSwitch {

    private static final Logger log = LoggerFactory.getLogger(FediverseSwitch.class);
    private static final Workspace CONFIG = KeptSettings.WORKSPACE;
    private static final String NODE = "fediverse";
    private static final String ON = "on";
    private static final String SINCE = "since";
    private static final String PUBLIC = "public-key";
    private static final String PRIVATE = "private-key";
    private static final String BASE = "base";
    private static final String PURPOSE = "fediverse";
    private static final int KEY_BITS = 2_048;
    private static final int LINE = 64;

    private final Stores stores;
    private final MailKey seal;
    private final Clock clock;
    private final StateCached<Kept> kept;

    FediverseSwitch(Stores stores, MailKey seal, Clock clock) {
        this.stores = stores;
        this.seal = seal;
        this.clock = clock;
        this.kept = new StateCached<>(
                () -> stores.author().state(), () -> stores.author().read(Identity.SYSTEM, FediverseSwitch::read));
    }

    private record Kept(boolean on, Instant since, String base, String publicKey, String sealed) {

        static final Kept NONE = new Kept(false, Instant.EPOCH, "", "", "");

        @Override
        public String toString() {
            return "Kept[" + on + "]";
        }
    }

    private static Kept read(Session session) throws RepositoryException {
        Optional<Node> node = CONFIG.exists(session) ? CONFIG.node(session, "/" + NODE) : Optional.empty();
        return node.isEmpty()
                ? Kept.NONE
                : new Kept(
                        node.get().getProperty(ON).getBoolean(),
                        node.get().getProperty(SINCE).getDate().toInstant(),
                        node.get().hasProperty(BASE)
                                ? node.get().getProperty(BASE).getString()
                                : "",
                        node.get().getProperty(PUBLIC).getString(),
                        node.get().getProperty(PRIVATE).getString());
    }

    boolean isOn() {
        return kept.get().on();
    }

    /** When it was last switched on: what was on line before is told to nobody. */
    Instant since() {
        return kept.get().since();
    }

    /** Address of the site under which the actors are followed; empty before anything was told. */
    String base() {
        return kept.get().base();
    }

    /**
     * Begins anew when the site has another address: its actors are others then, whom nobody follows and who have said nothing. The
     * caller saves.
     */
    void beginAt(Session session, String base) throws RepositoryException {
        Node node = node(session);
        String former = node.hasProperty(BASE) ? node.getProperty(BASE).getString() : "";
        if (!former.equals(base)) {
            if (!former.isEmpty()) {
                FediverseStore.clear(session);
            }
            node.setProperty(BASE, base);
        }
    }

    /** The public key of the actors, as PEM; empty before it was ever switched on. */
    String publicKey() {
        return kept.get().publicKey();
    }

    /** Returns the private key, made anew when the one that is kept cannot be opened here any more. For the machine that leads alone. */
    PrivateKey privateKey() {
        Optional<PrivateKey> key = knownKey();
        if (key.isPresent()) {
            return key.get();
        }
        log.warn(
                "The key of the actors cannot be opened; another one is made, and is read by those who follow when they ask again");
        stores.author().update(Identity.SYSTEM, session -> writeKey(node(session)));
        return knownKey().orElseThrow();
    }

    /** Returns the private key; empty when it cannot be opened here. */
    Optional<PrivateKey> knownKey() {
        return seal.open(kept.get().sealed(), PURPOSE).map(text -> {
            try {
                return KeyFactory.getInstance("RSA")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The key of the actors is none", e);
            }
        });
    }

    /** Switches it on or off; the key is made when there is none. The caller saves. */
    void write(Session session, boolean on) throws RepositoryException {
        Node node = node(session);
        node.setProperty(ON, on);
        node.setProperty(SINCE, Dates.utc(clock.instant()));
        if (!node.hasProperty(PUBLIC)) {
            writeKey(node);
        }
    }

    private static Node node(Session session) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, CONFIG);
        Node root = CONFIG.root(session);
        return root.hasNode(NODE) ? root.getNode(NODE) : root.addNode(NODE, "mgnl:contentNode");
    }

    private void writeKey(Node node) throws RepositoryException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            KeyPair pair = generator.generateKeyPair();
            node.setProperty(PUBLIC, pem(pair.getPublic().getEncoded()));
            node.setProperty(
                    PRIVATE,
                    seal.seal(
                            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java makes no keys", e);
        }
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key) + "\n-----END PUBLIC KEY-----\n";
    }
}
