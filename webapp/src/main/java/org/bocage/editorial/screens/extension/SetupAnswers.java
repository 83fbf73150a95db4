package org.bocage.editorial.screens.extension;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Extension point: sections of the file that sets a portal up without screens. Asked and kept as an administrator. */
public interface SetupAnswers {

    /**
     * A section.
     *
     * @param name of its key in the file
     * @param fields accepted in it; none: any
     * @param place order in which sections are kept
     */
    record AnswersSection(String name, Set<String> fields, int place) {}

    List<AnswersSection> answersSections();

    /** Returns what is wrong with the answers of a section, a sentence by field; nothing is kept. */
    Map<String, String> problems(String section, Map<String, Object> answers);

    /**
     * Returns the answers of a section that another network may begin with: those that stand here, without what tells of a person or of
     * the association; none where there are no such.
     */
    default Map<String, Object> shared(String section) {
        return Map.of();
    }

    /** Keeps answers of a section with which nothing is wrong; the same ones again change nothing. */
    void keep(String section, Map<String, Object> answers);
}
