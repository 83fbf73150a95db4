package org.bocage.editorial.security;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** Opaque random texts that a browser or a link carries, of which the store keeps the SHA-256 only. */
public final class SessionToken {

    private static final SecureRandom random = new SecureRandom();
    private static final int BYTES = 32;

    private SessionToken() {}

    /** 256 random bits, in characters that fit a cookie and an address. */
    public static String create() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static boolean isOne(String text) {
        return text.matches("[A-Za-z0-9_-]{43}");
    }

    public static String sha256(String text) {
        return DigestUtils.sha256Hex(text);
    }
}
