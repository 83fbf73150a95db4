package org.bocage.cms.repository;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out from one state of a store, made anew when something was saved. What is put in it must be read by a
 * session that is opened, or refreshed, after {@link #get()}: then it never holds what was true before.
 *
 * @param <T> a thread-safe holder
 */
public final class WhileUnchanged<T> {

    private record Kept<T>(Store.State state, T value) {}

    private final Store store;
    private final Supplier<T> make;
    private final AtomicReference<@Nullable Kept<T>> kept = new AtomicReference<>();

    public WhileUnchanged(Store store, Supplier<T> make) {
        this.store = store;
        this.make = make;
    }

    /** What holds for the present state. */
    public T get() {
        Store.State now = store.state();
        Kept<T> last = kept.get();
        if (last == null || !last.state.equals(now)) {
            last = new Kept<>(now, Objects.requireNonNull(make.get()));
            kept.set(last);
        }
        return last.value;
    }
}
