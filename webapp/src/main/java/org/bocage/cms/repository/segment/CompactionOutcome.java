package org.bocage.cms.repository.segment;

import java.util.Optional;
import org.apache.jackrabbit.oak.spi.gc.GCMonitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/** Outcome of a compaction as Oak reports it: whether it was completed, or why not. */
final class CompactionOutcome extends GCMonitor.Empty {

    private @Nullable String problem;
    private boolean done;

    synchronized void begin() {
        problem = null;
        done = false;
    }

    /** Why the last one has no effect; empty when it has. */
    synchronized Optional<String> problem() {
        return done ? Optional.empty() : Optional.of(problem == null ? "The compaction did not end" : problem);
    }

    @Override
    public synchronized void compacted() {
        done = true;
    }

    @Override
    public void warn(String message, Object... arguments) {
        note(MessageFormatter.arrayFormat(message, arguments).getMessage());
    }

    @Override
    public void skipped(String reason, Object... arguments) {
        note(MessageFormatter.arrayFormat(reason, arguments).getMessage());
    }

    @Override
    public void error(String message, Exception exception) {
        note(message + ": " + exception);
    }

    /** The first one is the cause, what follows are its consequences. */
    private synchronized void note(String told) {
        if (problem == null) {
            problem = told;
        }
    }
}
