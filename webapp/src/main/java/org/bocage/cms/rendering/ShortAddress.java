package org.bocage.cms.rendering;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * The short address of an item, {@code /l/4m2k9x7q}: eight signs worked out from its identifier. Nothing is kept for it, and it
 * stays when the item is renamed.
 */
public final class ShortAddress {

    /** Start of the addresses, after the context path. */
    public static final String PREFIX = "/l/";

    /** A code, as a regular expression. */
    public static final String CODE = "[0-9a-hjkmnp-tv-z]{8}";

    /** Crockford's: without letters that are taken for digits, and without u. */
    private static final String SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 8;
    private static final int BITS = 5;

    private ShortAddress() {}

    /** The code of an identifier. Two items of ten thousand share one in one portal of twenty thousand. */
    public static String code(String id) {
        byte[] digest = sha256(id);
        long bits = 0;
        for (int i = 0; i < BITS; i++) {
            bits = bits << Byte.SIZE | Byte.toUnsignedInt(digest[i]);
        }
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = LENGTH - 1; i >= 0; i--) {
            code.append(SIGNS.charAt((int) (bits >> (i * BITS) & (SIGNS.length() - 1))));
        }
        return code.toString();
    }

    private static byte[] sha256(String text) {
        return DigestUtils.sha256(text);
    }
}
