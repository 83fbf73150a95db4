package org.bocage.cms.site;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Bounds what is rendered at the same time, and renders once what several ask for at once. Who waits does so for a limited time
 * and in limited number: the server has threads left for what is kept. Thread-safe.
 */
@Component
class RenderingQueue {

    /** Too many ask for what is not kept; they may come back in a moment. */
    static final class TooBusy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooBusy() {
            super("More is asked for than is rendered at a time", null, false, false);
        }
    }

    private final long patience;
    private final Semaphore places;
    private final Semaphore waiting;
    private final ConcurrentMap<Object, CompletableFuture<Object>> begun = new ConcurrentHashMap<>();

    RenderingQueue(SiteProperties properties, Environment environment) {
        this.patience = properties.renderingWait().toNanos();
        this.places = new Semaphore(properties.renderings(), true);
        int threads = environment.getProperty("server.tomcat.threads.max", Integer.class, 200);
        this.waiting = new Semaphore(Math.max(1, threads * 3 / 4 - properties.renderings()));
    }

    /**
     * Renders, when there is a place.
     *
     * @throws TooBusy when there is none in time
     */
    <T> T render(Supplier<T> rendering) {
        if (!takePlace()) {
            throw new TooBusy();
        }
        try {
            return rendering.get();
        } finally {
            places.release();
        }
    }

    /**
     * As {@link #render}; who asks for the same while it is rendered gets the same, be it a failure.
     *
     * @param what equal for renderings of which one serves for all
     */
    <T> T renderOnce(Object what, Supplier<T> rendering) {
        CompletableFuture<Object> own = new CompletableFuture<>();
        CompletableFuture<Object> other = begun.putIfAbsent(what, own);
        if (other != null) {
            @SuppressWarnings("unchecked") // what is equal is rendered by the same caller
            T rendered = (T) await(other);
            return rendered;
        }
        try {
            T rendered = render(rendering);
            own.complete(rendered);
            return rendered;
        } catch (Throwable e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            begun.remove(what);
        }
    }

    private boolean takePlace() {
        try {
            // without a time it would take a place before those who wait for one
            if (places.tryAcquire(0, TimeUnit.NANOSECONDS)) {
                return true;
            }
            if (!waiting.tryAcquire()) {
                return false;
            }
            try {
                return places.tryAcquire(patience, TimeUnit.NANOSECONDS);
            } finally {
                waiting.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Object await(CompletableFuture<Object> other) {
        if (!waiting.tryAcquire()) {
            throw new TooBusy();
        }
        try {
            return other.get(patience, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new TooBusy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TooBusy) {
                throw new TooBusy();
            }
            throw new IllegalStateException("What somebody else rendered failed", e.getCause());
        } finally {
            waiting.release();
        }
    }
}
