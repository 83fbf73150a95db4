package org.bocage.cms.definition.type;

import java.util.List;
import java.util.Map;

/**
 * Advice on writing an item well, told while it is written and never required.
 *
 * @param by the field whose value says what is looked at
 * @param checks by value of {@code by}, what a reader looks for: its name, and the fields of which one says it
 * @param watched the values of {@code by} for which words are looked at
 * @param texts the fields in which they are
 * @param words expressions that may keep somebody away, by the name of what they imply; {@code #} stands for a number
 * @param allowed expressions that hold one of them and keep nobody away
 */
public record WritingAdvice(
        String by,
        Map<String, Map<String, List<String>>> checks,
        List<String> watched,
        List<String> texts,
        Map<String, List<String>> words,
        List<String> allowed) {

    /** Nothing is told. */
    public static final WritingAdvice NONE = new WritingAdvice("", Map.of(), List.of(), List.of(), Map.of(), List.of());
}
