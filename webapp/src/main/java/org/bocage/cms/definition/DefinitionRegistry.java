package org.bocage.cms.definition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.files.ResourceTree;
import org.bocage.cms.definition.files.Resources;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.Withheld;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the current definitions and replaces them all at once, within a second, when a file of the light modules changes.
 */
public final class DefinitionRegistry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionRegistry.class);

    private final Supplier<Resources> listing;
    private final List<Consumer<Definitions>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Withheld.Kind, KnownType> known = new LinkedHashMap<>();
    private volatile Definitions current;
    private volatile Wording wording = Wording.AS_WRITTEN;
    private volatile Instant readAt = Instant.EPOCH;
    private @Nullable FolderWatch watch;

    private DefinitionRegistry(Supplier<Resources> listing) {
        this.listing = listing;
        this.current = read(Optional.empty());
    }

    /** The light modules the application is packaged with; they never change. */
    public static DefinitionRegistry packaged() {
        return new DefinitionRegistry(ResourceTree::packaged);
    }

    /**
     * The light modules of folders, the first one winning, followed until {@link #close}; behind them, those the application is packaged
     * with.
     */
    public static DefinitionRegistry watching(List<Path> folders) {
        List<Path> absolute = folders.stream().map(Path::toAbsolutePath).toList();
        FolderWatch watch = new FolderWatch(absolute);
        ResourceTree packaged = ResourceTree.packaged();
        DefinitionRegistry registry = new DefinitionRegistry(() -> ResourceTree.ofFolders(absolute, packaged));
        registry.watch = watch;
        watch.start(() -> {
            if (absolute.stream().allMatch(Files::isDirectory)) {
                registry.reload();
            }
        });
        return registry;
    }

    /** The definitions now; take it once for each request. */
    public Definitions current() {
        return current;
    }

    /**
     * Says which types were ever in force, as an earlier run of the host left them: those that no file defines any more are withheld
     * ({@link Definitions#isWithheld}).
     */
    public synchronized void remember(Collection<KnownType> types) {
        known.clear();
        types.forEach(one -> known.put(new Withheld.Kind(one.workspace(), one.nodeType()), one));
        if (types.stream().anyMatch(one -> current.contentTypes().stream().noneMatch(one::isKeptBy))) {
            current = read(Optional.empty());
        } else {
            current.contentTypes().forEach(this::know);
        }
    }

    /** The types that were ever in force, as far as was {@linkplain #remember remembered}. */
    public synchronized List<KnownType> known() {
        return List.copyOf(known.values());
    }

    /**
     * Remembers a type in force in place of the one remembered so far, unless it drops a restriction of that one
     * without saying so.
     */
    private void know(ContentType type) {
        known.merge(
                new Withheld.Kind(type.workspace(), type.nodeType()),
                KnownType.of(type),
                (before, now) -> before.isKeptBy(type) ? now : before);
    }

    /**
     * Changes the words that messages are said in, those of the current definitions included.
     *
     * @return whether they were others before
     */
    public synchronized boolean say(Wording words) {
        boolean changed = !words.equals(wording);
        wording = words;
        return changed;
    }

    /** When they were read. */
    public Instant readAt() {
        return readAt;
    }

    /** Tells {@code listener} the new definitions after each reload, on the thread that watches. */
    public void onReload(Consumer<Definitions> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }

    /** Reads again, on the thread that watches; listeners are told without a lock, for they wait for others that read here. */
    private void reload() {
        Definitions read;
        try {
            read = replace();
        } catch (RuntimeException | Error e) {
            LOG.error("light modules could not be read again, the definitions stay as they were", e);
            return;
        }
        for (Consumer<Definitions> listener : listeners) {
            try {
                listener.accept(read);
            } catch (RuntimeException | Error e) {
                LOG.error("a listener failed after light modules were read again", e);
            }
        }
    }

    private synchronized Definitions replace() {
        Definitions read = read(Optional.of(current));
        current = read;
        return read;
    }

    private Definitions read(Optional<Definitions> before) {
        long start = System.nanoTime();
        Definitions read = Loading.of(listing.get(), before, known.values(), () -> wording);
        read.contentTypes().forEach(this::know);
        readAt = Instant.now();
        LOG.info(
                "light modules {} read in {} ms: {} templates, {} content types, {} problems",
                read.modules(),
                (System.nanoTime() - start) / 1_000_000,
                read.templates().size(),
                read.contentTypes().size(),
                read.problems().size());
        read.problems().stream()
                .filter(problem -> problem.severity() == Severity.SEVERE)
                .forEach(problem -> LOG.warn("{}:{} {}", problem.file(), problem.line(), problem.sentence()));
        return read;
    }
}
