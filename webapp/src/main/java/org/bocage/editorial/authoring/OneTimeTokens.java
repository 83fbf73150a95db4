package org.bocage.editorial.authoring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Recognises a form that is sent twice: the second sending gets the first one's answer, and changes nothing. */
@Component
class OneTimeTokens {

    private final Cache<String, String> answers = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

    /** What sendings with one token wait on, so that of two that arrive together one sees the other's answer. */
    Object turn(String token) {
        return turns[Math.floorMod(token.hashCode(), turns.length)];
    }

    String fresh() {
        return UUID.randomUUID().toString();
    }

    /** Where the first sending with this token led. */
    Optional<String> answer(String token) {
        return token.isEmpty() ? Optional.empty() : Optional.ofNullable(answers.getIfPresent(token));
    }

    void used(String token, String answer) {
        if (!token.isEmpty() && token.length() <= 64) {
            answers.put(token, answer);
        }
    }
}
