package org.bocage.cms.repository.failures;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody else saved the same content meanwhile; nothing was written. */
public class ConcurrentEdit extends RuntimeException {

    private static final Logger log = LoggerFactory.getLogger(ConcurrentEdit.class);
    private static final int ATTEMPTS = 4;

    public ConcurrentEdit(String message) {
        super(message);
    }

    public ConcurrentEdit(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    /**
     * Does something anew when others were first, as when two add what has the same name: the second one sees the first, and
     * takes another.
     *
     * @param work begins with what is in the store each time
     * @throws ConcurrentEdit when others were first four times
     */
    public static <T> T again(Supplier<T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return work.get();
            } catch (ConcurrentEdit e) {
                log.info("Others were first, again: {}", e.getMessage());
            }
        }
        return work.get();
    }
}
