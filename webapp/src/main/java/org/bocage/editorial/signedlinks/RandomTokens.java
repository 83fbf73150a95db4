package org.bocage.editorial.signedlinks;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** Opaque random texts that a link or a cookie carries, of which the store keeps the SHA-256 only. */
public final class RandomTokens {

    private static final SecureRandom random = new SecureRandom();
    private static final int BYTES = 32;

    private RandomTokens() {}

    /** 256 random bits, in characters that fit a cookie and an address. */
    public static String create() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a text is written as a token is. */
    public static boolean isOne(String text) {
        return text.matches("[A-Za-z0-9_-]{43}");
    }

    /** The hash that the store keeps in place of a token. */
    public static String sha256(String token) {
        return DigestUtils.sha256Hex(token);
    }
}
