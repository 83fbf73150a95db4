package org.bocage.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path a request asks for, decoded once.
 *
 * @param author whether it is asked of the author store
 * @param raw as it was sent, without the path of the host and without {@code /author}
 * @param decoded the same, decoded
 */
record RequestPath(boolean author, String raw, String decoded) {

    private static final String AUTHOR = "/author";
    private static final Pattern SLUGS = Pattern.compile("(/[a-z0-9-]+)+");

    /** Empty when the bytes are no UTF-8 or the escapes are cut. */
    static Optional<RequestPath> of(HttpServletRequest request) {
        String uri = request.getRequestURI().substring(request.getContextPath().length());
        int parameter = uri.indexOf(';');
        String path = parameter < 0 ? uri : uri.substring(0, parameter);
        boolean author = path.equals(AUTHOR) || path.startsWith(AUTHOR + "/");
        String raw = author ? path.substring(AUTHOR.length()) : path;
        String own = raw.isEmpty() ? "/" : raw;
        return decode(own).map(decoded -> new RequestPath(author, own, decoded));
    }

    /** The same in small letters without accents, as slugs are written; empty when that changes nothing or is no address. */
    Optional<RequestPath> asSlugs() {
        String plain = Normalizer.normalize(
                        decoded.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[ _'’]+", "-")
                .toLowerCase(Locale.ROOT);
        return plain.equals(decoded) || !SLUGS.matcher(plain).matches()
                ? Optional.empty()
                : Optional.of(new RequestPath(author, plain, plain));
    }

    private static Optional<String> decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return Optional.of(raw);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            if (i + 2 >= raw.length()
                    || Character.digit(raw.charAt(i + 1), 16) < 0
                    || Character.digit(raw.charAt(i + 2), 16) < 0) {
                return Optional.empty();
            }
            bytes.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
            i += 2;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
