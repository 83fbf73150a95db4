package org.bocage.cms.repository;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps something derived in step with a store: gives it every change, live and, from a checkpoint, what happened
 * while it was not there. Changes that come close together are given as one.
 */
public final class Follower implements Closeable {

    /** What is derived. Called by one thread at a time. */
    public interface Derived {

        /** Takes changes in; readers of the derived state see them when this returns. */
        void apply(Changes changes);
    }

    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    /** How long changes are gathered while nobody waits for them. */
    private static final long GATHERING = TimeUnit.SECONDS.toNanos(5);

    private static final String FOLLOWER = "follower";
    private static final String MADE = "made";
    private static final long CHECKPOINT_LIFETIME = TimeUnit.DAYS.toMillis(3650);

    private final Store store;
    private final String name;
    private final Derived derived;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private NodeState wanted;
    private NodeState applied;
    private long committed;
    private long seen;
    private long awaited;
    private boolean closed;
    private final boolean last;
    private final Thread thread;

    private Follower(Store store, String name, Derived derived, NodeState start, boolean last) {
        this.store = store;
        this.last = last;
        this.name = name;
        this.derived = derived;
        this.applied = start;
        this.wanted = start;
        this.thread = new Thread(this::run, "follow-" + store.name() + "-" + name);
    }

    /**
     * Starts to follow a store.
     *
     * @param checkpoint the state the derived data stands for, as {@link #checkpoint} gave it; what changed since is
     *     applied before this returns. Null when it stands for the present state.
     */
    public static Follower start(Store store, String name, Derived derived, @Nullable String checkpoint) {
        return start(new Follower(store, name, derived, state(store, checkpoint), false));
    }

    /**
     * Starts to follow a store from its present state, for what is derived from what other followers derive: each change
     * comes when they have all taken it in.
     */
    public static Follower startLast(Store store, String name, Derived derived) {
        return startLast(store, name, derived, null);
    }

    /** As {@link #startLast(Store, String, Derived)}, from the state of a checkpoint; from the present one when it is null. */
    public static Follower startLast(Store store, String name, Derived derived, @Nullable String checkpoint) {
        return start(new Follower(store, name, derived, state(store, checkpoint), true));
    }

    private static NodeState state(Store store, @Nullable String checkpoint) {
        return checkpoint == null
                ? store.root()
                : Objects.requireNonNull(store.nodeStore().retrieve(checkpoint), "unknown checkpoint");
    }

    private static Follower start(Follower follower) {
        Store store = follower.store;
        follower.thread.setDaemon(true);
        follower.thread.start();
        store.follow(follower);
        follower.notice(store.root());
        follower.await();
        return follower;
    }

    /** Whether a checkpoint is still known to the store. */
    public static boolean knows(Store store, String checkpoint) {
        return store.nodeStore().retrieve(checkpoint) != null;
    }

    /** Names the present state of a store, so that derived data saved now can be brought up to date later. */
    public static String checkpoint(Store store, String name) {
        return store.nodeStore()
                .checkpoint(
                        CHECKPOINT_LIFETIME, Map.of(FOLLOWER, name, MADE, String.valueOf(System.currentTimeMillis())));
    }

    /** The checkpoints of a follower that the store still knows, the oldest first. */
    public static List<String> checkpoints(Store store, String name) {
        NodeStore nodes = store.nodeStore();
        Map<Long, String> found = new TreeMap<>();
        for (String checkpoint : nodes.checkpoints()) {
            Map<String, String> about = nodes.checkpointInfo(checkpoint);
            if (name.equals(about.get(FOLLOWER)) && nodes.retrieve(checkpoint) != null) {
                found.put(Long.parseLong(about.getOrDefault(MADE, "0")), checkpoint);
            }
        }
        return List.copyOf(found.values());
    }

    /** Forgets a checkpoint that no derived data stands for any more. */
    public static void release(Store store, String checkpoint) {
        store.nodeStore().release(checkpoint);
    }

    /** Returns once everything saved before this call has been applied. */
    public void await() {
        lock.lock();
        try {
            long mine = committed;
            awaited = mine;
            moved.signalAll();
            while (seen < mine && !closed) {
                moved.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isLast() {
        return last;
    }

    /** Takes note of a new state; it is applied on the thread of this follower. */
    void notice(NodeState root) {
        lock.lock();
        try {
            wanted = root;
            committed++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (true) {
            NodeState target;
            long upTo;
            lock.lock();
            try {
                gather();
                if (closed) {
                    return;
                }
                target = wanted;
                upTo = committed;
            } finally {
                lock.unlock();
            }
            apply(target);
            lock.lock();
            try {
                seen = upTo;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits for something to apply: at once what somebody waits for, with what follows it in a long work what nobody does. */
    private void gather() {
        while (seen == committed && !closed) {
            moved.awaitUninterruptibly();
        }
        long end = System.nanoTime() + GATHERING;
        while (awaited <= seen && !closed) {
            try {
                if (moved.awaitNanos(end - System.nanoTime()) <= 0) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void apply(NodeState target) {
        if (last) {
            store.awaitFirst();
        }
        try {
            Changes changes = ChangeDiff.between(applied, target);
            if (!changes.isEmpty()) {
                derived.apply(changes);
            }
        } catch (RuntimeException e) {
            // the derived state can be rebuilt from the store; the save itself stands
            log.error("{} of store {} could not take in a change; rebuild it", name, store.name(), e);
        }
        applied = target;
    }

    @Override
    public void close() {
        store.unfollow(this);
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
