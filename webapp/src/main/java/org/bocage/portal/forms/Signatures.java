package org.bocage.portal.forms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.jcr.Node;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.springframework.stereotype.Component;

/** Signs what a link or a form carries, with a key that never leaves the author store (HMAC-SHA-256, RFC 2104). */
@Component
public class Signatures {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final byte[] key;

    Signatures(Stores stores, UnconfirmedSubmissions intake) {
        this.key = stores.author().write(Identity.SYSTEM, session -> {
            Node root = intake.root(session);
            if (!root.hasProperty("cle")) {
                byte[] fresh = new byte[BYTES];
                random.nextBytes(fresh);
                root.setProperty("cle", HexFormat.of().formatHex(fresh));
            }
            return HexFormat.of().parseHex(root.getProperty("cle").getString());
        });
    }

    /** 256 random bits, in characters that fit an address. */
    public String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return encoded(bytes);
    }

    /** The signature of a text for one purpose, in characters that fit an address. */
    public String of(String purpose, String text) {
        return encoded(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(purpose + "\n" + text));
    }

    /** Whether a signature is that of a text for one purpose; takes as long for a wrong one. */
    public boolean isOf(String signature, String purpose, String text) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8), of(purpose, text).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the hash that the store keeps in place of a random text carried by a link. */
    public static String sha256(String text) {
        return DigestUtils.sha256Hex(text);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
