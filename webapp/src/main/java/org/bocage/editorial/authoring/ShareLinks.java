package org.bocage.editorial.authoring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.stereotype.Component;

/** Tokens by which somebody without an account sees one page until a moment: page and moment, signed by this portal. */
@Component
class ShareLinks {

    private static final Workspace CONFIG = new Workspace("config");
    private static final String NODE = "apercu";
    private static final String KEY = "cle";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNED = 24;
    private static final int LONGEST = 100;

    private final Stores stores;
    private final SecureRandom random = new SecureRandom();

    ShareLinks(Stores stores) {
        this.stores = stores;
    }

    /** A token for a page. */
    String token(String page, Instant until) {
        UUID id = UUID.fromString(page);
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(until.getEpochSecond())
                .array();
        byte[] signature = sign(signed);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(signed.length + signature.length)
                        .put(signed)
                        .put(signature)
                        .array());
    }

    /** The page of a token; empty when it is none of ours, or of the past. */
    Optional<String> page(String token, Instant now) {
        byte[] bytes;
        try {
            bytes = token.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length <= SIGNED) {
            return Optional.empty();
        }
        byte[] signed = Arrays.copyOf(bytes, SIGNED);
        if (!MessageDigest.isEqual(sign(signed), Arrays.copyOfRange(bytes, SIGNED, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(signed);
        UUID page = new UUID(read.getLong(), read.getLong());
        return Instant.ofEpochSecond(read.getLong()).isAfter(now) ? Optional.of(page.toString()) : Optional.empty();
    }

    private byte[] sign(byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign", e);
        }
    }

    /** Of this portal alone, made when it is first needed. */
    private synchronized String key() {
        return stores.author().write(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, CONFIG);
            Node root = CONFIG.root(session);
            Node node = root.hasNode(NODE) ? root.getNode(NODE) : root.addNode(NODE, "mgnl:contentNode");
            if (!node.hasProperty(KEY)) {
                byte[] fresh = new byte[32];
                random.nextBytes(fresh);
                node.setProperty(KEY, Base64.getEncoder().encodeToString(fresh));
            }
            return node.getProperty(KEY).getString();
        });
    }
}
