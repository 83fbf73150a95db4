package org.bocage.editorial.items.sharing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Shared items that are in no form yet, for an hour, each under a token that nobody guesses. One is for the account that shared it; one
 * that came before anybody signed in is for who opens it first, in a smaller place of its own, so that no stranger drives out the rest.
 */
@Component
public class SharedItems {

    private static final Logger log = LoggerFactory.getLogger(SharedItems.class);
    private static final Duration KEPT = Duration.ofHours(1);
    /** Sizes of both places, in kilobytes. */
    private static final int MOST_OWNED = 200 * 1024;

    private static final int MOST_UNOWNED = 80 * 1024;
    /** Counted of each besides its pictures. */
    private static final int WORDS = 8;

    private final Cache<String, Owned> owned;
    private final Cache<String, Owned> unowned;

    SharedItems() {
        this(Ticker.systemTicker(), ForkJoinPool.commonPool());
    }

    /** @param cleaning runs what takes files away */
    SharedItems(Ticker ticker, Executor cleaning) {
        this.owned = kept(MOST_OWNED, ticker, cleaning);
        this.unowned = kept(MOST_UNOWNED, ticker, cleaning);
    }

    /**
     * Something shared.
     *
     * @param by the account; empty when nobody was signed in
     */
    private record Owned(SharedItem item, String by) {

        int weight() {
            long bytes =
                    item.pictures().stream().mapToLong(SharedItem.Picture::size).sum();
            return WORDS + (int) Math.min(bytes / 1024, Integer.MAX_VALUE - WORDS);
        }
    }

    private static Cache<String, Owned> kept(int kilobytes, Ticker ticker, Executor cleaning) {
        return Caffeine.newBuilder()
                .ticker(ticker)
                .executor(cleaning)
                .maximumWeight(kilobytes)
                .weigher((String token, Owned one) -> one.weight())
                .expireAfterWrite(KEPT)
                .scheduler(Scheduler.systemScheduler())
                .removalListener(SharedItems::removed)
                .build();
    }

    /**
     * Keeps something and names it.
     *
     * @param by the account that shared it; empty when nobody is signed in
     */
    String keep(SharedItem item, String by) {
        String token = UUID.randomUUID().toString();
        (by.isEmpty() ? unowned : owned).put(token, new Owned(item, by));
        return token;
    }

    /** Returns what an account shared under a token; what nobody's is becomes theirs. */
    public Optional<SharedItem> find(String token, String account) {
        Owned free = unowned.asMap().remove(token);
        if (free != null) {
            owned.put(token, new Owned(free.item(), account));
        }
        return Optional.ofNullable(owned.getIfPresent(token))
                .filter(one -> one.by().equals(account))
                .map(Owned::item);
    }

    @PreDestroy
    void close() {
        Stream.of(owned, unowned)
                .flatMap(kept -> kept.asMap().values().stream())
                .forEach(SharedItems::delete);
    }

    private static void removed(@Nullable String token, @Nullable Owned gone, RemovalCause cause) {
        // what somebody opened goes on elsewhere
        if (gone == null || cause == RemovalCause.EXPLICIT) {
            return;
        }
        delete(gone);
    }

    private static void delete(Owned gone) {
        for (SharedItem.Picture picture : gone.item().pictures()) {
            try {
                Files.deleteIfExists(picture.file());
            } catch (IOException e) {
                log.warn("The picture {} of a share stays", picture.file().getFileName(), e);
            }
        }
    }
}
