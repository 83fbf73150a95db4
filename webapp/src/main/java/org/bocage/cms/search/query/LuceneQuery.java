package org.bocage.cms.search.query;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.analysis.Fields;
import org.bocage.cms.search.index.ItemDocument;

/** Translates what a list asks into Lucene's terms. */
public final class LuceneQuery {

    private static final int MOST_WORDS = 12;

    private LuceneQuery() {}

    public static Query of(ContentQuery query, Identity reader, Analyzer words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (!reader.equals(Identity.SYSTEM)) {
            all.add(inSet(Fields.READER, reader.principals()), Occur.FILTER);
        }
        if (!query.workspace().isEmpty()) {
            all.add(term(Fields.WORKSPACE, query.workspace()), Occur.FILTER);
        }
        if (query.type().isEmpty()) {
            all.add(term(Fields.TYPE, ItemDocument.PART), Occur.MUST_NOT);
        } else {
            all.add(term(Fields.TYPE, query.type()), Occur.FILTER);
        }
        if (!query.under().equals("/")) {
            all.add(term(Fields.ANCESTOR, new Workspace(query.workspace()).storePath(query.under())), Occur.FILTER);
        }
        for (ContentQuery.Filter filter : query.filters()) {
            if (filter instanceof ContentQuery.Mentioned text) {
                all.add(FullTextQuery.mentioned(text.text(), words, reader), Occur.MUST);
            } else {
                all.add(FilterQuery.of(filter, words), Occur.FILTER);
            }
        }
        for (String word : split(query.words(), words)) {
            all.add(new PrefixQuery(new Term(Fields.WORDS, word)), Occur.FILTER);
        }
        all.add(new MatchAllDocsQuery(), Occur.FILTER);
        return all.build();
    }

    /**
     * The order of a list.
     *
     * @param days property with the day, by the property with the moment, of what is listed
     */
    public static Sort sort(ContentQuery query, FieldInfos known, Map<String, String> days) {
        List<SortField> fields = new ArrayList<>(behind(query, known, days));
        for (ContentQuery.Order order : query.orders()) {
            fields.add(sortField(order, known));
        }
        fields.add(new SortField(Fields.PATH, SortField.Type.STRING));
        return new Sort(fields.toArray(new SortField[0]));
    }

    /** Returns the sort fields every order begins with as long as something {@link ContentQuery#BEHIND stands behind}. */
    private static List<SortField> behind(ContentQuery query, FieldInfos known, Map<String, String> days) {
        String field = Fields.number(ContentQuery.BEHIND);
        if (query.orders().isEmpty() || known.fieldInfo(field) == null) {
            return List.of();
        }
        SortField behind = LongField.newSortField(field, false, SortedNumericSelector.Type.MIN);
        behind.setMissingValue(0L);
        ContentQuery.Order first = query.orders().get(0);
        return Optional.ofNullable(days.get(first.property()))
                .filter(day -> known.fieldInfo(Fields.key(day)) != null)
                .map(day -> List.of(sortField(new ContentQuery.Order(day, first.descending()), known), behind))
                .orElse(List.of(behind));
    }

    private static SortField sortField(ContentQuery.Order order, FieldInfos known) {
        String property = order.property();
        if (property.equals(ContentQuery.SCORE)) {
            return SortField.FIELD_SCORE;
        }
        for (String field : List.of(Fields.date(property), Fields.number(property))) {
            if (known.fieldInfo(field) != null) {
                return longSort(field, order.descending());
            }
        }
        if (known.fieldInfo(Fields.decimal(property)) != null) {
            SortField sort = DoubleField.newSortField(
                    Fields.decimal(property), order.descending(), SortedNumericSelector.Type.MIN);
            sort.setMissingValue(order.descending() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            return sort;
        }
        String key = order.accents() ? Fields.accentedKey(property) : Fields.key(property);
        SortField sort = new SortField(key, SortField.Type.STRING, order.descending());
        sort.setMissingValue(SortField.STRING_LAST);
        return sort;
    }

    private static SortField longSort(String field, boolean descending) {
        SortField sort = LongField.newSortField(field, descending, SortedNumericSelector.Type.MIN);
        sort.setMissingValue(descending ? Long.MIN_VALUE : Long.MAX_VALUE);
        return sort;
    }

    public static List<String> split(String text, Analyzer analyzer) {
        List<String> found = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(Fields.WORDS, new StringReader(text))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && found.size() < MOST_WORDS) {
                found.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    public static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    public static Query inSet(String field, Collection<String> values) {
        Set<BytesRef> terms = new java.util.HashSet<>();
        values.forEach(value -> terms.add(new BytesRef(value)));
        return new TermInSetQuery(field, terms);
    }
}
