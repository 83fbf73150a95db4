package org.bocage.cms.repository.document;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Thread whose stack is as deep as any tree: Oak goes down one by recursion. */
final class DeepStack {

    private static final long BYTES = 64L * 1024 * 1024;

    private DeepStack() {}

    /** Does a work, and returns what it does. */
    static <T> T call(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "store-copy", BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("A store was not read to its end", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException("A store cannot be read: " + e.getCause(), e.getCause());
        }
    }
}
