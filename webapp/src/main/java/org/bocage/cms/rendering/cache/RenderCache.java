package org.bocage.cms.rendering.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Changes;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.SavedNodes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Cache of pages and page fragments rendered from the published store, each with its dependencies. A change evicts
 * what depends on it, by {@link RenderDependencies}: in all caches at one moment, so that no page is
 * kept that was put together from a part that is over. Thread-safe.
 */
@Component
public class RenderCache implements DisposableBean {

    /** Maximum delay of output that depends on the time of day, as what has ended; twice as much where parts are put together. */
    public static final Duration OLDEST = Duration.ofMinutes(5);

    private final List<Kept<?, ?>> caches = new CopyOnWriteArrayList<>();
    private final ProjectionRunner follower;
    private final AtomicLong generation = new AtomicLong();

    RenderCache(Stores stores, DefinitionRegistry registry) {
        // after the index: what is drawn between the two would be kept with a list that is behind
        this.follower = ProjectionRunner.startLast(stores.published(), "drawings", new Eviction());
        registry.onReload(definitions -> clear());
    }

    /**
     * A new cache.
     *
     * @param mostBytes what it may weigh
     * @param weigher bytes of a key and its value
     */
    public <K, V> Kept<K, V> cache(long mostBytes, Weigher<K, V> weigher) {
        return cache(mostBytes, OLDEST, weigher);
    }

    /**
     * A new cache.
     *
     * @param mostBytes what it may weigh
     * @param longest how long it keeps what no change evicts
     * @param weigher bytes of a key and its value
     */
    public <K, V> Kept<K, V> cache(long mostBytes, Duration longest, Weigher<K, V> weigher) {
        Kept<K, V> cache = new Kept<>(this, mostBytes, longest, weigher);
        caches.add(cache);
        return cache;
    }

    /** Names the present state; to be taken before a rendering starts to read anything, definitions included. */
    public long generation() {
        return generation.get();
    }

    /** Evicts all: something changed that every page may depend on. */
    public synchronized void clear() {
        caches.forEach(cache -> cache.entries.invalidateAll());
        generation.incrementAndGet();
    }

    private synchronized void evict(Changes changes) {
        try {
            Set<String> touched = Stream.of(changes.changed(), changes.removed(), changes.access())
                    .flatMap(Set::stream)
                    .map(path -> Workspace.ofStorePath(path).name())
                    .collect(Collectors.toSet());
            caches.forEach(cache -> cache.entries
                    .asMap()
                    .values()
                    .removeIf(drawn -> drawn.reads().areTouched(changes, touched)));
            // at the end: what began meanwhile is not kept
            generation.incrementAndGet();
        } catch (RuntimeException | Error e) {
            clear();
            throw e;
        }
    }

    private final class Eviction implements ProjectionRunner.Projection {

        @Override
        public void apply(Changes changes) {
            evict(changes);
        }

        @Override
        public boolean rebuild(SavedNodes nodes) {
            clear();
            return true;
        }
    }

    @Override
    public void destroy() {
        follower.close();
    }

    /**
     * Something drawn.
     *
     * @param reads what it depends on
     */
    public record Drawn<V>(V value, RenderDependencies reads) {}

    /** A cache of drawings. */
    public static final class Kept<K, V> {

        private final RenderCache drawings;
        private final Cache<K, Drawn<V>> entries;

        private Kept(RenderCache drawings, long mostBytes, Duration longest, Weigher<K, V> weigher) {
            this.drawings = drawings;
            this.entries = Caffeine.newBuilder()
                    .maximumWeight(mostBytes)
                    .weigher((K key, Drawn<V> drawn) ->
                            weigher.weigh(key, drawn.value()) + drawn.reads().bytes())
                    .expireAfterWrite(longest)
                    .build();
        }

        public Optional<Drawn<V>> get(K key) {
            return Optional.ofNullable(entries.getIfPresent(key));
        }

        /**
         * Keeps something, unless the store changed while it was drawn.
         *
         * @param startedAt the {@link RenderCache#generation} before it was
         */
        public void put(K key, Drawn<V> drawn, long startedAt) {
            synchronized (drawings) {
                if (drawings.generation() == startedAt) {
                    entries.put(key, drawn);
                }
            }
        }
    }
}
