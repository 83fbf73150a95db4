package org.bocage.editorial.signedlinks;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.springframework.stereotype.Component;

/**
 * Keys that sign links (HMAC-SHA-256, RFC 2104). Each is made when there is none and never leaves the author store. Where they lie
 * and which bytes they are cannot change: all links that were mailed would be void.
 */
@Component
class LinkKeys {

    /** Workspace with the key that all dotted links share, in hexadecimal digits. */
    private static final Workspace SHARED = new Workspace("propositions");
    /** Workspace with the keys that the other purposes have of their own; the Base64 text itself is the key, as UTF-8. */
    private static final Workspace OWN = new Workspace("config");

    private static final String KEY = "cle";
    private static final int BYTES = 32;

    private final WritableStore store;
    private final SecureRandom random = new SecureRandom();
    private final byte[] shared;
    private final Map<Purpose, byte[]> own = new EnumMap<>(Purpose.class);

    LinkKeys(Stores stores) {
        this.store = stores.author();
        this.shared = HexFormat.of().parseHex(store.write(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, SHARED);
            return key(SHARED.root(session), HexFormat.of()::formatHex);
        }));
    }

    /** Returns the signature by the key of a purpose, 32 bytes. */
    byte[] sign(Purpose purpose, byte[] signed) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key(purpose)).hmac(signed);
    }

    private byte[] key(Purpose purpose) {
        return purpose.layout() == Purpose.Layout.DOTTED ? shared : own(purpose);
    }

    private synchronized byte[] own(Purpose purpose) {
        byte[] known = own.get(purpose);
        if (known != null) {
            return known;
        }
        String text = store.alone(
                OWN.name() + " " + KEY,
                () -> store.write(Identity.SYSTEM, session -> {
                    NodeTypes.ensureWorkspace(session, OWN);
                    Node root = OWN.root(session);
                    String name = purpose.key();
                    Node node = root.hasNode(name) ? root.getNode(name) : root.addNode(name, "mgnl:contentNode");
                    return key(node, Base64.getEncoder()::encodeToString);
                }));
        byte[] key = text.getBytes(StandardCharsets.UTF_8);
        own.put(purpose, key);
        return key;
    }

    private String key(Node node, Function<byte[], String> written) throws RepositoryException {
        if (!node.hasProperty(KEY)) {
            byte[] fresh = new byte[BYTES];
            random.nextBytes(fresh);
            node.setProperty(KEY, written.apply(fresh));
        }
        return node.getProperty(KEY).getString();
    }
}
