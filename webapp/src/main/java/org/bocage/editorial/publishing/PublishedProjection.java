package org.bocage.editorial.publishing;

import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.Changes;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.SavedNodes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.revisions.Revisions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps the published store equal to what the author store says is on line: the one that writes contents there. An item names
 * its revision that is on line ({@link Revisions#online}); what is copied is that revision, looked up when it is carried out, so
 * that to bring an item twice, late or in another order changes nothing. Follows the author store live and, after a stop, from a
 * checkpoint; compares both stores at start and each night.
 */
public final class PublishedProjection implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(PublishedProjection.class);
    private static final String NAME = "publication";
    private static final String NAME_OF_WAITING = "publication-elsewhere";
    /** Milliseconds between two looks at what another machine is to publish. */
    private static final int BETWEEN_LOOKS = 50;
    /** Items in one save of the published store: each save takes a time of its own. */
    private static final int TOGETHER = 50;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(5);

    private final Stores stores;
    private final PublishedWriter writer;
    private final PublishedCopies copies;
    private final CarriedOutTypes types;
    private final Clock clock;
    private final ExecutorService retries = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "publication-retries");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Late> late = new LinkedHashMap<>();
    /** As {@link #late}, for those who ask in the middle of a long work. */
    private volatile List<Late> lateNow = List.of();

    private Duration nextRetry = FIRST_RETRY;
    private boolean retryAwaited;
    private volatile boolean closed;
    /** Whether the follower carries out what is decided, rather than waits for another machine to do so. */
    private volatile boolean carriesOut;

    private volatile @Nullable ProjectionRunner follower;
    private CompletableFuture<Void> comparison = CompletableFuture.completedFuture(null);
    private volatile Reconciliation last = new Reconciliation(Instant.EPOCH, 0, 0);

    public PublishedProjection(Stores stores, PublishedCopies copies, Supplier<Definitions> definitions, Clock clock) {
        this.stores = stores;
        this.writer = new PublishedWriter(stores);
        this.copies = copies;
        this.types = new CarriedOutTypes(stores.author(), definitions);
        this.clock = clock;
    }

    /**
     * A content that could not be brought in step, and is tried again.
     *
     * @param id its identifier
     * @param cause the failure of the last try
     */
    public record Late(String id, Instant since, String cause) {}

    /**
     * A comparison of both stores.
     *
     * @param contents how many were compared
     * @param mended how many were not as decided
     */
    public record Reconciliation(Instant at, int contents, int mended) {}

    /** Brings both stores in step, then follows: what was decided before this is on line when it returns. */
    public void start() {
        begin();
        awaitComparison();
    }

    /**
     * Follows, and compares both stores beside what else begins; all of it at once where nothing tells what was carried out. Where
     * another machine leads, that one does it, and this one waits for it.
     */
    void begin() {
        stores.leadership().whenMoved(() -> retries.execute(this::takeOver));
        carriesOut = stores.leadership().isHere();
        if (carriesOut) {
            beginToCarryOut();
        } else {
            follower = waiting();
        }
        if (carriesOut != stores.leadership().isHere()) {
            // it moved while this began
            retries.execute(this::takeOver);
        }
    }

    private void beginToCarryOut() {
        String checkpoint = carriedOut();
        Runnable comparing = carryOut(checkpoint);
        if (checkpoint == null) {
            comparing.run();
        } else {
            comparison =
                    CompletableFuture.runAsync(comparing, work -> new Thread(work, "publication-comparison").start());
        }
    }

    private @Nullable String carriedOut() {
        return ProjectionRunner.checkpointOf(stores.author(), NAME).orElse(null);
    }

    /** Begins to carry out what is decided; returns the comparison that is to follow. */
    private Runnable carryOut(@Nullable String checkpoint) {
        if (checkpoint == null) {
            adopt();
        }
        follower = ProjectionRunner.startLast(stores.author(), NAME, new Following(), checkpoint);
        return () -> {
            compare(checkpoint == null);
            renewCheckpoint();
        };
    }

    private ProjectionRunner waiting() {
        return ProjectionRunner.startLast(stores.author(), NAME_OF_WAITING, new Waiting());
    }

    /** Goes on where the machine that led has stopped, or leaves it to the one that leads now. */
    private void takeOver() {
        ProjectionRunner before = follower;
        boolean isHere = stores.leadership().isHere();
        if (closed || before == null || carriesOut == isHere) {
            return;
        }
        try {
            before.close();
            if (isHere) {
                carryOut(carriedOut()).run();
            } else {
                forgetLate();
                follower = waiting();
            }
            carriesOut = isHere;
        } catch (RuntimeException e) {
            // the leadership moves when the database does not answer
            log.error("The publication is not yet where the leadership is; it is tried again", e);
            CompletableFuture.delayedExecutor(FIRST_RETRY.toMillis(), TimeUnit.MILLISECONDS, retries)
                    .execute(this::takeOver);
        }
    }

    /** Leaves what is late to the machine that leads, which compares all. */
    private synchronized void forgetLate() {
        late.clear();
        lateNow = List.of();
    }

    /** Returns once both stores are in step: nobody reads what is on line before. */
    public void awaitComparison() {
        comparison.join();
    }

    /** Follows the definitions too: when a type changes, other fields of its contents are public, for others. */
    public void follow(DefinitionRegistry registry) {
        registry.onReload(definitions -> {
            if (!stores.leadership().isHere()) {
                return;
            }
            CarriedOutTypes.Difference difference = types.difference();
            if (difference.workspaces().isEmpty()) {
                // templates and the like: what is on line stands, but for types that are withheld now
                types.note(difference, true);
            } else {
                compare(false);
            }
        });
    }

    /** Contents that wait for another try, the first one first. */
    public List<Late> late() {
        return lateNow;
    }

    /** The last comparison of both stores. */
    public Reconciliation lastReconciliation() {
        return last;
    }

    /** Compares both stores by revision and mends what differs; each night, and whenever somebody asks. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Paris")
    public void reconcile() {
        compare(false);
    }

    /** Names the state that was carried out, so that a start after a crash looks at little. */
    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void renewCheckpoint() {
        ProjectionRunner following = follower;
        // what is late is found again from the checkpoint before
        if (following != null && late().isEmpty()) {
            following.persist();
        }
    }

    /** Applies the changes of the author store to the published store. */
    private final class Following implements ProjectionRunner.Projection {

        @Override
        public void apply(Changes changes) {
            bring(new ChangedContents(stores).of(changes));
        }

        @Override
        public void persist(String checkpoint) {
            if (isLate()) {
                // what is late is found again from the checkpoint before
                throw new IllegalStateException("some contents are late");
            }
        }

        @Override
        public boolean isLate() {
            return !lateNow.isEmpty();
        }
    }

    /** Waits for the machine that leads to carry the changes out, so that whoever saves here sees them on line. */
    private final class Waiting implements ProjectionRunner.Projection {

        @Override
        public void apply(Changes changes) {
            Set<String> awaited = new HashSet<>(new ChangedContents(stores).of(changes));
            long deadline = System.nanoTime() + Store.PATIENCE.toNanos();
            while (!areAsDecided(awaited) && !isOver() && System.nanoTime() - deadline < 0) {
                pause();
            }
            writer.await();
        }

        private boolean areAsDecided(Set<String> awaited) {
            Comparison now = new Comparison(true);
            awaited.removeIf(now::isAsDecided);
            return awaited.isEmpty();
        }

        private boolean isOver() {
            return closed || stores.leadership().isHere();
        }

        private void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while another machine publishes", e);
            }
        }
    }

    /** Has the published copies of some contents stand as the rules of visibility say now, and what they show with them. */
    public synchronized void stand(Collection<String> contents) {
        PublishedCopies.Pass pass = copies.pass();
        try {
            for (List<String> some : batches(List.copyOf(contents))) {
                writer.put(published -> {
                    for (String id : some) {
                        copies.stand(published, id, pass);
                    }
                });
            }
        } finally {
            Map<String, Throwable> failures = new LinkedHashMap<>();
            settleAssets(pass.assets(), failures);
            settle(Set.of(), failures);
        }
    }

    /** Makes the published store say of some contents what the author store says; those that fail are tried again later. */
    public synchronized void bring(Collection<String> contents) {
        if (contents.isEmpty()) {
            return;
        }
        PublishedCopies.Pass pass = copies.pass();
        Map<String, Throwable> failures = new LinkedHashMap<>();
        Session author = stores.author().login(Identity.SYSTEM);
        try {
            for (List<String> some : batches(inOrder(author, contents))) {
                bring(some, author, pass, failures);
            }
            order(contents, author, pass, failures);
        } finally {
            author.logout();
        }
        settleAssets(pass.assets(), failures);
        settle(contents, failures);
    }

    private void order(
            Collection<String> contents, Session author, PublishedCopies.Pass pass, Map<String, Throwable> failures) {
        try {
            writer.put(published -> {
                for (String folder : pass.folders()) {
                    copies.order(folder, author, published);
                }
            });
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // brought once more, each comes to its place
            contents.forEach(id -> failures.putIfAbsent(id, e));
        }
    }

    private void bring(
            List<String> contents, Session author, PublishedCopies.Pass pass, Map<String, Throwable> failures) {
        try {
            writer.put(published -> {
                for (String id : contents) {
                    copies.bring(id, author, published, pass);
                    if (author.hasPendingChanges()) {
                        author.refresh(false);
                    }
                }
            });
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            discard(author);
            if (contents.size() > 1) {
                contents.forEach(id -> bring(List.of(id), author, pass, failures));
            } else {
                failures.put(contents.get(0), e);
            }
        }
    }

    private static void discard(Session author) {
        try {
            author.refresh(false);
        } catch (RepositoryException e) {
            throw new RepositoryFailure("Contents of the author store cannot be read", e);
        }
    }

    /** Gives pictures their readers, and takes off line those that nobody shows: asked of the index, unless that is behind. */
    private void settleAssets(Set<String> assets, Map<String, Throwable> failures) {
        if (!writer.await()) {
            Throwable behind = new IllegalStateException("the index of what is on line is behind");
            assets.forEach(id -> failures.putIfAbsent(id, behind));
            return;
        }
        for (List<String> some : batches(List.copyOf(assets))) {
            try {
                writer.put(published -> {
                    for (String id : some) {
                        copies.settleAsset(id, published);
                    }
                });
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                some.forEach(id -> failures.putIfAbsent(id, e));
            }
        }
        if (!assets.isEmpty()) {
            writer.await();
        }
    }

    /** Notes which contents are late now, of those that were tried. */
    private void settle(Collection<String> tried, Map<String, Throwable> failures) {
        if (late.isEmpty()) {
            nextRetry = FIRST_RETRY;
        }
        boolean isFirst = late.isEmpty();
        for (Map.Entry<String, Throwable> failure : failures.entrySet()) {
            String id = failure.getKey();
            Throwable e = failure.getValue();
            if (isFirst) {
                // the whole of it once: the others are late for the same reason, more often than not
                log.error("Content {} is not yet on line as it was decided; it is tried again", id, e);
                isFirst = false;
            } else if (!late.containsKey(id)) {
                log.error("Content {} is not yet on line as it was decided either: {}", id, e.getMessage());
            }
            Instant since = late.containsKey(id) ? late.get(id).since() : clock.instant();
            late.put(id, new Late(id, since, String.valueOf(e.getMessage())));
        }
        tried.stream().filter(id -> !failures.containsKey(id)).forEach(late::remove);
        lateNow = List.copyOf(late.values());
        retryLater();
    }

    private void retryLater() {
        if (retryAwaited || closed || late.isEmpty()) {
            return;
        }
        retryAwaited = true;
        CompletableFuture.delayedExecutor(nextRetry.toMillis(), TimeUnit.MILLISECONDS, retries)
                .execute(this::retry);
    }

    private synchronized void retry() {
        retryAwaited = false;
        if (closed || late.isEmpty()) {
            return;
        }
        Duration doubled = nextRetry.multipliedBy(2);
        nextRetry = doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
        try {
            bring(List.copyOf(late.keySet()));
        } finally {
            retryLater();
        }
        if (late.isEmpty()) {
            log.info("All contents are on line as they were decided");
        }
    }

    /**
     * Orders contents as their copies are best made: a page after the one above it, and siblings in their order, so that each
     * copy comes last of those before it.
     */
    private static List<String> inOrder(Session author, Collection<String> contents) {
        record Placed(String id, int depth, String folder, String name) {}
        List<Placed> placed = new ArrayList<>();
        Map<String, List<String>> siblings = new LinkedHashMap<>();
        try {
            for (String id : contents) {
                Optional<Node> node = Workspace.savedById(author, id);
                boolean page = node.isPresent() && node.get().isNodeType("mgnl:page");
                String folder = node.isPresent() ? node.get().getParent().getPath() : "";
                String name = node.isPresent() ? node.get().getName() : "";
                placed.add(new Placed(id, page ? node.get().getDepth() : 0, folder, name));
                siblings.computeIfAbsent(folder, none -> new ArrayList<>()).add(name);
            }
            Map<String, Integer> places = new HashMap<>();
            for (Map.Entry<String, List<String>> each : siblings.entrySet()) {
                if (each.getValue().size() > 1 && !each.getKey().isEmpty()) {
                    for (NodeIterator all = author.getNode(each.getKey()).getNodes(); all.hasNext(); ) {
                        places.put(all.nextNode().getPath(), places.size());
                    }
                }
            }
            placed.sort(Comparator.comparingInt(Placed::depth)
                    .thenComparingInt(one -> places.getOrDefault(one.folder() + "/" + one.name(), 0)));
        } catch (RepositoryException e) {
            throw new RepositoryFailure("Contents of the author store cannot be read", e);
        }
        return placed.stream().map(Placed::id).toList();
    }

    private static List<List<String>> batches(List<String> all) {
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            batches.add(all.subList(from, Math.min(from + TOGETHER, all.size())));
        }
        return batches;
    }

    private void compare(boolean everything) {
        if (!stores.leadership().isHere()) {
            // another machine may be amid what looks undone from here, and notes what it carried out
            return;
        }
        CarriedOutTypes.Difference difference = types.difference();
        compare(everything, difference.workspaces());
        types.note(difference, late().isEmpty());
    }

    /** @param changed workspaces of which all contents are brought */
    private synchronized void compare(boolean everything, Set<String> changed) {
        Comparison comparison = new Comparison(writer.await());
        Set<String> differing = new LinkedHashSet<>();
        Set<String> toBring = new LinkedHashSet<>();
        Set<String> known = new HashSet<>();
        int[] compared = {0};
        eachContent(comparison.author.root(), item -> {
            known.add(item.identifier());
            boolean isOnline = Revisions.online(item).isPresent();
            if (isOnline) {
                compared[0]++;
            }
            if (!comparison.isAsDecided(item.identifier())) {
                differing.add(item.identifier());
            } else if (isOnline
                    && (everything
                            || changed.contains(
                                    Workspace.ofStorePath(item.path()).name()))) {
                toBring.add(item.identifier());
            }
        });
        eachContent(comparison.published.root(), copy -> {
            if (!known.contains(copy.identifier()) && !comparison.isAsDecided(copy.identifier())) {
                differing.add(copy.identifier());
            }
        });
        toBring.addAll(differing);
        bring(toBring);
        Comparison after = new Comparison(comparison.indexed);
        int mended = everything
                ? 0
                : (int) differing.stream().filter(after::isAsDecided).count();
        last = new Reconciliation(clock.instant(), compared[0], mended);
        if (mended > 0) {
            log.warn("{} of {} contents were not on line as decided; they are now", mended, compared[0]);
        }
    }

    /** Both stores as they are at its making. */
    private final class Comparison {

        final SavedNodes author = SavedNodes.of(stores.author());
        final SavedNodes published = SavedNodes.of(stores.published());
        final boolean indexed;

        /** @param indexed whether the index can tell what shows a picture */
        Comparison(boolean indexed) {
            this.indexed = indexed;
        }

        boolean isAsDecided(String id) {
            Optional<SavedNode> item = author.byId(id).filter(node -> isContent(node.path()));
            Optional<SavedNode> copy = published.byId(id);
            if (item.or(() -> copy).filter(node -> node.is("mgnl:asset")).isPresent()) {
                return !indexed || copies.isSettled(id);
            }
            OptionalLong online = item.map(Revisions::online).orElse(OptionalLong.empty());
            return online.isEmpty()
                    ? copy.map(Revisions::online).orElse(OptionalLong.empty()).isEmpty()
                    : copy.filter(node -> node.path().equals(item.get().path())
                                    && Revisions.online(node).equals(online))
                            .isPresent();
        }
    }

    private boolean isContent(String storePath) {
        return stores.author().holdsContents(Workspace.ofStorePath(storePath).name());
    }

    /** Every item, page and asset below a node, the workspaces of the host left out. */
    private void eachContent(SavedNode above, Consumer<SavedNode> work) {
        above.eachChild(child -> {
            if (above.path().equals("/") && (child.name().indexOf(':') >= 0 || !isContent(child.path()))) {
                return;
            }
            boolean content = ChangedContents.isContent(child);
            if (content) {
                work.accept(child);
            }
            if (content || child.is("mgnl:folder") || above.path().equals("/")) {
                eachContent(child, work);
            }
        });
    }

    /**
     * Names on each item which of its revisions is on line, where an earlier release left it unsaid: the one that the published
     * store has. A copy of what the author store calls off line goes.
     */
    private void adopt() {
        SavedNodes author = SavedNodes.of(stores.author());
        List<String> unnamed = new ArrayList<>();
        eachContent(SavedNodes.of(stores.published()).root(), copy -> {
            if (!copy.is("mgnl:asset")
                    && Revisions.online(copy).isEmpty()
                    && author.byId(copy.identifier())
                            .filter(item -> item.path().equals(copy.path()))
                            .isPresent()) {
                unnamed.add(copy.identifier());
            }
        });
        for (List<String> some : batches(unnamed)) {
            Set<String> gone = new LinkedHashSet<>();
            stores.author().update(Identity.SYSTEM, session -> {
                for (String id : some) {
                    Optional<Node> item = Workspace.byId(session, id);
                    if (item.isPresent() && !PublishedCopies.adopt(item.get())) {
                        gone.add(id);
                    }
                }
            });
            writer.put(published -> {
                for (String id : gone) {
                    Optional<Node> copy = Workspace.byId(published, id);
                    if (copy.isPresent()) {
                        copy.get().remove();
                    }
                }
            });
        }
        if (!unnamed.isEmpty()) {
            log.info("{} contents that were on line name their revision now", unnamed.size());
        }
    }

    @Override
    public void close() {
        comparison.exceptionally(e -> null).join();
        if (stores.leadership().isHere()) {
            // the next start goes on from here, and carries out nothing a second time
            renewCheckpoint();
        }
        synchronized (this) {
            closed = true;
            retries.shutdownNow();
        }
        awaitRetries();
        ProjectionRunner following = follower;
        follower = null;
        if (following != null) {
            following.close();
        }
    }

    private void awaitRetries() {
        try {
            if (!retries.awaitTermination(Store.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("What was tried again has not ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
