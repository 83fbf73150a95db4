package org.bocage.cms.search.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.search.analysis.Fields;

/** Lucene query for what somebody types to search. */
final class FullTextQuery {

    private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"|(\\S+))");
    private static final int MOST_PARTS = 12;

    private FullTextQuery() {}

    static Query of(String text, Analyzer words) {
        return new BooleanQuery.Builder()
                .add(texts(text, words, Fields.FULL_TEXT), Occur.SHOULD)
                .add(LikeQuery.of(Fields.NAME, literal(text.strip()) + "%", true), Occur.SHOULD)
                .build();
    }

    /** In the texts of parts too that are for every reader of an item, and not in the name. */
    static Query mentioned(String text, Analyzer words) {
        return texts(text, words, Fields.MENTIONED);
    }

    /** The same, and in the texts that are not for every reader of an item, for those who may write it. */
    static Query mentioned(String text, Analyzer words, Identity reader) {
        Query whole = texts(text, words, Fields.MENTIONED_WHOLE);
        Query mayWrite = reader.equals(Identity.SYSTEM)
                ? new MatchAllDocsQuery()
                : LuceneQuery.inSet(Fields.WRITER, reader.principals());
        return new BooleanQuery.Builder()
                .add(mentioned(text, words), Occur.SHOULD)
                .add(
                        new BooleanQuery.Builder()
                                .add(whole, Occur.MUST)
                                .add(mayWrite, Occur.FILTER)
                                .build(),
                        Occur.SHOULD)
                .build();
    }

    private static String literal(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }

    /** Groups of alternatives, all of which must occur. */
    private static Query texts(String text, Analyzer words, String field) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        BooleanQuery.Builder alternatives = new BooleanQuery.Builder();
        Matcher parts = PART.matcher(text);
        boolean or = true;
        for (int i = 0; i < MOST_PARTS && parts.find(); i++) {
            if (parts.group().equals("OR")) {
                or = true;
                continue;
            }
            Query part = part(parts, words, field);
            if (!parts.group(1).isEmpty()) {
                all.add(part, Occur.MUST_NOT);
                continue;
            }
            if (!or) {
                all.add(alternatives.build(), Occur.MUST);
                alternatives = new BooleanQuery.Builder();
            }
            alternatives.add(part, Occur.SHOULD);
            or = false;
        }
        BooleanQuery last = alternatives.build();
        return last.clauses().isEmpty()
                ? all.build()
                : all.add(last, Occur.MUST).build();
    }

    private static Query part(Matcher parts, Analyzer words, String field) {
        String quoted = parts.group(2);
        String given = quoted == null ? parts.group(3) : quoted;
        List<String> found = LuceneQuery.split(given, words);
        if (found.size() == 1) {
            return quoted == null && given.endsWith("*")
                    ? new PrefixQuery(new Term(field, found.get(0)))
                    : LuceneQuery.term(field, found.get(0));
        }
        return new PhraseQuery(field, found.toArray(new String[0]));
    }
}
