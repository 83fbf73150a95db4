package org.bocage.cms.search.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.bocage.cms.search.analysis.Fields;
import org.bocage.cms.search.analysis.Words;
import org.bocage.cms.search.index.Searcher;

/**
 * Corrections of a word that occurs nowhere: the nearest word, and of equally near ones first those of titles, then the one in most
 * texts. Only words with which the reader finds something are told.
 */
final class Corrections {

    private static final int ONE_SLIP_FROM = 4;
    private static final int TWO_SLIPS_FROM = 7;
    private static final int MOST_TRIED = 5;
    private static final int MOST_CORRECTED = 3;

    /** Letters that are typed without their sign. */
    private static final String[] SIGNED = {"aàâä", "cç", "eéèêë", "iîï", "oôö", "uùûü", "yÿ"};

    /** Whether the reader finds something. */
    interface Finds {
        boolean any(Query query) throws IOException;
    }

    private record Candidate(String word, float nearness, boolean ofTitle, int texts) {}

    private final Searcher searcher;
    private final TextQuery text;
    private final Finds finds;

    Corrections(Searcher searcher, TextQuery text, Finds finds) {
        this.searcher = searcher;
        this.text = text;
        this.finds = finds;
    }

    /** The text with other words in place of those that nothing has; empty when that finds nothing either. */
    String of(String typed) throws IOException {
        String corrected = typed;
        int corrections = 0;
        List<Words.Word> words = text.words(typed);
        for (int i = words.size() - 1; i >= 0 && corrections < MOST_CORRECTED; i--) {
            Words.Word word = words.get(i);
            if (!finds.any(text.word(word))) {
                String other = nearest(word.typed());
                if (other.isEmpty()) {
                    return "";
                }
                corrections++;
                corrected = corrected.substring(0, word.start())
                        + other
                        + corrected.substring(word.start() + word.typed().length());
            }
        }
        return corrections > 0 && finds.any(text.all(corrected).needed()) ? corrected : "";
    }

    private String nearest(String typed) throws IOException {
        String plain = Words.of(typed, Words.PLAIN).stream()
                .findFirst()
                .map(Words.Word::term)
                .orElse("");
        if (plain.length() < ONE_SLIP_FROM) {
            return "";
        }
        for (Candidate candidate : near(plain, plain.length() >= TWO_SLIPS_FROM ? 2 : 1)) {
            String word = asWritten(candidate.word());
            if (finds.any(text.all(word).needed())) {
                return word;
            }
        }
        return "";
    }

    private List<Candidate> near(String word, int slips) throws IOException {
        List<Candidate> found = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.PLAIN);
        if (terms == null) {
            return found;
        }
        FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(Fields.PLAIN, word), slips, 1, true);
        for (BytesRef term = near.next(); term != null; term = near.next()) {
            float nearness =
                    near.attributes().getAttribute(BoostAttribute.class).getBoost();
            boolean ofTitle = searcher.getIndexReader().docFreq(new Term(Fields.START, term)) > 0;
            found.add(new Candidate(term.utf8ToString(), nearness, ofTitle, near.docFreq()));
        }
        return found.stream()
                .sorted(Comparator.comparing(Candidate::nearness)
                        .thenComparing(Candidate::ofTitle)
                        .thenComparing(Candidate::texts)
                        .reversed())
                .limit(MOST_TRIED)
                .toList();
    }

    /** A word without accents as most texts have it. */
    private String asWritten(String plain) throws IOException {
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.ACCENTED);
        if (terms == null) {
            return plain;
        }
        List<Automaton> letters = new ArrayList<>();
        plain.codePoints().forEach(letter -> letters.add(signed(letter)));
        TermsEnum written = new CompiledAutomaton(Operations.concatenate(letters)).getTermsEnum(terms);
        String best = plain;
        int most = 0;
        for (BytesRef term = written.next(); term != null; term = written.next()) {
            if (written.docFreq() > most) {
                most = written.docFreq();
                best = term.utf8ToString();
            }
        }
        return best;
    }

    private static Automaton signed(int letter) {
        for (String letters : SIGNED) {
            if (letters.codePointAt(0) == letter) {
                return Operations.union(
                        letters.codePoints().mapToObj(Automata::makeChar).toList());
            }
        }
        return Automata.makeChar(letter);
    }
}
