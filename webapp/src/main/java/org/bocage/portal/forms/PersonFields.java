package org.bocage.portal.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bocage.editorial.mail.Mail;

/** Fields by which somebody without an account says who they are. */
public final class PersonFields {

    /** The field of the name. */
    public static final String NAME = "nom";
    /** The field of the mail address. */
    public static final String EMAIL = "courriel";

    /** Most characters of a name. */
    public static final int LONGEST_NAME = 80;
    /** Most characters of a mail address. */
    public static final int LONGEST_EMAIL = 254;

    private PersonFields() {}

    /**
     * Checks a name and a mail address.
     *
     * @param sentence the sentence of a key
     * @return the errors by field, in the order of the fields
     */
    public static Map<String, String> errors(String name, String email, UnaryOperator<String> sentence) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors.put(NAME, sentence.apply("name-missing"));
        }
        errors.putAll(errors(email, sentence));
        return errors;
    }

    /** Checks a mail address alone, see {@link #errors(String, String, UnaryOperator)}. */
    public static Map<String, String> errors(String email, UnaryOperator<String> sentence) {
        return Mail.isAddress(email) ? Map.of() : Map.of(EMAIL, sentence.apply("email-wrong"));
    }
}
