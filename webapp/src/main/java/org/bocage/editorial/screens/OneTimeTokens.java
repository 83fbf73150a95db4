package org.bocage.editorial.screens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** Recognises a form that is sent twice: the second sending gets the first one's answer, and changes nothing. */
@Component
public class OneTimeTokens {

    private final Cache<String, Sent> answers = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

    /** Returns the lock of a token, so that of two requests that arrive together one sees the other's answer. */
    public Object turn(String token) {
        return turns[Math.floorMod(token.hashCode(), turns.length)];
    }

    public String fresh() {
        return UUID.randomUUID().toString();
    }

    /**
     * Submission made with a token.
     *
     * @param answer where it led
     * @param content tells it from what may be sent with the same token later, from a page one came back to; empty when
     *     nothing is lost by taking one for the other
     * @param item what it made or changed; may be empty
     */
    public record Sent(String answer, String content, String item) {

        public boolean holds(Map<String, String[]> posted) {
            return content.equals(OneTimeTokens.content(posted));
        }
    }

    /** Where the first sending with this token led. */
    public Optional<String> answer(String token) {
        return sent(token).map(Sent::answer);
    }

    /** Returns the first submission with this token, or empty if none is known. */
    public Optional<Sent> sent(String token) {
        return token.isEmpty() ? Optional.empty() : Optional.ofNullable(answers.getIfPresent(token));
    }

    public void used(String token, String answer) {
        used(token, new Sent(answer, "", ""));
    }

    public void used(String token, Sent sent) {
        if (!token.isEmpty() && token.length() <= 64) {
            answers.put(token, sent);
        }
    }

    /** Stands for all that a form holds: other words give another one. */
    public static String content(Map<String, String[]> posted) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        new TreeMap<>(posted).forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                digest.update((name + '=' + String.join("\u0000", values) + '\u0001').getBytes(StandardCharsets.UTF_8));
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
