package org.bocage.portal.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One post of a public form: judged, read, checked, then shown again with what is wrong or carried out, once. A robot is thanked
 * before anything is read, so that it uploads nothing; a second press is thanked, and nothing happens.
 *
 * @param name of the form, which its tokens are bound to
 * @param reading reads what was typed
 * @param check finds what is wrong, by field
 * @param limit whether whoever sends it has sent too much today
 * @param screen shows the form again, with all that was typed
 * @param action carries out what is asked, and answers
 * @param thanks answers as if all were done
 */
public record PublicForm<T>(
        String name,
        Reading<T> reading,
        Function<T, Map<String, String>> check,
        Predicate<T> limit,
        Screen<T> screen,
        Action<T> action,
        Thanks thanks) {

    /** A form that may be sent as often as its connection may send. */
    public PublicForm(
            String name,
            Reading<T> reading,
            Function<T, Map<String, String>> check,
            Screen<T> screen,
            Action<T> action,
            Thanks thanks) {
        this(name, reading, check, typed -> false, screen, action, thanks);
    }

    /** Takes the post of a request, which {@link FormGuard} counts. */
    public void take(FormGuard guard, HttpServletRequest request) throws IOException {
        FormGuard.Verdict verdict = guard.judge(request, name);
        if (verdict == FormGuard.Verdict.ROBOT) {
            thanks.thank();
            return;
        }
        T typed = reading.read();
        Map<String, String> errors = check.apply(typed);
        if (verdict != FormGuard.Verdict.PERSON || !errors.isEmpty()) {
            screen.show(typed, Showing.again(errors, verdict));
        } else if (limit.test(typed)) {
            screen.show(typed, new Showing(Map.of(), "too-many-today", 429));
        } else if (guard.accept(request)) {
            action.act(typed);
        } else {
            thanks.thank();
        }
    }

    /**
     * Errors, notice and status with which a form is shown.
     *
     * @param errors by field; empty when nothing is wrong
     * @param notice a word about the whole form, as the {@code summary} of {@code champs.ftlh} knows it; null for none
     * @param status of the answer
     */
    public record Showing(
            Map<String, String> errors, @Nullable String notice, int status) {

        /** The form as it is shown for the first time. */
        public static final Showing FIRST = new Showing(Map.of(), null, 200);

        /** Returns the form as it is shown again, for what is wrong or for what was judged. */
        public static Showing again(Map<String, String> errors, FormGuard.Verdict verdict) {
            return new Showing(errors, verdict.notice(), verdict.status());
        }
    }

    /** Reads what was typed. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /** Shows the form with what was typed. */
    @FunctionalInterface
    public interface Screen<T> {
        void show(T typed, Showing showing) throws IOException;
    }

    /** Carries out what is asked, and answers. */
    @FunctionalInterface
    public interface Action<T> {
        void act(T typed) throws IOException;
    }

    /** Answers as if all were done. */
    @FunctionalInterface
    public interface Thanks {
        void thank() throws IOException;
    }
}
