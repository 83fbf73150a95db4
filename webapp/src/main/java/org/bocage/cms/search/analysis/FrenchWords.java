package org.bocage.cms.search.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * French texts as words to be searched. The text is to be in NFC. A word stands without its elided article, whichever
 * the apostrophe, so that a mark is on the word alone; an inclusive form stands as each of its forms, at one position.
 * Accents go before the endings do, so that « benevole » and « bénévoles » meet.
 */
final class FrenchWords {

    private static final String APOSTROPHE = "['’ʼ]";

    /** The word is the only group: what is elided before it is no part of it. */
    private static final Pattern WORD = Pattern.compile(
            "(?:(?<![\\p{L}\\p{N}])(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)" + APOSTROPHE + ")?+"
                    + "(aujourd" + APOSTROPHE + "hui|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*+"
                    + "(?:(?:[·•⋅‧∙]\\p{L}++){1,4}"
                    + "|(?:\\." + InclusiveForms.ENDING + "s?){1,2}(?:\\.s)?(?![\\p{L}\\p{N}])"
                    + "|-(?:e|ne|rice|trice|euse|[eè]re)(?:-?s)?(?![\\p{L}\\p{N}-])"
                    + "|\\(-?" + InclusiveForms.ENDING + "s?\\)s?(?![\\p{L}\\p{N}]))?+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Few: a word that is left out is found by nobody. « où » says something, « ou » does not. */
    private static final CharArraySet EMPTY_WORDS = CharArraySet.unmodifiableSet(new CharArraySet(
            Arrays.asList(
                    ("le la les un une des du de d l au aux à a et ou en y ce cet cette ces ça que qui se s sa son ses on ne n"
                                    + " pas est il elle ils elles je j tu nous vous mon ma mes ton ta tes notre nos votre vos"
                                    + " leur leurs par pour sur dans avec qu c")
                            .split(" ")),
            false));

    private FrenchWords() {}

    /** Words by which texts are found. */
    static Analyzer stems() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                PatternTokenizer tokens = new PatternTokenizer(WORD, 1);
                TokenStream words = new Inclusive(new LowerCaseFilter(tokens));
                words = new ASCIIFoldingFilter(new StopFilter(words, EMPTY_WORDS));
                words = new ShortEndings(new FrenchLightStemFilter(new Agents(words)));
                return new TokenStreamComponents(tokens, new RemoveDuplicatesTokenFilter(words));
            }
        };
    }

    /** Words as they are written, in lower case: who writes an accent is shown first what has it. */
    static Analyzer accented() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                PatternTokenizer tokens = new PatternTokenizer(WORD, 1);
                return new TokenStreamComponents(tokens, new Inclusive(new LowerCaseFilter(tokens)));
            }
        };
    }

    /** Words with their endings, without accents: what a slip of the keyboard and a beginning are compared with. */
    static Analyzer plain() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                PatternTokenizer tokens = new PatternTokenizer(WORD, 1);
                TokenStream words = new Inclusive(new LowerCaseFilter(tokens));
                return new TokenStreamComponents(tokens, new ASCIIFoldingFilter(words));
            }
        };
    }

    /** Puts each form of an inclusive word at the position, and with the offsets, of the word. */
    private static final class Inclusive extends TokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final Deque<String> forms = new ArrayDeque<>();
        private State word = captureState();

        Inclusive(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!forms.isEmpty()) {
                restoreState(word);
                term.setEmpty().append(forms.removeFirst());
                step.setPositionIncrement(0);
                return true;
            }
            if (!input.incrementToken()) {
                return false;
            }
            String written = term.toString();
            forms.addAll(InclusiveForms.of(written));
            word = captureState();
            term.setEmpty().append(forms.removeFirst());
            return true;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            forms.clear();
        }
    }

    /**
     * Filter that gives nouns of agents one form, « porteuse » and « actrice » being « porteur » and « acteur », which the
     * stemmer would cut down to « porte » and « acte »; and nouns of places theirs, « ressourcerie » not being « ressource ».
     */
    private static final class Agents extends TokenFilter {

        private static final int SHORTEST = 6;
        private static final Pattern ENDING = Pattern.compile("(?:eur|euse|eux|(?<=t)rice|(erie))s?$");
        private static final Set<String> OTHERS =
                Set.of("milieux", "adieux", "cheveux", "neveux", "enjeux", "essieux", "ailleurs");

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final KeywordAttribute kept = addAttribute(KeywordAttribute.class);

        Agents(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            if (term.length() >= SHORTEST && !OTHERS.contains(term.toString())) {
                Matcher ending = ENDING.matcher(term);
                if (ending.find()) {
                    String other = ending.group(1) == null ? "eur" : "erie";
                    term.setLength(ending.start());
                    term.append(other);
                    kept.setKeyword(true);
                }
            }
            return true;
        }
    }

    /** Filter of the endings that the stemmer leaves alone because the word is short: « elus », « elue », « amis ». */
    private static final class ShortEndings extends TokenFilter {

        private static final int SHORT = 4;

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        ShortEndings(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            int length = term.length();
            if (length == SHORT && isEnding(term.charAt(length - 1), term.charAt(length - 2))) {
                term.setLength(length - 1);
            }
            return true;
        }

        private static boolean isEnding(char last, char before) {
            return (last == 's' && before != 's') || (last == 'e' && "iue".indexOf(before) >= 0);
        }
    }
}
