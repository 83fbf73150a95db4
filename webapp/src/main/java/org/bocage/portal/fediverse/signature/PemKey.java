package org.bocage.portal.fediverse.signature;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * Public key of RSA as the document of an actor has it, in PEM: with the name of its algorithm (<a
 * href="https://www.rfc-editor.org/rfc/rfc7468#section-13">RFC 7468, 13</a>), or bare (<a
 * href="https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.1">RFC 8017, A.1.1</a>), as Mobilizon writes it.
 */
public final class PemKey {

    private static final int LEAST_BITS = 2_048;
    private static final int MOST_BITS = 8_192;
    private static final int LONGEST = 4_000;
    private static final String BARE = "-----BEGIN RSA PUBLIC KEY-----";

    /** Name of RSA among algorithms, with parameters of none (RFC 8017, A.1). */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    private static final byte[] NO_UNUSED_BITS = {0};
    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;
    private static final int LENGTH_IN_TWO_BYTES = 0x82;

    private PemKey() {}

    /** Reads a key; empty when it is none, or one too weak or too large to be trusted. */
    public static Optional<PublicKey> read(String pem) {
        if (pem.length() > LONGEST) {
            return Optional.empty();
        }
        String base64 =
                pem.replaceAll("-----(BEGIN|END) (RSA )?PUBLIC KEY-----", "").replaceAll("\\s", "");
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(pem.strip().startsWith(BARE) ? named(der) : der));
            int bits = key.getModulus().bitLength();
            return bits >= LEAST_BITS && bits <= MOST_BITS ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A bare key behind the name of its algorithm. */
    private static byte[] named(byte[] bare) {
        return element(SEQUENCE, RSA, element(BIT_STRING, NO_UNUSED_BITS, bare));
    }

    /** An element of DER of 256 bytes or more, which every key that will do is. */
    private static byte[] element(int tag, byte[] first, byte[] second) {
        int length = first.length + second.length;
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        element.write(LENGTH_IN_TWO_BYTES);
        element.write(length >> Byte.SIZE);
        element.write(length);
        element.writeBytes(first);
        element.writeBytes(second);
        return element.toByteArray();
    }
}
