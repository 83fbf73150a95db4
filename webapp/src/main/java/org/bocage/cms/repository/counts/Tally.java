package org.bocage.cms.repository.counts;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts that are not in the store yet: whoever is counted waits for no save. What a save took is taken off once it stands, so
 * that what could not be saved stays counted. Thread-safe.
 */
public final class Tally {

    private final int most;
    private final Map<String, Long> counts = new HashMap<>();

    /** @param most how many different things may wait; those that come beyond are not counted */
    public Tally(int most) {
        this.most = most;
    }

    /** Counts something once more. */
    public synchronized void count(String what) {
        if (counts.containsKey(what) || counts.size() < most) {
            counts.merge(what, 1L, Long::sum);
        }
    }

    /** How often something was counted and not saved. */
    public synchronized long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** All that was counted and not saved. */
    public synchronized Map<String, Long> all() {
        return Map.copyOf(counts);
    }

    /** Takes off what is in the store now. */
    public synchronized void saved(Map<String, Long> saved) {
        saved.forEach(
                (what, times) -> counts.computeIfPresent(what, (any, now) -> now.equals(times) ? null : now - times));
    }
}
