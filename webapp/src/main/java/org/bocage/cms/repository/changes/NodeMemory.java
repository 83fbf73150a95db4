package org.bocage.cms.repository.changes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bocage.cms.repository.Store;

/**
 * The nodes that somebody read in one state of a store, and what was looked for in vain: who reads that state again
 * finds them here. Thread-safe; what is in it does not change.
 *
 * @param <T> a node as it is read once, whole and immutable
 */
public final class NodeMemory<T> {

    private final Map<String, Optional<T>> paths = new ConcurrentHashMap<>();
    private final Map<String, Optional<T>> ids = new ConcurrentHashMap<>();
    private final Map<String, List<T>> children = new ConcurrentHashMap<>();

    /** By path in the store. */
    public Map<String, Optional<T>> paths() {
        return paths;
    }

    /** By workspace and identifier. */
    public Map<String, Optional<T>> ids() {
        return ids;
    }

    /** By the parent's path in the store. */
    public Map<String, List<T>> children() {
        return children;
    }

    /** Entries, those of what was looked for in vain included. */
    private int size() {
        return paths.size() + ids.size() + children.size();
    }

    /** The memories of a store, one for each who has read there lately, as long as nothing is saved. */
    public static final class OfStore<T> {

        private static final int READERS = 8;

        private final StateCached<Cache<Set<String>, NodeMemory<T>>> memories;

        private final int mostEntries;

        /** @param mostEntries of one reader, from where on that reader's memory begins anew */
        public OfStore(Store store, int mostEntries) {
            this.mostEntries = mostEntries;
            this.memories = new StateCached<>(
                    store::state,
                    () -> Caffeine.newBuilder().maximumSize(READERS).build());
        }

        /**
         * Returns the memory of readers with these principals. The session that goes on reading must not be older than this call.
         *
         * @param readers all that the access control of this store may name
         */
        public NodeMemory<T> of(Set<String> readers) {
            Cache<Set<String>, NodeMemory<T>> memory = memories.get();
            NodeMemory<T> last = memory.get(readers, principals -> new NodeMemory<>());
            if (last.size() < mostEntries) {
                return last;
            }
            memory.invalidate(readers);
            return memory.get(readers, principals -> new NodeMemory<>());
        }
    }
}
