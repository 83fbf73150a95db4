package org.bocage.cms.rendering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.WhileUnchanged;

/**
 * The nodes that somebody read in one state of a store, and what was looked for in vain: every rendering of that state
 * reads them here. Thread-safe; what is in it does not change.
 */
final class NodeMemory {

    private final Map<String, Optional<ContentNode>> paths = new ConcurrentHashMap<>();
    private final Map<String, Optional<ContentNode>> ids = new ConcurrentHashMap<>();
    private final Map<String, List<ContentNode>> children = new ConcurrentHashMap<>();

    /** By path in the store. */
    Map<String, Optional<ContentNode>> paths() {
        return paths;
    }

    /** By workspace and identifier. */
    Map<String, Optional<ContentNode>> ids() {
        return ids;
    }

    /** By the parent's path in the store. */
    Map<String, List<ContentNode>> children() {
        return children;
    }

    /** Entries, those of what was looked for in vain included. */
    private int size() {
        return paths.size() + ids.size() + children.size();
    }

    /** The memories of a store, one for each who has read there lately, as long as nothing is saved. */
    static final class OfStore {

        private static final int READERS = 8;
        private static final int MOST_ENTRIES = 10_000;

        private final WhileUnchanged<Cache<Set<String>, NodeMemory>> memories;

        OfStore(Store store) {
            this.memories = new WhileUnchanged<>(
                    store, () -> Caffeine.newBuilder().maximumSize(READERS).build());
        }

        /** What a reader's renderings remember. The session that they read with must not be older than this call. */
        NodeMemory of(Identity reader) {
            Cache<Set<String>, NodeMemory> memory = memories.get();
            NodeMemory last = memory.get(reader.principals(), principals -> new NodeMemory());
            if (last.size() < MOST_ENTRIES) {
                return last;
            }
            memory.invalidate(reader.principals());
            return memory.get(reader.principals(), principals -> new NodeMemory());
        }
    }
}
