package org.bocage.cms.repository;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out from one state, such as {@link Store#state}, made anew when that is another. What is put in it must be
 * read after {@link #get()}, by a session that is opened or refreshed then: it never holds what was true before. Of whatever
 * it is read from, the state must tell: a list comes from the index, which is later than its store.
 *
 * @param <T> a thread-safe holder
 */
public final class WhileUnchanged<T> {

    private record Kept<T>(Object state, T value) {}

    private final Supplier<Object> state;
    private final Supplier<T> make;
    private final AtomicReference<@Nullable Kept<T>> kept = new AtomicReference<>();

    /** @param state two are equal when nothing was changed between them */
    public WhileUnchanged(Supplier<Object> state, Supplier<T> make) {
        this.state = state;
        this.make = make;
    }

    /** What holds for the present state. */
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
