package org.bocage.cms.search.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/** Texts like a pattern of SQL: {@code %} any letters, {@code _} one letter, a backslash takes their meaning away. */
final class LikeQuery {

    private LikeQuery() {}

    static Query of(String field, String pattern, boolean ignoreCase) {
        List<Automaton> parts = new ArrayList<>();
        int[] letters = pattern.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            boolean escaped = letters[i] == '\\' && i + 1 < letters.length;
            if (escaped) {
                i++;
            }
            parts.add(part(letters[i], escaped, ignoreCase));
        }
        Automaton whole = parts.isEmpty() ? Automata.makeEmptyString() : Operations.concatenate(parts);
        return new AutomatonQuery(
                new Term(field, pattern),
                Operations.determinize(whole, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT),
                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }

    private static Automaton part(int letter, boolean escaped, boolean ignoreCase) {
        if (letter == '%' && !escaped) {
            return Automata.makeAnyString();
        }
        if (letter == '_' && !escaped) {
            return Automata.makeAnyChar();
        }
        int lower = Character.toLowerCase(letter);
        int upper = Character.toUpperCase(letter);
        return ignoreCase && lower != upper
                ? Operations.union(Automata.makeChar(lower), Automata.makeChar(upper))
                : Automata.makeChar(letter);
    }
}
