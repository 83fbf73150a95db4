package org.bocage.cms.search.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.bocage.cms.search.analysis.Fields;
import org.bocage.cms.search.query.ContentQuery.Comparison;
import org.bocage.cms.search.query.ContentQuery.Operand;
import org.jspecify.annotations.Nullable;

/** A condition in Lucene's terms. */
public final class FilterQuery {

    private static final String DECIMAL = "-?[0-9]+\\.[0-9]+";

    private FilterQuery() {}

    public static Query of(ContentQuery.Filter filter, Analyzer words) {
        if (filter instanceof ContentQuery.AnyOf any) {
            return anyOf(any.property(), any.values());
        } else if (filter instanceof ContentQuery.Between between) {
            return dates(between.property(), between.from(), between.to());
        } else if (filter instanceof ContentQuery.NotThis not) {
            return not(anyOf(not.property(), List.of(not.value())));
        } else if (filter instanceof ContentQuery.Missing missing) {
            Query present = present(missing.property());
            return missing.missing() ? not(present) : present;
        } else if (filter instanceof ContentQuery.Compared compared) {
            return compared(compared.property(), compared.comparison(), compared.operand());
        } else if (filter instanceof ContentQuery.Like like) {
            return LikeQuery.of(field(like.property()), like.pattern(), like.ignoreCase());
        } else if (filter instanceof ContentQuery.FullText text) {
            return FullTextQuery.of(text.text(), words);
        } else if (filter instanceof ContentQuery.Mentioned text) {
            return FullTextQuery.mentioned(text.text(), words);
        } else if (filter instanceof ContentQuery.Not not) {
            return not(of(not.filter(), words));
        } else if (filter instanceof ContentQuery.AllOf all) {
            return together(all.filters(), Occur.FILTER, words);
        }
        return together(((ContentQuery.OneOf) filter).filters(), Occur.SHOULD, words);
    }

    private static Query together(List<ContentQuery.Filter> filters, Occur occur, Analyzer words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (occur == Occur.FILTER) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        filters.forEach(filter -> all.add(of(filter, words), occur));
        return all.build();
    }

    private static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(query, Occur.MUST_NOT)
                .build();
    }

    private static Query or(Query... queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Query query : queries) {
            any.add(query, Occur.SHOULD);
        }
        return any.build();
    }

    private static Query present(String property) {
        return property.startsWith("@") ? new MatchAllDocsQuery() : LuceneQuery.term(Fields.PRESENT, property);
    }

    /** The field of exact texts. What begins with {@code @} is a field of its own. */
    private static String field(String property) {
        return property.startsWith("@") ? property : Fields.text(property);
    }

    private static Query anyOf(String property, Collection<String> values) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(LuceneQuery.inSet(field(property), values), Occur.SHOULD);
        if (!property.startsWith("@")) {
            for (String value : values) {
                whole(value).ifPresent(n -> any.add(LongPoint.newExactQuery(Fields.number(property), n), Occur.SHOULD));
            }
        }
        return any.build();
    }

    private static Optional<Long> whole(String value) {
        try {
            return Optional.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Query compared(String property, Comparison comparison, Operand operand) {
        return switch (comparison) {
            case EQUAL -> equal(property, operand);
            case NOT_EQUAL ->
                new BooleanQuery.Builder()
                        .add(present(property), Occur.FILTER)
                        .add(equal(property, operand), Occur.MUST_NOT)
                        .build();
            default -> ordered(property, comparison, operand);
        };
    }

    private static Query equal(String property, Operand operand) {
        Query text = LuceneQuery.term(field(property), operand.text());
        if (operand.whole() != null) {
            return or(text, LongPoint.newExactQuery(Fields.number(property), operand.whole()));
        }
        return operand.from() == null ? text : or(text, dates(property, operand.from(), operand.to()));
    }

    private static Query ordered(String property, Comparison comparison, Operand operand) {
        boolean upwards = comparison == Comparison.MORE || comparison == Comparison.AT_LEAST;
        boolean included = comparison == Comparison.AT_MOST || comparison == Comparison.AT_LEAST;
        if (operand.whole() != null) {
            Query whole = whole(Fields.number(property), operand.whole(), upwards, included);
            return upwards ? or(whole, decimals(property)) : whole;
        }
        if (operand.from() != null) {
            Instant bound = upwards == included ? operand.from() : operand.to();
            return upwards ? dates(property, bound, null) : dates(property, null, bound);
        }
        BytesRef bound = new BytesRef(operand.text());
        Query texts = upwards
                ? new TermRangeQuery(field(property), bound, null, included, true)
                : new TermRangeQuery(field(property), null, bound, true, included);
        boolean decimal = !upwards && operand.text().matches(DECIMAL);
        return decimal ? or(texts, decimals(property)) : texts;
    }

    private static Query whole(String field, long bound, boolean upwards, boolean included) {
        if (!included && bound == (upwards ? Long.MAX_VALUE : Long.MIN_VALUE)) {
            return new MatchNoDocsQuery("nothing is beyond " + bound);
        }
        long first = included ? bound : upwards ? bound + 1 : bound - 1;
        return upwards
                ? LongField.newRangeQuery(field, first, Long.MAX_VALUE)
                : LongField.newRangeQuery(field, Long.MIN_VALUE, first);
    }

    private static Query decimals(String property) {
        return DoubleField.newRangeQuery(Fields.decimal(property), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static Query dates(String property, @Nullable Instant from, @Nullable Instant to) {
        return LongField.newRangeQuery(
                Fields.date(property),
                from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                to == null ? Long.MAX_VALUE : Math.subtractExact(to.toEpochMilli(), 1));
    }
}
