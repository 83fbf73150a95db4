package org.bocage.cms.repository.changes;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bocage.cms.repository.Store;
import org.jspecify.annotations.Nullable;

/**
 * Value that belongs to one state, such as {@link Store#state}, and is made anew when the state is another. Whatever is
 * put into the value must be read after {@link #get()}, by a session opened or refreshed then, so that it never holds
 * what was true before. The state must cover all that is read for the value: a list comes from the index, which lags
 * behind its store.
 *
 * @param <T> a thread-safe holder
 */
public final class StateCached<T> {

    private record Kept<T>(Object state, T value) {}

    private final Supplier<Object> state;
    private final Supplier<T> make;
    private final AtomicReference<@Nullable Kept<T>> kept = new AtomicReference<>();

    /** @param state two are equal when nothing was changed between them */
    public StateCached(Supplier<Object> state, Supplier<T> make) {
        this.state = state;
        this.make = make;
    }

    /** Returns the value for the present state. */
    public T get() {
        Object now = state.get();
        Kept<T> last = kept.get();
        if (last == null || !last.state.equals(now)) {
            last = new Kept<>(now, Objects.requireNonNull(make.get()));
            kept.set(last);
        }
        return last.value;
    }
}
