package org.bocage.cms.repository;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.jackrabbit.oak.plugins.memory.EmptyNodeState;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps something derived in step with a store: gives it every change, live and, from a checkpoint, what happened
 * while it was not there. Changes that come close together are given as one. What could not be taken in is given again,
 * with what came after it, until it is: nothing is passed over.
 */
public final class ProjectionRunner implements Closeable {

    /** Data derived from a store. Called by one thread at a time. */
    public interface Projection {

        /**
         * Takes changes in; readers of the derived state see them when this returns. When it throws, none of them counts
         * as taken in, and they are given again: it must stand being given the same change more than once.
         */
        void apply(Changes changes);

        /**
         * Makes all that is derived anew, when changes could not be taken in several times or this is asked for; readers
         * see it when this returns.
         *
         * @param nodes the state that it is to stand for
         * @return false when there is no other way than {@link #apply}
         */
        default boolean rebuild(SavedNodes nodes) {
            return false;
        }

        /**
         * Puts what is derived on disk, with the name of the state it stands for, to {@linkplain #start start} from later.
         * When it throws, all is made anew.
         */
        default void persist(String checkpoint) {}

        /** Whether something that was taken in is still to be carried out: a save waits for it no longer, and is told late. */
        default boolean isLate() {
            return false;
        }
    }

    /**
     * Why a follower is behind.
     *
     * @param since when it first failed, or began what it has not ended
     * @param cause of the failure; empty when it is still at work
     */
    public record Trouble(Instant since, Optional<Throwable> cause) {}

    private static final Logger log = LoggerFactory.getLogger(ProjectionRunner.class);
    /** How long changes are gathered while nobody waits for them. */
    private static final long GATHERING = TimeUnit.SECONDS.toNanos(5);
    /** How long those of another machine are: nobody waits for them here, but somebody there thinks that they are to be seen. */
    private static final long GATHERING_ELSEWHERE = TimeUnit.MILLISECONDS.toNanos(500);
    /** From the first failure to the next try, then twice as long each time, up to the longest. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** After so many failures in a row it is made anew. */
    private static final int FAILURES_BEFORE_REBUILD = 2;
    /** How long a portal may stand still before what is derived is made anew: the store keeps what a checkpoint names. */
    private static final Duration CHECKPOINT_LIFETIME = Duration.ofDays(14);
    /** At what age a checkpoint is replaced though nothing changed. */
    private static final Duration RENEWAL = Duration.ofDays(1);
    /** At what age a checkpoint is nobody's any more, while others are at work. */
    private static final Duration ABANDONED = RENEWAL.multipliedBy(2);

    private static final String OWNER = "follower";
    private static final String MADE = "made";

    private final Store store;
    private final String name;
    private final Projection derived;
    private final boolean last;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private NodeState wanted;
    private long committed;
    private long seen;
    private long awaited;
    private long elsewhere;
    private long tried;
    private boolean waitsForOthers;
    private boolean anew;
    private boolean persisting;
    private boolean closed;
    private int failures;
    private long nextTry;
    private @Nullable Instant began;
    private @Nullable Trouble trouble;

    // of the follower's own thread: up to where changes were read, those that are not taken in, what stands on disk
    private NodeState known;
    private Changes due;
    private boolean rebuilt;
    private Optional<String> checkpoint;
    private volatile long checkpointed = System.nanoTime() - RENEWAL.toNanos() - 1;
    private volatile boolean dirty;

    private ProjectionRunner(
            Store store,
            String name,
            Projection derived,
            NodeState start,
            boolean last,
            boolean anew,
            Optional<String> checkpoint) {
        this.store = store;
        this.last = last;
        this.checkpoint = checkpoint;
        this.name = name;
        this.derived = derived;
        this.anew = anew;
        this.known = start;
        this.due = Changes.none(start);
        this.wanted = start;
        this.thread = new Thread(this::run, "follow-" + store.name() + "-" + name);
    }

    /**
     * Starts to follow a store.
     *
     * @param checkpoint the state the derived data stands for, as {@link Projection#persist} was told, still {@linkplain #knows
     *     known}; what changed since is applied before this returns. Null when it stands for the present state.
     */
    public static ProjectionRunner start(Store store, String name, Projection derived, @Nullable String checkpoint) {
        return start(new ProjectionRunner(
                store, name, derived, state(store, checkpoint), false, false, Optional.ofNullable(checkpoint)));
    }

    private static NodeState state(Store store, @Nullable String checkpoint) {
        return checkpoint == null
                ? store.root()
                : Objects.requireNonNull(store.nodeStore().retrieve(checkpoint), "unknown checkpoint");
    }

    /** Starts to follow a store with a {@link Projection#rebuild}, which is over when this returns. */
    public static ProjectionRunner startAnew(Store store, String name, Projection derived) {
        return start(new ProjectionRunner(store, name, derived, store.root(), false, true, Optional.empty()));
    }

    /**
     * Starts to follow a store from its present state, for what is derived from what other followers derive: each change
     * comes when they have all taken it in. While they cannot it comes all the same, and again when they have.
     */
    public static ProjectionRunner startLast(Store store, String name, Projection derived) {
        return startLast(store, name, derived, null);
    }

    /** As {@link #startLast(Store, String, Projection)}, from the state of a checkpoint; from the present one when it is null. */
    public static ProjectionRunner startLast(
            Store store, String name, Projection derived, @Nullable String checkpoint) {
        return start(new ProjectionRunner(
                store, name, derived, state(store, checkpoint), true, false, Optional.ofNullable(checkpoint)));
    }

    private static ProjectionRunner start(ProjectionRunner follower) {
        Store store = follower.store;
        follower.releaseOtherCheckpoints();
        follower.thread.setDaemon(true);
        follower.thread.start();
        store.follow(follower);
        follower.notice();
        follower.awaitFirstTry();
        return follower;
    }

    /** Whether a checkpoint is still known to the store. */
    public static boolean knows(Store store, String checkpoint) {
        return store.nodeStore().retrieve(checkpoint) != null;
    }

    /** Names the present state of a store. */
    public static String checkpoint(Store store, String name) {
        return store.nodeStore()
                .checkpoint(
                        CHECKPOINT_LIFETIME.toMillis(),
                        Map.of(OWNER, name, MADE, String.valueOf(System.currentTimeMillis())));
    }

    /** Releases the checkpoints that their followers renewed no more: those of machines that are gone, or stand still for long. */
    public static void releaseAbandoned(NodeStore nodes, Instant now) {
        List<String> all = new ArrayList<>();
        nodes.checkpoints().forEach(all::add);
        for (String checkpoint : all) {
            String made = nodes.checkpointInfo(checkpoint).get(MADE);
            if (made != null && Instant.ofEpochMilli(Long.parseLong(made)).isBefore(now.minus(ABANDONED))) {
                nodes.release(checkpoint);
            }
        }
    }

    /**
     * The checkpoint of a follower that nothing but the store remembers; of two that a killed process left the older one, which
     * surely stands for what was taken in.
     */
    public static Optional<String> checkpointOf(Store store, String name) {
        NodeStore nodes = store.nodeStore();
        TreeMap<Long, String> found = new TreeMap<>();
        for (String checkpoint : nodes.checkpoints()) {
            Map<String, String> about = nodes.checkpointInfo(checkpoint);
            if (name.equals(about.get(OWNER)) && knows(store, checkpoint)) {
                found.put(Long.parseLong(about.getOrDefault(MADE, "0")), checkpoint);
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.firstEntry().getValue());
    }

    /**
     * Releases all checkpoints of this follower but the current one: those left by a process killed between making a
     * checkpoint and releasing the one before, and those of derived data that is replaced by a rebuild.
     */
    private void releaseOtherCheckpoints() {
        NodeStore nodes = store.nodeStore();
        List<String> all = new ArrayList<>();
        nodes.checkpoints().forEach(all::add);
        for (String other : all) {
            boolean isOwn = name.equals(nodes.checkpointInfo(other).get(OWNER));
            if (isOwn && !checkpoint.equals(Optional.of(other))) {
                nodes.release(other);
            }
        }
    }

    /** The name it was started with. */
    public String name() {
        return name;
    }

    /**
     * Returns once everything saved before this call has been applied, or when that cannot be waited for: no longer than
     * {@link Store#PATIENCE}, and not at all while it is known to fail or to be at work for longer than that.
     *
     * @return whether it has been applied
     */
    public boolean await() {
        return await(System.nanoTime() + Store.PATIENCE.toNanos());
    }

    boolean await(long deadline) {
        if (Thread.currentThread() == thread) {
            // what is saved while a change is taken in is taken in after it
            return true;
        }
        lock.lock();
        try {
            long mine = committed;
            awaited = mine;
            moved.signalAll();
            if (!waitUntil(deadline, () -> seen >= mine || closed || trouble != null)) {
                tellSlow();
            }
            return seen >= mine && !derived.isLate();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something, until a time at most; whoever wants this thread to end waits, too. */
    private boolean waitUntil(long deadline, BooleanSupplier condition) {
        boolean interrupted = false;
        try {
            while (!condition.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    moved.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void tellSlow() {
        trouble = new Trouble(Objects.requireNonNullElseGet(began, Instant::now), Optional.empty());
        log.warn("{} of store {} has been at work for long; saves no longer wait for it", name, store.name());
    }

    /** A start waits for what happened before it as long as that takes: it is no use without. */
    private void awaitFirstTry() {
        lock.lock();
        try {
            awaited = committed;
            moved.signalAll();
            while (seen == 0 && failures == 0 && !closed) {
                moved.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Why it is behind; empty while it is in step. */
    public Optional<Trouble> trouble() {
        lock.lock();
        try {
            return Optional.ofNullable(trouble);
        } finally {
            lock.unlock();
        }
    }

    /** Asks for a {@link Projection#rebuild}, which {@link #await} waits for. */
    public void rebuild() {
        ask(() -> anew = true);
    }

    /** Has {@link Projection#persist} called, unless nothing changed for a while since it was; waits for it as {@link #await}. */
    public void persist() {
        if (dirty || System.nanoTime() - checkpointed > RENEWAL.toNanos()) {
            ask(() -> persisting = true);
            await();
        }
    }

    /** Has something done on the thread of this follower, at once. */
    private void ask(Runnable change) {
        lock.lock();
        try {
            change.run();
            committed++;
            nextTry = System.nanoTime();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isLast() {
        return last;
    }

    /** Takes note of the present state, as the first one. */
    private void notice() {
        lock.lock();
        try {
            // read amid the lock: a save that comes between is noted after it
            notice(store.root(), false);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes note of a new state; it is applied on the thread of this follower.
     *
     * @param isOfAnother whether another machine made it
     */
    void notice(NodeState root, boolean isOfAnother) {
        lock.lock();
        try {
            wanted = root;
            committed++;
            if (isOfAnother) {
                elsewhere = committed;
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tries again at once what failed. */
    void hurry() {
        lock.lock();
        try {
            nextTry = System.nanoTime();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (true) {
            NodeState target;
            long upTo;
            boolean fromNothing;
            boolean toDisk;
            lock.lock();
            try {
                gather();
                if (closed) {
                    return;
                }
                target = wanted;
                upTo = committed;
                fromNothing = anew || failures >= FAILURES_BEFORE_REBUILD;
                anew = false;
                toDisk = persisting;
                persisting = false;
                began = Instant.now();
            } finally {
                lock.unlock();
            }
            Optional<Throwable> failure = toDisk ? persist(fromNothing) : attempt(target, fromNothing);
            end(upTo, fromNothing, toDisk, failure);
        }
    }

    /**
     * Waits for something to apply: at once what somebody waits for, soon what another machine saved, with what follows it in a long
     * work what nobody waits for. What
     * failed waits for its next try, and what comes meanwhile with it; what only waits for others does not keep that waiting.
     */
    private void gather() {
        while (seen == committed && !closed) {
            moved.awaitUninterruptibly();
        }
        while (failures > 0 && !hasNews() && System.nanoTime() - nextTry < 0 && !closed) {
            long pauseEnds = nextTry;
            waitUntil(pauseEnds, () -> nextTry != pauseEnds || hasNews() || closed);
        }
        if (failures == 0 || hasNews()) {
            long begun = System.nanoTime();
            BooleanSupplier isUrgent = () -> awaited > tried || anew || closed;
            if (!waitUntil(begun + GATHERING_ELSEWHERE, isUrgent)) {
                waitUntil(begun + GATHERING, () -> elsewhere > tried || isUrgent.getAsBoolean());
            }
        }
    }

    /** Whether there is something that can be taken in though it was tried in vain before, because of others alone. */
    private boolean hasNews() {
        return waitsForOthers && committed > tried;
    }

    /** Tries to bring what is derived to a state; any failure is told, so that this thread goes on. */
    private Optional<Throwable> attempt(NodeState target, boolean fromNothing) {
        rebuilt = false;
        try {
            boolean othersAreThere = !last || store.awaitFirst();
            rebuilt = fromNothing && derived.rebuild(new SavedNodes(target));
            due = rebuilt ? Changes.none(target) : due.and(since(known, target, fromNothing));
            known = target;
            if (rebuilt) {
                dirty = true;
            } else if (!due.isEmpty()) {
                dirty = true;
                derived.apply(due);
            }
            if (!othersAreThere) {
                return Optional.of(new OthersAreBehind());
            }
            due = Changes.none(target);
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }

    /** Failure of a follower that took in what it was given, and is to take it in again when those it stands on have. */
    private static final class OthersAreBehind extends IllegalStateException {
        OthersAreBehind() {
            super("what it stands on is behind");
        }
    }

    /**
     * Returns the changes from one state to another. When the store no longer has the earlier state, and
     * {@code fromNothing} allows it as the last resort, everything in the target counts as changed.
     */
    private static Changes since(NodeState known, NodeState target, boolean fromNothing) {
        try {
            return ChangeDiff.between(known, target);
        } catch (RuntimeException e) {
            if (!fromNothing) {
                throw e;
            }
            return ChangeDiff.between(EmptyNodeState.EMPTY_NODE, target);
        }
    }

    /** Brings what is derived to a state that has a name, no further, and has it put on disk with that name. */
    private Optional<Throwable> persist(boolean fromNothing) {
        try {
            String next = checkpoint(store, name);
            Optional<Throwable> failure = attempt(
                            Objects.requireNonNull(store.nodeStore().retrieve(next)), fromNothing)
                    .or(() -> put(next));
            Optional<String> stale = failure.isPresent() ? Optional.of(next) : checkpoint;
            if (failure.isEmpty()) {
                checkpoint = Optional.of(next);
                checkpointed = System.nanoTime();
            }
            stale.ifPresent(store.nodeStore()::release);
            return failure;
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }

    private Optional<Throwable> put(String next) {
        dirty = false;
        try {
            derived.persist(next);
            return Optional.empty();
        } catch (Throwable e) {
            // what is on disk, and whether more can be put there, is not known
            rebuild();
            return Optional.of(e);
        }
    }

    private void end(long upTo, boolean fromNothing, boolean toDisk, Optional<Throwable> failure) {
        boolean recovered = false;
        lock.lock();
        try {
            Instant started = Objects.requireNonNull(began);
            began = null;
            tried = upTo;
            boolean onlyOthers =
                    failure.filter(OthersAreBehind.class::isInstance).isPresent();
            boolean early = waitsForOthers && onlyOthers && System.nanoTime() - nextTry < 0;
            waitsForOthers = onlyOthers;
            if (early) {
                // the next try is the one that was due
                anew |= fromNothing;
                persisting |= toDisk;
            } else if (failure.isPresent()) {
                Duration pause = pause();
                failures++;
                nextTry = System.nanoTime() + pause.toNanos();
                anew |= fromNothing;
                persisting |= toDisk;
                Instant since = trouble == null ? started : trouble.since();
                trouble = new Trouble(since, failure);
                tell(failure.get(), pause);
            } else {
                recovered = trouble != null;
                failures = 0;
                trouble = null;
                seen = upTo;
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        if (recovered) {
            log.info("{} of store {} is in step again", name, store.name());
        }
        if (failure.isEmpty() && (recovered || rebuilt)) {
            store.isInStep(this, rebuilt);
        }
    }

    /** The whole of it once. */
    private void tell(Throwable failure, Duration pause) {
        if (failures == 1) {
            log.error(
                    "{} of store {} is behind; the next try is in {} s",
                    name,
                    store.name(),
                    pause.toSeconds(),
                    failure);
        } else {
            log.error(
                    "{} of store {} is behind, {} tries failed, the next one is in {} s: {}",
                    name,
                    store.name(),
                    failures,
                    pause.toSeconds(),
                    failure.toString());
        }
    }

    private Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
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
            thread.join(Store.PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
