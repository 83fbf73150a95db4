package org.bocage.editorial.screens.extension;

import java.util.Optional;
import java.util.function.Predicate;
import org.bocage.editorial.form.values.FormValues;

/** Extension point: checks of a form besides the rules of its definition. */
public interface FormObjections {

    /**
     * Something wrong with what was typed.
     *
     * @param field as the form names it
     */
    record Objection(String field, String sentence) {}

    /**
     * Returns a problem with what was typed in a form of a type, besides what the definitions say.
     *
     * @param before what the content held; nothing when it is new
     */
    Optional<Objection> objection(String type, FormValues values, FormValues before);

    /**
     * Returns what may be right all the same: asked of a person who sends what nothing else is wrong with, and passed once they
     * say so. May ask other servers.
     *
     * @param before what was answered for already; nothing when it is new
     * @param isConfirmed whether somebody has just answered for a field
     */
    default Optional<Objection> question(
            String type, FormValues values, FormValues before, Predicate<String> isConfirmed) {
        return Optional.empty();
    }
}
