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

    /** The memories of a store, one for each who has read there lately, as long as nothing is saved. */
    static final class OfStore {

        private static final int READERS = 8;
        private static final int MOST_NODES = 4_000;

        private record Kept(Store.State state, NodeMemory memory) {}

        private final Store store;
        private final Cache<Set<String>, Kept> kept =
                Caffeine.newBuilder().maximumSize(READERS).build();

        OfStore(Store store) {
            this.store = store;
        }

        /** What a reader's renderings remember. The session that they read with must not be older than this call. */
        NodeMemory of(Identity reader) {
            Store.State now = store.state();
            Kept last = kept.getIfPresent(reader.principals());
            if (last != null && last.memory.paths.size() < MOST_NODES && last.state.equals(now)) {
                return last.memory;
            }
            NodeMemory fresh = new NodeMemory();
            kept.put(reader.principals(), new Kept(now, fresh));
            return fresh;
        }
    }
}
