package org.bocage.cms.search.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.bocage.cms.search.analysis.Fields;
import org.bocage.cms.search.analysis.Words;

/** Query in the weighted texts for what somebody types: all words, or what means the same. */
final class TextQuery {

    private static final Map<String, Float> FIELDS = weights();
    private static final float TIE = 0.1f;
    private static final float SYNONYM = 0.6f;
    private static final float AS_WRITTEN = 0.3f;
    private static final float TOGETHER = 1.5f;
    private static final int SLOP = 2;
    /** Boost beside which what fits a little better counts for nothing. */
    private static final float TIER = 1_000f;

    /** An article stuck to its word, as it is typed in haste. */
    private static final Pattern STUCK = Pattern.compile("(?i)(?:[ldjmtsnc]|qu)(?=[aeiouyhàâéèêëîïôœù])(.{3,})");

    private final IndexReader index;
    private final Synonyms synonyms;

    /**
     * Queries made from the words looked for.
     *
     * @param needed what an item must have
     * @param nearer what brings one closer that has it: words as they are written, side by side in the title
     */
    record Wanted(Query needed, Query nearer) {}

    TextQuery(IndexReader index, Synonyms synonyms) {
        this.index = index;
        this.synonyms = synonyms;
    }

    private static Map<String, Float> weights() {
        Map<String, Float> weights = new LinkedHashMap<>();
        weights.put(Fields.TITLE, 4f);
        weights.put(Fields.LEAD, 2f);
        weights.put(Fields.BODY, 1f);
        weights.put(Fields.LABELS, 1f);
        weights.put(Fields.KIND_WORDS, 6f);
        return weights;
    }

    List<Words.Word> words(String text) {
        return Words.of(text, Words.STEMS);
    }

    /** Items that have every word. */
    Wanted all(String text) throws IOException {
        return of(text, Occur.MUST);
    }

    /** Items that have one word at least. */
    Wanted any(String text) throws IOException {
        return of(text, Occur.SHOULD);
    }

    /**
     * Items of the kind that one of several words names, « emploi Guichen », behind those that have all words and one of the others in
     * their title; behind the kind other items that have all words. Empty when no word names a kind.
     */
    Optional<Wanted> ofKind(String text) throws IOException {
        List<Words.Word> words = words(text);
        List<Query> kinds = new ArrayList<>();
        List<Query> others = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            Synonyms.Meaning meaning = synonyms.at(words, at);
            List<Words.Word> typed = words.subList(at, at + meaning.length());
            List<List<Words.Word>> ways = new ArrayList<>(meaning.others());
            ways.add(typed);
            List<Query> named = new ArrayList<>();
            for (List<Words.Word> way : ways) {
                Query kind = phrase(Fields.KIND_WORDS, way);
                if (count(kind) > 0) {
                    named.add(kind);
                }
            }
            kinds.addAll(named);
            if (named.isEmpty()) {
                others.add(phrase(Fields.TITLE, typed));
            }
            at += meaning.length();
        }
        if (kinds.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        Wanted all = all(text);
        Query about = new BooleanQuery.Builder()
                .add(all.needed(), Occur.FILTER)
                .add(new DisjunctionMaxQuery(others, 0f), Occur.FILTER)
                .build();
        Query ofKind = new BooleanQuery.Builder()
                .add(new DisjunctionMaxQuery(kinds, 0f), Occur.FILTER)
                .add(any(text).needed(), Occur.SHOULD)
                .build();
        Query needed = new BooleanQuery.Builder()
                .add(ofKind, Occur.SHOULD)
                .add(tier(about, 4), Occur.SHOULD)
                .add(tier(ofKind, 2), Occur.SHOULD)
                .add(tier(all.needed(), 1), Occur.SHOULD)
                .build();
        return Optional.of(new Wanted(needed, all.nearer()));
    }

    /** Items that have one word at least, those with all words first; empty for a single word. */
    Optional<Wanted> allFirst(String text) throws IOException {
        if (words(text).size() < 2) {
            return Optional.empty();
        }
        Wanted all = all(text);
        Query needed = new BooleanQuery.Builder()
                .add(any(text).needed(), Occur.SHOULD)
                .add(tier(all.needed(), 1), Occur.SHOULD)
                .build();
        return Optional.of(new Wanted(needed, all.nearer()));
    }

    private static Query tier(Query query, int place) {
        return boosted(new ConstantScoreQuery(query), place * TIER);
    }

    private int count(Query query) throws IOException {
        return new IndexSearcher(index).count(query);
    }

    private Wanted of(String text, Occur occur) throws IOException {
        List<Words.Word> words = words(text);
        BooleanQuery.Builder needed = new BooleanQuery.Builder();
        for (int at = 0; at < words.size(); ) {
            Synonyms.Meaning meaning = synonyms.at(words, at);
            needed.add(group(words.subList(at, at + meaning.length()), meaning.others()), occur);
            at += meaning.length();
        }
        BooleanQuery.Builder nearer = new BooleanQuery.Builder();
        for (Words.Word word : Words.of(text, Words.ACCENTED)) {
            nearer.add(boosted(anyTerm(Fields.ACCENTED, word.terms()), AS_WRITTEN), Occur.SHOULD);
        }
        if (words.size() > 1) {
            nearer.add(boosted(phrase(Fields.TITLE, words), TOGETHER), Occur.SHOULD);
        }
        return new Wanted(needed.build(), nearer.build());
    }

    private Query group(List<Words.Word> typed, List<List<Words.Word>> others) throws IOException {
        BooleanQuery.Builder literal = new BooleanQuery.Builder();
        for (Words.Word word : typed) {
            literal.add(word(word), Occur.MUST);
        }
        List<Query> ways = new ArrayList<>();
        ways.add(literal.build());
        for (List<Words.Word> other : others) {
            ways.add(boosted(inFields(other), SYNONYM * typed.size()));
        }
        return ways.size() == 1 ? ways.get(0) : new DisjunctionMaxQuery(ways, 0f);
    }

    /** One word of the query; when no text has it, what stands behind the article that may be stuck to it too. */
    Query word(Words.Word word) throws IOException {
        Matcher stuck = STUCK.matcher(word.typed());
        if (!isKnown(word.terms()) && stuck.matches()) {
            List<Words.Word> rest = words(stuck.group(1));
            if (!rest.isEmpty()) {
                List<Words.Word> one = List.of(rest.get(0));
                Synonyms.Meaning meaning = synonyms.at(one, 0);
                return group(one, meaning.others());
            }
        }
        return inFields(List.of(word));
    }

    private boolean isKnown(Set<String> terms) throws IOException {
        for (String field : FIELDS.keySet()) {
            for (String term : terms) {
                if (index.docFreq(new Term(field, term)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Query inFields(List<Words.Word> words) {
        List<Query> fields = new ArrayList<>();
        FIELDS.forEach((field, weight) -> fields.add(boosted(phrase(field, words), weight)));
        return new DisjunctionMaxQuery(fields, TIE);
    }

    private static Query phrase(String field, List<Words.Word> words) {
        if (words.size() == 1) {
            return anyTerm(field, words.get(0).terms());
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(SLOP);
        words.forEach(word -> phrase.add(new Term(field, word.term())));
        return phrase.build();
    }

    private static Query anyTerm(String field, Collection<String> terms) {
        List<Query> each = new ArrayList<>();
        terms.forEach(term -> each.add(new TermQuery(new Term(field, term))));
        return each.size() == 1 ? each.get(0) : new DisjunctionMaxQuery(each, 0f);
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(query, boost);
    }
}
