package org.bocage.cms.site;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bocage.cms.rendering.PublicFigure;

/** A figure that pages wait for until the test lets them pass: whoever draws a page that shows it stands at the gate. */
final class Gate implements PublicFigure {

    private final AtomicInteger came = new AtomicInteger();
    private volatile boolean broken;
    private volatile CountDownLatch closed = new CountDownLatch(0);

    @Override
    public String name() {
        return "barrage";
    }

    @Override
    public String workspace() {
        return "website";
    }

    @Override
    public long now() {
        int number = came.incrementAndGet();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody waits any longer", e);
        }
        if (broken) {
            throw new IllegalStateException("the gate is broken");
        }
        return number;
    }

    void close() {
        broken = false;
        came.set(0);
        closed = new CountDownLatch(1);
    }

    void open() {
        closed.countDown();
    }

    /** Opens, and lets those who stand there or come fail. */
    void breakDown() {
        broken = true;
        open();
    }

    /** How many came to the gate since it was closed. */
    int came() {
        return came.get();
    }
}
