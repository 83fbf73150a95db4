package org.bocage.cms.dam.decoding;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many pictures are decoded at the same time. A decoded picture weighs a hundred times its file, so one bound is
 * shared by uploads and renditions.
 */
public final class DecodingSlots {

    private final Semaphore slots;
    private final Duration patience;

    /**
     * @param number pictures decoded at the same time
     * @param patience how long a caller waits for its turn
     */
    public DecodingSlots(int number, Duration patience) {
        this.slots = new Semaphore(number, true);
        this.patience = patience;
    }

    /**
     * Runs a decoding when its turn comes.
     *
     * @throws DecodingBusyException when the turn did not come in time
     */
    public <T> T run(Decoding<T> decoding) throws IOException {
        takeSlot();
        try {
            return decoding.run();
        } finally {
            slots.release();
        }
    }

    private void takeSlot() throws IOException {
        try {
            if (!slots.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DecodingBusyException("No picture slot came free in " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Interrupted while waiting for a slot");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    @FunctionalInterface
    public interface Decoding<T> {
        T run() throws IOException;
    }
}
