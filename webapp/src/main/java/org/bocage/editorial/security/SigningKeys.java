package org.bocage.editorial.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.jcr.Node;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.stereotype.Component;

/** Signs what an address carries, with a key for each purpose that never leaves the author store (HMAC-SHA-256, RFC 2104). */
@Component
public class SigningKeys {

    private static final Workspace CONFIG = new Workspace("config");
    private static final String KEY = "cle";

    private final Stores stores;
    private final SecureRandom random = new SecureRandom();

    SigningKeys(Stores stores) {
        this.stores = stores;
    }

    /** The signature, 32 bytes. */
    public byte[] sign(String purpose, byte[] signed) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key(purpose).getBytes(StandardCharsets.UTF_8)).hmac(signed);
    }

    /** Of this portal alone, made when it is first needed. */
    private synchronized String key(String purpose) {
        return stores.author().write(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, CONFIG);
            Node root = CONFIG.root(session);
            Node node = root.hasNode(purpose) ? root.getNode(purpose) : root.addNode(purpose, "mgnl:contentNode");
            if (!node.hasProperty(KEY)) {
                byte[] fresh = new byte[32];
                random.nextBytes(fresh);
                node.setProperty(KEY, Base64.getEncoder().encodeToString(fresh));
            }
            return node.getProperty(KEY).getString();
        });
    }
}
