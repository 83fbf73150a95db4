package org.bocage.editorial.items.drafts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bocage.editorial.security.Account;
import org.springframework.stereotype.Component;

/** Register of the people who have the form of an item open now. A note holds as long as the form keeps saying so. */
@Component
public final class Presence {

    /** The form says so every thirty seconds; one word may be lost. */
    private static final Duration HOLDS = Duration.ofSeconds(75);

    private record Note(String item, String account) {}

    private final Cache<Note, String> notes;

    Presence(Clock clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        notes = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(HOLDS)
                .ticker(ticker)
                .build();
    }

    /** Somebody has the form open; the others who do, by the names people know them by. */
    public List<String> note(String item, Account who) {
        notes.put(new Note(item, who.name()), who.displayName());
        return notes.asMap().entrySet().stream()
                .filter(note -> note.getKey().item().equals(item)
                        && !note.getKey().account().equals(who.name()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /** Somebody is done with an item. */
    public void leave(String item, String account) {
        notes.invalidate(new Note(item, account));
    }
}
