package org.bocage.editorial.screens.extension;

import java.util.Optional;
import org.bocage.editorial.form.values.FormValues;

/** Extension point: checks of a form besides the rules of its definition. */
public interface FormObjections {

    /**
     * Something wrong with what was typed.
     *
     * @param field as the form names it
     * @param isQuestion whether it may be right all the same, and passes once somebody says so
     */
    record Objection(String field, String sentence, boolean isQuestion) {

        public Objection(String field, String sentence) {
            this(field, sentence, false);
        }
    }

    /**
     * Returns a problem with what was typed in a form of a type, besides what the definitions say.
     *
     * @param before what the content held; nothing when it is new
     */
    Optional<Objection> objection(String type, FormValues values, FormValues before);
}
