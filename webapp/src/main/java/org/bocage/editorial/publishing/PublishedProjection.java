package org.bocage.editorial.publishing;

import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.ContentType;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.Changes;
import org.bocage.cms.repository.Follower;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.RepositoryFailure;
import org.bocage.cms.repository.Revisions;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.SavedNodes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
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
    /** Items in one save of the published store: each save takes a time of its own. */
    private static final int TOGETHER = 50;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(5);

    private final Stores stores;
    private final PublishedWriter writer;
    private final PublishedCopies copies;
    private final Clock clock;
    private final ExecutorService retries = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "publication-retries");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Late> late = new LinkedHashMap<>();
    private volatile boolean isLate;
    private Duration nextRetry = FIRST_RETRY;
    private boolean retryAwaited;
    private boolean closed;
    private volatile @Nullable Follower follower;
    private volatile Reconciliation last = new Reconciliation(Instant.EPOCH, 0, 0);

    public PublishedProjection(Stores stores, PublishedCopies copies, Clock clock) {
        this.stores = stores;
        this.writer = new PublishedWriter(stores);
        this.copies = copies;
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
        String checkpoint = Follower.checkpointOf(stores.author(), NAME).orElse(null);
        if (checkpoint == null) {
            adopt();
        }
        follower = Follower.startLast(stores.author(), NAME, new Following(), checkpoint);
        compare(checkpoint == null);
        renewCheckpoint();
    }

    /** Brings the contents of those types anew that a reload of the light modules changes: other fields of theirs are public. */
    void follow(DefinitionRegistry registry) {
        AtomicReference<Map<String, ContentType>> known = new AtomicReference<>(types(registry.current()));
        registry.onReload(definitions -> {
            Map<String, ContentType> types = types(definitions);
            Map<String, ContentType> before = known.getAndSet(types);
            Set<String> workspaces = new LinkedHashSet<>();
            for (ContentType type : types.values()) {
                if (!type.equals(before.get(type.name()))) {
                    workspaces.add(type.workspace());
                }
            }
            Set<String> contents = new LinkedHashSet<>();
            SavedNodes author = SavedNodes.of(stores.author());
            for (String workspace : workspaces) {
                author.at("/" + workspace)
                        .ifPresent(root -> eachContent(root, item -> {
                            if (Revisions.online(item).isPresent()) {
                                contents.add(item.identifier());
                            }
                        }));
            }
            bring(contents);
        });
    }

    private static Map<String, ContentType> types(Definitions definitions) {
        Map<String, ContentType> types = new LinkedHashMap<>();
        definitions.contentTypes().forEach(type -> types.put(type.name(), type));
        return types;
    }

    /** Contents that wait for another try, the first one first. */
    public synchronized List<Late> late() {
        return List.copyOf(late.values());
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
        Follower following = follower;
        // what is late is found again from the checkpoint before
        if (following != null && late().isEmpty()) {
            following.persist();
        }
    }

    /** Applies the changes of the author store to the published store. */
    private final class Following implements Follower.Derived {

        @Override
        public void apply(Changes changes) {
            bring(new ChangedContents(stores).of(changes));
        }

        @Override
        public boolean isLate() {
            return isLate;
        }
    }

    /** Has the published copies of some contents stand as the rules of visibility say now, and what they show with them. */
    public synchronized void stand(Collection<String> contents) {
        PublishedCopies.Pass pass = copies.pass();
        for (List<String> some : batches(List.copyOf(contents))) {
            writer.put(published -> {
                for (String id : some) {
                    copies.stand(published, id, pass);
                }
            });
        }
        writer.await();
        settleAssets(pass.assets());
    }

    /** Makes the published store say of some contents what the author store says; those that fail are tried again later. */
    public synchronized void bring(Collection<String> contents) {
        if (contents.isEmpty()) {
            return;
        }
        PublishedCopies.Pass pass = copies.pass();
        Session author = stores.author().login(Identity.SYSTEM);
        try {
            for (List<String> some : batches(parentsFirst(author, contents))) {
                bring(some, author, pass);
            }
            order(contents, author, pass);
        } finally {
            author.logout();
        }
        // who reads a picture, and whether anybody shows it, is asked of the index
        writer.await();
        settleAssets(pass.assets());
        isLate = !late.isEmpty();
    }

    private void order(Collection<String> contents, Session author, PublishedCopies.Pass pass) {
        try {
            writer.put(published -> {
                for (String folder : pass.folders()) {
                    copies.order(folder, author, published);
                }
            });
        } catch (RuntimeException e) {
            // brought once more, each comes to its place
            contents.forEach(id -> fail(id, e));
        }
    }

    private void bring(List<String> contents, Session author, PublishedCopies.Pass pass) {
        try {
            writer.put(published -> {
                for (String id : contents) {
                    copies.bring(id, author, published, pass);
                    if (author.hasPendingChanges()) {
                        author.refresh(false);
                    }
                }
            });
            contents.forEach(late::remove);
        } catch (RuntimeException e) {
            discard(author);
            if (contents.size() > 1) {
                contents.forEach(id -> bring(List.of(id), author, pass));
            } else {
                fail(contents.get(0), e);
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

    private void settleAssets(Set<String> assets) {
        for (List<String> some : batches(List.copyOf(assets))) {
            try {
                writer.put(published -> {
                    for (String id : some) {
                        copies.settleAsset(id, published);
                    }
                });
            } catch (RuntimeException e) {
                some.forEach(id -> fail(id, e));
            }
        }
        if (!assets.isEmpty()) {
            writer.await();
        }
    }

    private void fail(String id, RuntimeException e) {
        if (late.isEmpty()) {
            // the whole of it once: the others are late for the same reason, more often than not
            log.error("Content {} is not yet on line as it was decided; it is tried again", id, e);
            nextRetry = FIRST_RETRY;
        } else if (!late.containsKey(id)) {
            log.error("Content {} is not yet on line as it was decided either: {}", id, e.getMessage());
        }
        Instant since = late.containsKey(id) ? late.get(id).since() : clock.instant();
        late.put(id, new Late(id, since, String.valueOf(e.getMessage())));
        retryLater();
    }

    private void retryLater() {
        if (retryAwaited) {
            return;
        }
        retryAwaited = true;
        CompletableFuture.delayedExecutor(nextRetry.toMillis(), TimeUnit.MILLISECONDS, retries)
                .execute(this::retry);
    }

    private synchronized void retry() {
        if (closed) {
            return;
        }
        Duration doubled = nextRetry.multipliedBy(2);
        nextRetry = doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
        retryAwaited = false;
        bring(List.copyOf(late.keySet()));
        if (late.isEmpty()) {
            log.info("All contents are on line as they were decided");
        }
    }

    /** A page comes after the one above it, which may have moved; the others as they were decided. */
    private static List<String> parentsFirst(Session author, Collection<String> contents) {
        record Placed(String id, int depth) {}
        List<Placed> placed = new ArrayList<>();
        try {
            for (String id : contents) {
                Optional<Node> node = Workspace.savedById(author, id);
                boolean page = node.isPresent() && node.get().isNodeType("mgnl:page");
                placed.add(new Placed(id, page ? node.get().getDepth() : 0));
            }
        } catch (RepositoryException e) {
            throw new RepositoryFailure("Contents of the author store cannot be read", e);
        }
        placed.sort(Comparator.comparingInt(Placed::depth));
        return placed.stream().map(Placed::id).toList();
    }

    private static List<List<String>> batches(List<String> all) {
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            batches.add(all.subList(from, Math.min(from + TOGETHER, all.size())));
        }
        return batches;
    }

    private synchronized void compare(boolean everything) {
        SavedNodes author = SavedNodes.of(stores.author());
        SavedNodes published = SavedNodes.of(stores.published());
        Set<String> differing = new LinkedHashSet<>();
        int[] compared = {0};
        eachContent(author.root(), item -> {
            OptionalLong online = Revisions.online(item);
            if (online.isPresent()) {
                compared[0]++;
                if (everything || !isCopied(item, online.getAsLong(), published)) {
                    differing.add(item.identifier());
                }
            }
        });
        eachContent(published.root(), copy -> {
            boolean decided = copy.is("mgnl:asset")
                    ? copies.isToShow(copy.identifier())
                    : Revisions.online(copy).isEmpty()
                            || author.byId(copy.identifier())
                                    .filter(item -> isContent(item.path()))
                                    .map(Revisions::online)
                                    .filter(OptionalLong::isPresent)
                                    .isPresent();
            if (!decided) {
                differing.add(copy.identifier());
            }
        });
        bring(differing);
        last = new Reconciliation(clock.instant(), compared[0], everything ? 0 : differing.size());
        if (!everything && !differing.isEmpty()) {
            log.warn("{} of {} contents were not on line as decided; they are now", differing.size(), compared[0]);
        }
    }

    private static boolean isCopied(SavedNode item, long online, SavedNodes published) {
        return published
                .byId(item.identifier())
                .filter(copy -> copy.path().equals(item.path())
                        && Revisions.online(copy).equals(OptionalLong.of(online)))
                .isPresent();
    }

    private static boolean isContent(String storePath) {
        return !Workspace.TECHNICAL.contains(Workspace.ofStorePath(storePath).name());
    }

    /** Every item, page and asset below a node, the workspaces of the host left out. */
    private static void eachContent(SavedNode above, Consumer<SavedNode> work) {
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
        Follower following;
        synchronized (this) {
            following = follower;
            follower = null;
            closed = true;
            retries.shutdownNow();
        }
        if (following != null) {
            following.close();
        }
    }
}
