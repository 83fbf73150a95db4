package org.bocage.cms.search.analysis;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/** Names and forms of what is in the index. A property has one field a type, since nodes may disagree on it. */
public final class Fields {

    public static final String PATH = "@path";
    public static final String ID = "@id";
    public static final String NAME = "@name";
    public static final String WORKSPACE = "@workspace";
    public static final String TYPE = "@type";
    public static final String ANCESTOR = "@ancestor";
    public static final String READER = "@reader";
    public static final String WRITER = "@writer";
    public static final String PRESENT = "@present";
    public static final String WORDS = "@words";
    /** Identifiers of nodes that some text of the item names. */
    public static final String REFERENCE = "@reference";

    public static final String FULL_TEXT = "@fulltext";
    /** Texts that every reader of an item reads. */
    public static final String MENTIONED = "@mentioned";
    /** All texts of an item, where some are not for every reader of it. */
    public static final String MENTIONED_WHOLE = "@mentioned.whole";
    /** Path of the item that a part belongs to. */
    public static final String PART_OF = "@partOf";

    /** The search of the site: the texts by weight, the labels of what the item is sorted by. */
    public static final String TITLE = "@search.title";

    public static final String LEAD = "@search.lead";
    public static final String BODY = "@search.body";
    public static final String LABELS = "@search.labels";
    /** The kind of the item, as « emploi » of an annonce. */
    public static final String KIND_WORDS = "@search.kind";
    /** All of them with accents and endings; with endings, without accents; the title so. */
    public static final String ACCENTED = "@search.accented";

    public static final String PLAIN = "@search.plain";
    public static final String START = "@search.start";

    /** Longer texts are not compared as a whole. */
    public static final int LONGEST_EXACT = 1_000;

    private static final int LONGEST_SORT_KEY = 100;

    private static final Pattern ARTICLE =
            Pattern.compile("^(?:(?:le|la|les|un|une|des)\\s+|l['’])(?=\\S)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private Fields() {}

    public static String text(String property) {
        return property + "#text";
    }

    public static String key(String property) {
        return property + "#key";
    }

    /** The key that keeps accents apart. */
    public static String accentedKey(String property) {
        return property + "#accented";
    }

    public static String number(String property) {
        return property + "#number";
    }

    public static String decimal(String property) {
        return property + "#decimal";
    }

    public static String date(String property) {
        return property + "#date";
    }

    /** Returns the key that a text is sorted by: without case, accents and article, « La Fabrique » at F. */
    public static String sortKey(String text) {
        String named = ARTICLE.matcher(text).replaceFirst("");
        String start = named.substring(0, Math.min(named.length(), LONGEST_SORT_KEY));
        String plain = ACCENTS.matcher(Normalizer.normalize(start, Normalizer.Form.NFD))
                .replaceAll("");
        return plain.toLowerCase(Locale.FRENCH);
    }

    public static String accentedSortKey(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_SORT_KEY)).toLowerCase(Locale.FRENCH);
    }

    /** Every field by the analyzer it is searched with. */
    public static Analyzer analyzer() {
        Map<String, Analyzer> fields = new HashMap<>();
        List.of(TITLE, LEAD, BODY, LABELS, KIND_WORDS).forEach(field -> fields.put(field, FrenchWords.stems()));
        fields.put(ACCENTED, FrenchWords.accented());
        List.of(PLAIN, START).forEach(field -> fields.put(field, FrenchWords.plain()));
        return new PerFieldAnalyzerWrapper(words(), fields);
    }

    /** Words of titles and names, found by their beginnings. */
    public static Analyzer words() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer tokens = new StandardTokenizer();
                TokenStream words = new ElisionFilter(tokens, FrenchAnalyzer.DEFAULT_ARTICLES);
                return new TokenStreamComponents(tokens, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
            }

            @Override
            protected TokenStream normalize(String field, TokenStream in) {
                return new ASCIIFoldingFilter(new LowerCaseFilter(in));
            }
        };
    }
}
