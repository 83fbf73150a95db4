package org.bocage.editorial.signedlinks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Links of which nothing is kept: the address carries what it is about, signed with a key of this portal. A token is the part of
 * the address that carries it. Whether what it is about is still so, whoever reads the link asks.
 */
@Component
public class SignedLinks {

    private static final int SIGNATURE = 32;
    private static final int LONGEST = 300;

    private final LinkKeys keys;

    SignedLinks(LinkKeys keys) {
        this.keys = keys;
    }

    /** Returns the token that carries some texts. */
    public String token(Purpose purpose, String... parts) {
        return tokenBoundTo("", purpose, parts);
    }

    /** Returns the token that carries some texts, signed together with one that it does not carry. */
    public String tokenBoundTo(String bound, Purpose purpose, String... parts) {
        if (parts.length != purpose.parts()) {
            throw new IllegalArgumentException(purpose + " carries " + purpose.parts() + " parts");
        }
        String text = String.join(".", parts);
        return text + "." + encoded(sign(purpose, text, bound));
    }

    /** Returns the texts that a token carries, or empty if it was not signed here for this purpose. */
    public Optional<List<String>> read(Purpose purpose, String token) {
        return readBoundTo("", purpose, token);
    }

    /** Returns the texts that a token carries, or empty if it was not signed here together with the bound text. */
    public Optional<List<String>> readBoundTo(String bound, Purpose purpose, String token) {
        List<String> parts = Arrays.asList(token.split("\\.", -1));
        int last = parts.size() - 1;
        if (last == 0 || last != purpose.parts()) {
            return Optional.empty();
        }
        List<String> carried = List.copyOf(parts.subList(0, last));
        String signature = encoded(sign(purpose, String.join(".", carried), bound));
        return isSame(bytes(parts.get(last)), bytes(signature)) ? Optional.of(carried) : Optional.empty();
    }

    /** Returns the signature of a text, in characters that fit an address and the name of a node. */
    public String signature(Purpose purpose, String text) {
        return encoded(sign(purpose, text, ""));
    }

    /** Returns the token that carries some bytes. */
    public String packed(Purpose purpose, byte[] content) {
        byte[] signature = keys.sign(purpose, content);
        ByteBuffer token = ByteBuffer.allocate(SIGNATURE + content.length);
        return encoded(
                switch (purpose.layout()) {
                    case SIGNATURE_FIRST -> token.put(signature).put(content).array();
                    case SIGNATURE_LAST -> token.put(content).put(signature).array();
                    case DOTTED -> throw new IllegalArgumentException(purpose + " carries texts");
                });
    }

    /** Returns the bytes that a token carries, or empty if it was not signed here for this purpose. */
    public Optional<byte[]> unpacked(Purpose purpose, String token) {
        byte[] bytes = decoded(token);
        int length = bytes.length - SIGNATURE;
        if (length <= 0) {
            return Optional.empty();
        }
        boolean isFirst = purpose.layout() == Purpose.Layout.SIGNATURE_FIRST;
        byte[] content = Arrays.copyOfRange(bytes, isFirst ? SIGNATURE : 0, isFirst ? bytes.length : length);
        byte[] signature = Arrays.copyOfRange(bytes, isFirst ? 0 : length, isFirst ? SIGNATURE : bytes.length);
        return isSame(signature, keys.sign(purpose, content)) ? Optional.of(content) : Optional.empty();
    }

    private byte[] sign(Purpose purpose, String text, String bound) {
        return keys.sign(purpose, bytes(purpose.signed(text, bound)));
    }

    /** Whether two signatures are one; takes as long for a wrong one. */
    private static boolean isSame(byte[] given, byte[] right) {
        return MessageDigest.isEqual(given, right);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String token) {
        try {
            return token.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
