package org.bocage.editorial.authoring;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.bocage.editorial.security.SigningKeys;
import org.springframework.stereotype.Component;

/** Tokens by which somebody without an account sees one page until a moment: page and moment, signed by this portal. */
@Component
class ShareLinks {

    private static final String PURPOSE = "apercu";
    private static final int SIGNED = 24;
    private static final int LONGEST = 100;

    private final SigningKeys keys;

    ShareLinks(SigningKeys keys) {
        this.keys = keys;
    }

    /** A token for a page. */
    String token(String page, Instant until) {
        UUID id = UUID.fromString(page);
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(until.getEpochSecond())
                .array();
        byte[] signature = keys.sign(PURPOSE, signed);
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
        if (!MessageDigest.isEqual(keys.sign(PURPOSE, signed), Arrays.copyOfRange(bytes, SIGNED, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(signed);
        UUID page = new UUID(read.getLong(), read.getLong());
        return Instant.ofEpochSecond(read.getLong()).isAfter(now) ? Optional.of(page.toString()) : Optional.empty();
    }
}
