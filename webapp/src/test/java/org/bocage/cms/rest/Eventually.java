package org.bocage.cms.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits on a condition that comes true by itself. */
final class Eventually {

    private Eventually() {}

    static void in(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not so after " + patience).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
