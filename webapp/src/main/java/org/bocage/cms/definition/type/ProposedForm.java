package org.bocage.cms.definition.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Form to propose an item without an account. Fields are named by path, {@code lieu/nom}.
 *
 * @param questions the fields of each question, in the order asked
 * @param more fields that wait folded under the questions
 * @param given values of fields that are not asked
 *     {@code @today} is the day it is sent
 * @param copied fields that take the value of another when they are left empty
 * @param optional fields that may stay empty though the type requires them: the review completes them
 * @param otherwise what fields of an accepted one hold that nobody filled in; {@code @pole} is the structure of the site itself
 * @param review fields that the review may choose while it accepts, each unless it or the field after it is filled in
 */
public record ProposedForm(
        Map<String, List<String>> questions,
        List<String> more,
        Map<String, String> given,
        Map<String, String> copied,
        List<String> optional,
        Map<String, String> otherwise,
        Map<String, String> review) {

    /** Nobody may propose one. */
    public static final ProposedForm NONE =
            new ProposedForm(Map.of(), List.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of());

    public ProposedForm {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        more = List.copyOf(more);
        given = Map.copyOf(given);
        copied = Map.copyOf(copied);
        optional = List.copyOf(optional);
        otherwise = Map.copyOf(otherwise);
        review = Collections.unmodifiableMap(new LinkedHashMap<>(review));
    }

    /** Whether anything is asked, so that items may be proposed. */
    public boolean isOpen() {
        return !questions.isEmpty();
    }

    /** Every field that is asked. */
    public List<String> asked() {
        List<String> all = new ArrayList<>();
        questions.values().forEach(all::addAll);
        all.addAll(more);
        return all;
    }
}
