package org.bocage.cms.repository.maintenance;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.bocage.cms.repository.NotEnoughRoom;
import org.bocage.cms.repository.Storage.Compaction;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.StoreProperties;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compacts both stores by night, while they are in use: what no state refers to any more leaves the files. What was saved since
 * the night before is gone through each night, everything once a week. After something was erased everything is, in the next
 * two nights: Oak keeps what the state before the last compaction held.
 */
@Component
public class StoreMaintenance {

    private static final Logger log = LoggerFactory.getLogger(StoreMaintenance.class);
    private static final String NOTES = "compaction.properties";
    private static final String ERASURES = "erase";
    private static final String ASKED = "erase.asked";
    /** Names of the states that followers went on from when it was asked: they may hold what was erased. */
    private static final String HOLDING = "erase.checkpoints";
    /** Full compactions after which nothing is left of what was erased before the first. */
    private static final int UNTIL_GONE = 2;

    private static final Duration BETWEEN_FULL = Duration.ofDays(7).minusHours(12);
    /** A store that grew by less is left as it is: to go through it wears the disk more than it gains. */
    private static final long WORTH_IT = 4L * 1024 * 1024;
    /** Oak goes down a tree by recursion. */
    private static final long DEEP_STACK = 64L * 1024 * 1024;

    private final Stores stores;
    private final ObjectProvider<DerivedFiles> derived;
    private final Clock clock;
    private final Path notes;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean stopping;

    public StoreMaintenance(
            Stores stores,
            ObjectProvider<DerivedFiles> derived,
            ObjectProvider<Clock> clocks,
            StoreProperties properties) {
        this.stores = stores;
        this.derived = derived;
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
        this.notes = properties.home().resolve(NOTES);
    }

    /**
     * How the last compaction of a store went.
     *
     * @param store {@code author} or {@code published}
     * @param whole whether all of it was gone through
     * @param before its size in bytes
     * @param after its size in bytes, what the state before held included: that goes the next time
     * @param problem why nothing came of it, as the log has it; empty when it went well
     * @param room megabytes that the disk should have had; 0 when that was not the problem
     */
    public record Result(
            String store,
            Instant at,
            boolean whole,
            Duration took,
            long before,
            long after,
            String problem,
            long room) {}

    /** Of each store, once it was compacted. */
    public List<Result> results() {
        Properties known = read();
        return stores().stream()
                .flatMap(store -> result(known, store.name()).stream())
                .toList();
    }

    /**
     * Erases something that is to leave the files. It is asked before, so that a process that is killed meanwhile leaves it
     * asked, and again after: a compaction that began in between may still have copied it.
     */
    public void erase(Runnable erasing) {
        eraseSoon();
        try {
            erasing.run();
        } finally {
            eraseSoon();
        }
    }

    /** Brings the next compactions forward: something was erased, or is about to be, and is to leave the files. */
    public void eraseSoon() {
        String holding =
                stores().stream().flatMap(store -> store.checkpoints().stream()).collect(Collectors.joining(" "));
        change(known -> {
            known.setProperty(ERASURES, String.valueOf(UNTIL_GONE));
            known.setProperty(ASKED, String.valueOf(number(known, ASKED) + 1));
            known.setProperty(HOLDING, holding);
        });
    }

    /** Whether a follower may still hold what was erased: it has not seen that, or would go on from a state before. */
    private boolean isHeld(Properties known) {
        Set<String> before = Set.of(known.getProperty(HOLDING, "").split(" "));
        boolean held = false;
        for (Store store : stores()) {
            List<String> behind = store.behind(before);
            if (!behind.isEmpty()) {
                log.warn("What was erased stays in the files of store {}: it is held by {}", store.name(), behind);
                held = true;
            }
        }
        return held;
    }

    /**
     * Compacts what needs it. A failure in one store keeps nothing from the other; it is noted, and tried again the next
     * night.
     *
     * @throws RepositoryFailure when one could not be compacted
     */
    @Scheduled(cron = "${bocage.maintenance.compaction:0 30 1 * * *}", zone = "Europe/Paris")
    void compact() {
        Properties known = read();
        boolean erasing = number(known, ERASURES) > 0;
        boolean held = erasing && isHeld(known);
        List<IOException> problems = new ArrayList<>();
        for (Store store : stores()) {
            Optional<Compaction> needed = erasing ? Optional.of(Compaction.ERASING) : needed(known, store);
            if (needed.isPresent() && !stopping) {
                try {
                    compact(store, needed.get());
                } catch (IOException e) {
                    problems.add(e);
                }
            }
        }
        if (erasing && problems.isEmpty() && !stopping) {
            dropErased(problems);
        }
        if (!problems.isEmpty()) {
            RepositoryFailure failure = new RepositoryFailure("A store could not be compacted", problems.get(0));
            problems.stream().skip(1).forEach(failure::addSuppressed);
            throw failure;
        }
        if (held) {
            eraseSoon();
        } else if (erasing && !stopping) {
            long asked = number(known, ASKED);
            // whatever was erased meanwhile has both compactions before it
            change(now -> {
                if (number(now, ASKED) == asked) {
                    now.setProperty(ERASURES, String.valueOf(number(now, ERASURES) - 1));
                }
            });
        }
    }

    /** Does a work that no compaction and no other such work may accompany, on a stack as deep as any tree. */
    <T> T alone(Callable<T> work) throws IOException {
        turn.lock();
        try {
            FutureTask<T> task = new FutureTask<>(work);
            Thread thread = new Thread(null, task, "store-maintenance", DEEP_STACK);
            thread.setDaemon(true);
            thread.start();
            return resultOf(task);
        } finally {
            turn.unlock();
        }
    }

    /** Has what is under way end soon: the process is about to. */
    @PreDestroy
    void stop() {
        stopping = true;
        stores().forEach(store -> store.storage().cancelCompaction());
    }

    private <T> T resultOf(FutureTask<T> task) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException("The files of a store could not be worked on", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<Store> stores() {
        return List.of(stores.author(), stores.published());
    }

    private Optional<Compaction> needed(Properties known, Store store) {
        long grown = store.storage().size() - number(known, store.name() + ".worth");
        long grownSinceFull = store.storage().size() - number(known, store.name() + ".worth.full");
        boolean weekly = !clock.instant()
                .isBefore(Instant.ofEpochMilli(number(known, store.name() + ".full"))
                        .plus(BETWEEN_FULL));
        if (weekly && grownSinceFull >= WORTH_IT) {
            return Optional.of(Compaction.FULL);
        }
        return grown >= WORTH_IT ? Optional.of(Compaction.TAIL) : Optional.empty();
    }

    private void compact(Store store, Compaction compaction) throws IOException {
        Instant at = clock.instant();
        long start = System.nanoTime();
        long before = store.storage().size();
        String problem = "";
        long room = 0;
        try {
            alone(() -> {
                store.storage().compact(compaction);
                return before;
            });
            // nobody is left behind who would read on in what the next one deletes
            store.root();
            store.await();
        } catch (IOException e) {
            problem = String.valueOf(e.getMessage());
            room = e instanceof NotEnoughRoom full ? full.neededMegabytes() : 0;
            throw e;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            note(new Result(
                    store.name(),
                    at,
                    compaction != Compaction.TAIL,
                    took,
                    before,
                    store.storage().size(),
                    problem,
                    room));
        }
    }

    private void dropErased(List<IOException> problems) {
        derived.orderedStream().forEach(one -> {
            try {
                one.dropErased();
            } catch (IOException e) {
                problems.add(e);
            }
        });
    }

    /** Records the result of a compaction; when it cannot be written, as on a full disk, it is in the log only. */
    private void note(Result result) {
        log.info("Compaction: {}", result);
        try {
            write(result);
        } catch (UncheckedIOException e) {
            log.warn("The result of a compaction could not be noted", e);
        }
    }

    private void write(Result result) {
        String store = result.store();
        change(known -> {
            known.setProperty(store + ".at", String.valueOf(result.at().toEpochMilli()));
            known.setProperty(store + ".whole", String.valueOf(result.whole()));
            known.setProperty(store + ".millis", String.valueOf(result.took().toMillis()));
            known.setProperty(store + ".before", String.valueOf(result.before()));
            known.setProperty(store + ".after", String.valueOf(result.after()));
            known.setProperty(store + ".problem", result.problem());
            known.setProperty(store + ".room", String.valueOf(result.room()));
            if (result.problem().isEmpty()) {
                known.setProperty(store + ".worth", String.valueOf(result.after()));
                // what a compaction of everything leaves of the state before goes with the next one, whichever that is
                long full = result.whole()
                        ? result.after()
                        : Math.min(number(known, store + ".worth.full"), result.after());
                known.setProperty(store + ".worth.full", String.valueOf(full));
                if (result.whole()) {
                    known.setProperty(
                            store + ".full", String.valueOf(result.at().toEpochMilli()));
                }
            }
        });
    }

    private static Optional<Result> result(Properties known, String store) {
        return known.containsKey(store + ".at")
                ? Optional.of(new Result(
                        store,
                        Instant.ofEpochMilli(number(known, store + ".at")),
                        Boolean.parseBoolean(known.getProperty(store + ".whole")),
                        Duration.ofMillis(number(known, store + ".millis")),
                        number(known, store + ".before"),
                        number(known, store + ".after"),
                        known.getProperty(store + ".problem", ""),
                        number(known, store + ".room")))
                : Optional.empty();
    }

    private static long number(Properties known, String name) {
        String written = known.getProperty(name, "0");
        return written.matches("-?[0-9]{1,18}") ? Long.parseLong(written) : 0;
    }

    private Properties read() {
        Properties known = new Properties();
        if (Files.exists(notes)) {
            try (Reader reader = Files.newBufferedReader(notes)) {
                known.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return known;
    }

    @FunctionalInterface
    private interface Change {
        void to(Properties known);
    }

    /** The file is there as a whole, before or after, whenever the process ends. */
    private synchronized void change(Change change) {
        Properties known = read();
        change.to(known);
        try {
            Path next = notes.resolveSibling(NOTES + ".part");
            try (Writer writer = Files.newBufferedWriter(next)) {
                known.store(writer, null);
            }
            Files.move(next, notes, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
