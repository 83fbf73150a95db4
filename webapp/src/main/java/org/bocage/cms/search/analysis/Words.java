package org.bocage.cms.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The words of a short text, as an analyzer sees them. */
public final class Words {

    public static final Analyzer STEMS = FrenchWords.stems();
    public static final Analyzer ACCENTED = FrenchWords.accented();
    public static final Analyzer PLAIN = FrenchWords.plain();

    private static final int MOST = 12;

    /**
     * A word.
     *
     * @param typed as it stands in the text
     * @param start where
     * @param terms what it is searched by: several for an inclusive form
     */
    public record Word(String typed, int start, Set<String> terms) {

        public String term() {
            return terms.iterator().next();
        }
    }

    private Words() {}

    public static List<Word> of(String text, Analyzer analyzer) {
        List<Word> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (step.getPositionIncrement() > 0) {
                    if (words.size() == MOST) {
                        break;
                    }
                    String typed = text.substring(offset.startOffset(), offset.endOffset());
                    words.add(new Word(typed, offset.startOffset(), new LinkedHashSet<>()));
                }
                words.get(words.size() - 1).terms().add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
