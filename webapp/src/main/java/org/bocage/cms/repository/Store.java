package org.bocage.cms.repository;

import java.io.Closeable;
import java.io.IOException;
import java.security.Principal;
import java.security.PrivilegedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.jcr.InvalidItemStateException;
import javax.jcr.Repository;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.nodetype.ConstraintViolationException;
import javax.security.auth.Subject;
import org.apache.jackrabbit.oak.commons.jdkcompat.Java23Subject;
import org.apache.jackrabbit.oak.spi.commit.Observable;
import org.apache.jackrabbit.oak.spi.security.authentication.AuthInfoImpl;
import org.apache.jackrabbit.oak.spi.security.principal.PrincipalImpl;
import org.apache.jackrabbit.oak.spi.security.principal.SystemPrincipal;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStore;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoreFull;
import org.bocage.cms.repository.failures.TooDeep;
import org.bocage.cms.repository.failures.WantOfRoom;
import org.jspecify.annotations.Nullable;

/**
 * One of the two repositories, to be read and followed. Everything is read through a session that has somebody's principals.
 * The author store is written to as a {@link WritableStore}, the published one by {@link PublishedWriter} alone.
 */
public class Store implements Closeable {

    /** How long a save waits for those who follow the store; it stands all the same when that is not enough. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Repository repository;
    private final NodeStore nodeStore;
    private final GroupFlush flush;
    private final Storage storage;
    /** Shared by those who save; held alone by who names a state of both stores. */
    private final ReadWriteLock saving = new ReentrantReadWriteLock();

    private final IdleSessions idle = new IdleSessions();

    /** In the order in which they hear of a change: those that stand on what others derive come last. */
    private final List<ProjectionRunner> followers = new CopyOnWriteArrayList<>();

    /** By the name of what is done by one at a time. */
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

    private final Closeable observation;

    private volatile Runnable late = () -> {};

    /** Since when saves fail that nothing was wrong with, and why; null while they go well. */
    private volatile ProjectionRunner.@Nullable Trouble trouble;

    /** Workspaces of modules that hold no contents, by what is done with them. */
    private volatile List<ModuleWorkspace> apart = List.of();

    Store(String name, Repository repository, NodeStore nodeStore, Storage storage) {
        this.name = name;
        this.repository = repository;
        this.nodeStore = nodeStore;
        this.flush = new GroupFlush(storage::flush);
        this.storage = storage;
        this.observation = ((Observable) nodeStore)
                .addObserver(
                        (root, change) -> followers.forEach(follower -> follower.notice(root, change.isExternal())));
    }

    /** {@code author} or {@code published}. */
    public String name() {
        return name;
    }

    /** Takes note of the workspaces in which modules keep something other than contents, before anything is looked through. */
    public void keepApart(List<ModuleWorkspace> workspaces) {
        apart = List.copyOf(workspaces);
    }

    /** Whether a workspace holds contents, rather than what the host or a module keeps for itself. */
    public boolean holdsContents(String workspace) {
        return !Workspace.TECHNICAL.contains(workspace) && !isApart(workspace, ModuleWorkspace.Kind.TECHNICAL);
    }

    /** Whether what a workspace holds may be in a list. */
    public boolean isListed(String workspace) {
        return holdsContents(workspace) && !isApart(workspace, ModuleWorkspace.Kind.UNLISTED);
    }

    private boolean isApart(String workspace, ModuleWorkspace.Kind kind) {
        return apart.contains(new ModuleWorkspace(workspace, kind));
    }

    /** Where it is kept. */
    public Storage storage() {
        return storage;
    }

    /** Held while nobody may save. */
    Lock noSaves() {
        return saving.writeLock();
    }

    /** Opens a session with somebody's rights. Not thread-safe; the caller logs it out. */
    public Session login(Identity identity) {
        return Java23Subject.doAs(subject(identity), (PrivilegedAction<Session>) () -> {
            try {
                return repository.login();
            } catch (RepositoryException e) {
                throw new RepositoryFailure(e);
            }
        });
    }

    /** Reads with somebody's rights. */
    public <T> T read(Identity identity, SessionFunction<T> work) {
        WantOfRoom.forget();
        try {
            Session session = idle.take(identity).orElseGet(() -> login(identity));
            boolean done = false;
            try {
                T result = work.apply(session);
                done = true;
                return result;
            } finally {
                idle.give(identity, session, done);
            }
        } catch (RepositoryException e) {
            throw RepositoryFailure.of(e);
        }
    }

    /**
     * Saves what a session holds in the middle of a long work: on disk when this returns; followers see it in their time,
     * several such saves as one. {@link #await} comes at the end of the work.
     */
    void put(Session session) throws RepositoryException {
        if (!session.hasPendingChanges()) {
            return;
        }
        try {
            saveOnDisk(session);
            trouble = null;
        } catch (RepositoryException | RuntimeException e) {
            if (isOfTheStore(e)) {
                ProjectionRunner.Trouble before = trouble;
                trouble = new ProjectionRunner.Trouble(before == null ? Instant.now() : before.since(), Optional.of(e));
            }
            throw e;
        }
    }

    private void saveOnDisk(Session session) throws RepositoryException {
        storage.requireRoom();
        WantOfRoom.forget();
        saving.readLock().lock();
        try {
            session.save();
        } catch (InvalidItemStateException e) {
            if (RepositoryFailure.isOfDatabase(e) || WantOfRoom.isMet()) {
                // nobody was first: who asked is not to try again at once
                throw RepositoryFailure.of(e);
            }
            throw new ConcurrentEdit(e);
        } catch (ConstraintViolationException e) {
            if (DepthLimit.refused(e)) {
                throw new TooDeep(e);
            }
            throw e;
        } finally {
            saving.readLock().unlock();
        }
        try {
            flush.await();
        } catch (IOException e) {
            throw new RepositoryFailure("The save could not be put on disk in store " + name, e);
        }
    }

    /** Whether a save failed for what the store is, rather than for what was saved: JCR has a type of its own for each of those. */
    private static boolean isOfTheStore(Exception failure) {
        return failure instanceof StoreFull
                || failure.getClass() == RepositoryFailure.class
                || failure.getClass() == RepositoryException.class;
    }

    /** Since when saves fail, and why; empty once one went well. */
    public Optional<ProjectionRunner.Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /**
     * Waits until every follower has seen what was saved, for {@link #PATIENCE} at most.
     *
     * @return whether all have seen it
     */
    public boolean await() {
        long deadline = deadline();
        boolean all = true;
        for (ProjectionRunner follower : followers) {
            all &= follower.await(deadline);
        }
        if (!all) {
            late.run();
        }
        return all;
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    /**
     * Sets a callback for saves that succeed but that some followers have not seen when they return. It runs in the
     * thread of the save.
     */
    public void whenLate(Runnable told) {
        late = told;
    }

    /** Does a work while nobody else does one of this name, on any machine that shares the store, on all that those before it saved. */
    <T> T inTurn(String name, Supplier<T> work) {
        ReentrantLock turn = turns.computeIfAbsent(name, any -> new ReentrantLock(true));
        turn.lock();
        try {
            return turn.getHoldCount() > 1 ? work.get() : storage.alone(name, work);
        } finally {
            turn.unlock();
        }
    }

    /** Returns the present followers of this store. */
    public List<ProjectionRunner> followers() {
        return List.copyOf(followers);
    }

    /** Adds a follower: from now on a save waits until it has seen it. */
    void follow(ProjectionRunner follower) {
        followers.add(follower.isLast() ? followers.size() : 0, follower);
    }

    /** Waits until all followers that do not stand on others have seen what was saved; false when that takes too long. */
    boolean awaitFirst() {
        long deadline = deadline();
        boolean all = true;
        for (ProjectionRunner follower : followers) {
            all &= follower.isLast() || follower.await(deadline);
        }
        return all;
    }

    /** One of them caught up after a failure, or was made anew: those that stand on it do so on what it is now. */
    void isInStep(ProjectionRunner follower, boolean rebuilt) {
        if (follower.isLast()) {
            return;
        }
        for (ProjectionRunner other : followers) {
            if (other.isLast() && rebuilt) {
                other.rebuild();
            } else if (other.isLast()) {
                other.hurry();
            }
        }
    }

    void unfollow(ProjectionRunner follower) {
        followers.remove(follower);
    }

    /** Returns the present state of the store. */
    public State state() {
        NodeState root = nodeStore.getRoot();
        return new State(root, storage.identity(root));
    }

    /**
     * All that a store held at some time; two are equal when nothing was changed between them. A compaction changes nothing
     * but where it is kept, and what was read before could not be read on: after it a state is another one.
     *
     * @param identity what tells it from others
     */
    public record State(NodeState root, Object identity) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof State that && identity.equals(that.identity);
        }

        @Override
        public int hashCode() {
            return identity.hashCode();
        }
    }

    /** Names of the states that followers go on from after a stop. */
    public List<String> checkpoints() {
        List<String> names = new ArrayList<>();
        nodeStore.checkpoints().forEach(names::add);
        return names;
    }

    /**
     * Returns who stands on an older state than the present one: of some checkpoints those that hold another, and followers that
     * are late.
     */
    public List<String> behind(Set<String> checkpoints) {
        List<String> behind = new ArrayList<>();
        for (ProjectionRunner follower : followers) {
            if (!follower.await()) {
                behind.add(follower.name());
            }
        }
        for (String checkpoint : checkpoints()) {
            NodeState state = nodeStore.retrieve(checkpoint);
            if (checkpoints.contains(checkpoint) && state != null && !state.equals(root())) {
                behind.add("checkpoint " + checkpoint + " " + nodeStore.checkpointInfo(checkpoint));
            }
        }
        return behind;
    }

    public NodeState root() {
        return nodeStore.getRoot();
    }

    public NodeStore nodeStore() {
        return nodeStore;
    }

    @Override
    public void close() throws IOException {
        idle.close();
        observation.close();
        if (repository instanceof org.apache.jackrabbit.api.JackrabbitRepository oak) {
            oak.shutdown();
        }
        storage.close();
    }

    private static Subject subject(Identity identity) {
        Set<Principal> principals = identity.isSystem()
                ? Set.of(SystemPrincipal.INSTANCE)
                : identity.principals().stream().map(PrincipalImpl::new).collect(Collectors.toSet());
        return new Subject(
                true, principals, Set.of(new AuthInfoImpl(identity.userId(), Map.of(), principals)), Set.of());
    }
}
