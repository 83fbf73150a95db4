package org.bocage.cms.outgoing;

import java.time.Duration;

/**
 * How much is read, and how long is waited.
 *
 * @param bytes decoded
 * @param connect until the server answers the door
 * @param total from the question to the last byte, wherever one is sent on to
 * @param redirects how often one lets oneself be sent on
 */
record Limits(int bytes, Duration connect, Duration total, int redirects) {

    /** Limits of every request of this portal. */
    static final Limits USUAL = new Limits(2 * 1024 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(20), 3);
}
