package org.bocage.editorial.screens.extension;

import java.util.Map;
import java.util.Set;

/** Extension point: a section of the file that sets a portal up without screens. Asked and kept as an administrator. */
public interface SetupAnswers {

    /**
     * A section.
     *
     * @param name of its key in the file
     * @param fields accepted in it; none: any
     * @param place order in which sections are kept
     */
    record AnswersSection(String name, Set<String> fields, int place) {}

    AnswersSection answersSection();

    /** Returns what is wrong with the answers, a sentence by field; nothing is kept. */
    Map<String, String> problems(Map<String, Object> answers);

    /** Keeps answers with which nothing is wrong; the same ones again change nothing. */
    void keep(Map<String, Object> answers);
}
