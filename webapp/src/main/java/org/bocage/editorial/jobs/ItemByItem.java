package org.bocage.editorial.jobs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items of a job, done one after the other: one that fails is logged under its name and counted, and the rest is done. The
 * run as a whole then fails with {@link FailedItems}, which « Tâches planifiées » shows; the next run comes back to what failed.
 */
public final class ItemByItem {

    private static final Logger log = LoggerFactory.getLogger(ItemByItem.class);

    /** Failures of a run that are logged, and remembered to be logged once; the others are counted. */
    private static final int MOST_LOGGED = 50;

    private final String job;
    /**
     * Items that failed in the previous run: a job that runs every few seconds logs each failure as an error only once.
     */
    private volatile Set<String> failing = Set.of();

    /** @param job its name in the log */
    public ItemByItem(String job) {
        this.job = job;
    }

    /** Work on one item. */
    @FunctionalInterface
    public interface Work {
        void apply() throws Exception;
    }

    /** Condition of a node. */
    @FunctionalInterface
    public interface NodeCondition {
        boolean holds(Node node) throws RepositoryException;
    }

    /**
     * Does a run.
     *
     * @param work goes through the items and tries each; what it throws itself ends the run
     * @throws FailedItems after the last item, when one of them failed
     */
    public void run(Consumer<Round> work) {
        Round round = new Round();
        work.accept(round);
        failing = Set.copyOf(round.failed);
        if (round.failures > 0) {
            throw new FailedItems(job, round.failures, round.tried, round.failed);
        }
    }

    /** A run that is under way. For one thread. */
    public final class Round {

        private final Set<String> failed = new LinkedHashSet<>();
        private int failures;
        private int tried;

        private Round() {}

        /**
         * Does something to an item. What somebody else is just writing is no failure: the next run comes back to it.
         *
         * @param item names it in the log, {@code workspace:/path} when it is a node
         * @return whether it was done
         */
        public boolean attempt(String item, Work work) {
            tried++;
            try {
                work.apply();
                return true;
            } catch (ConcurrentEdit e) {
                log.info("{}: {} is just being written; the next run comes back to it", job, item);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failed(item, e);
            } catch (Exception | LinkageError | StackOverflowError e) {
                failed(item, e);
            }
            return false;
        }

        /**
         * Removes the nodes of a folder for which a condition holds; the caller saves. One that cannot be read stops no other.
         */
        public void removeIf(Node folder, NodeCondition condition) throws RepositoryException {
            List<Node> nodes = new ArrayList<>();
            for (NodeIterator all = folder.getNodes(); all.hasNext(); ) {
                nodes.add(all.nextNode());
            }
            for (Node node : nodes) {
                attempt(Workspace.of(node).name() + ":" + Workspace.path(node), () -> {
                    if (condition.holds(node)) {
                        node.remove();
                    }
                });
            }
        }

        private void failed(String item, Throwable problem) {
            failures++;
            if (failed.size() >= MOST_LOGGED || !failed.add(item)) {
                return;
            }
            if (failing.contains(item)) {
                log.debug("{}: {} fails still", job, item, problem);
            } else {
                log.error("{}: {} failed; the others are done, and the next run comes back to it", job, item, problem);
            }
        }
    }

    /** Some items of a run failed, each of which is in the log. */
    public static final class FailedItems extends RuntimeException {

        private static final int NAMED = 5;

        private final int failures;
        private final int tried;
        private final String named;

        private FailedItems(String job, int failures, int tried, Set<String> failed) {
            super(job + ": " + failures + " of " + tried + " failed: " + failed);
            this.failures = failures;
            this.tried = tried;
            this.named = failed.stream().limit(NAMED).collect(Collectors.joining(", "));
        }

        /** How many failed. */
        public int failures() {
            return failures;
        }

        /** Of how many. */
        public int tried() {
            return tried;
        }

        /** The first of those that failed, by their names in the log. */
        public String named() {
            return named;
        }
    }
}
