package org.bocage.cms.repository.document;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bocage.cms.repository.cluster.Leadership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leadership of the machine that holds a lock in the database; the others ask for it each second. */
public final class DatabaseLeadership implements Leadership {

    private static final Logger log = LoggerFactory.getLogger(DatabaseLeadership.class);
    private static final String LOCK = "leader";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** Longer than a machine that lost its connection takes to know that. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Database database;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "leadership");
        made.setDaemon(true);
        return made;
    });
    private final List<Runnable> told = new CopyOnWriteArrayList<>();
    private volatile boolean here;

    // of the thread
    private Optional<DatabaseLock> lock = Optional.empty();
    private long since;

    private DatabaseLeadership(Database database) {
        this.database = database;
    }

    /**
     * Asks for the leadership, and goes on doing so.
     *
     * @param isAlone whether no other machine can take itself for the leader still: it is here at once, then, if it is free
     */
    public static DatabaseLeadership begin(Database database, boolean isAlone) {
        DatabaseLeadership leadership = new DatabaseLeadership(database);
        leadership.take();
        if (isAlone && leadership.lock.isPresent()) {
            leadership.move(true);
        }
        Future<?> unused = leadership.thread.scheduleWithFixedDelay(
                leadership::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        return leadership;
    }

    @Override
    public boolean isHere() {
        return here;
    }

    @Override
    public void whenMoved(Runnable callback) {
        told.add(callback);
    }

    private void look() {
        try {
            boolean isLost = lock.isPresent() && !lock.get().isHeld();
            if (isLost) {
                release();
                move(false);
            } else if (lock.isEmpty()) {
                take();
            } else if (!here && System.nanoTime() - since >= GRACE.toNanos()) {
                move(true);
            }
        } catch (RuntimeException e) {
            // the stores tell of a database that does not answer
            log.debug("The leadership is asked for again: {}", e.toString());
        }
    }

    private void take() {
        lock = database.tryTake(LOCK);
        since = System.nanoTime();
    }

    private void move(boolean isHere) {
        if (here == isHere) {
            return;
        }
        log.info(isHere ? "This machine leads now" : "This machine leads no more");
        here = isHere;
        for (Runnable one : told) {
            try {
                one.run();
            } catch (RuntimeException e) {
                log.error("Something was not told where the leadership is", e);
            }
        }
    }

    private void release() {
        lock.ifPresent(DatabaseLock::close);
        lock = Optional.empty();
    }

    /** Leaves it to another machine. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            // a callback that is under way ends first
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                log.warn("What the leader was asked to do has not ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        here = false;
        release();
    }
}
