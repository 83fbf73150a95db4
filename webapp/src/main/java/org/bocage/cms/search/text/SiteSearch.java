package org.bocage.cms.search.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.analysis.Fields;
import org.bocage.cms.search.analysis.Words;
import org.bocage.cms.search.index.Searcher;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.FilterQuery;
import org.bocage.cms.search.query.Found;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.search.query.LuceneQuery;
import org.bocage.cms.search.query.Search;

/** Searches the whole site in one state of the index: what fits best, what it is counted by, where the words stand. */
public final class SiteSearch {

    private static final float NOT_LATE = 20f;
    private static final float FRESH = 1f;
    /** As near as they may be, what stands behind comes after. */
    private static final float BEFORE = 10f;

    private static final int DEEPEST = 1_000;
    /** How many of the best are put in order once more, by what brings them closer. */
    private static final int WEIGHED = 200;

    private static final int MOST_COUNTED = 200;
    /** With fewer items that have all the words, those come behind that are of the kind they name. */
    private static final int FEW = 3;

    private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}\\p{Ll}", Pattern.UNICODE_CHARACTER_CLASS);

    private final Searcher searcher;
    private final Identity reader;
    private final Analyzer words;
    private final FacetsConfig facets;
    private final TextQuery text;

    public SiteSearch(Searcher searcher, Identity reader, Analyzer words, FacetsConfig facets, Synonyms synonyms) {
        this.searcher = searcher;
        this.reader = reader;
        this.words = words;
        this.facets = facets;
        this.text = new TextQuery(searcher.getIndexReader(), synonyms);
    }

    /**
     * Finds items with all words, and when hardly any has them those of the kind that a word names, or with some words behind them; else
     * items with what the words may be a slip of, else with some of them.
     */
    public Found find(Search search) throws IOException {
        if (search.words().length() > Search.LONGEST) {
            return Found.NOTHING;
        }
        Search asked = search.with(SearchedTexts.plain(search.words()));
        List<Words.Word> typed = text.words(asked.words());
        if (typed.isEmpty()) {
            return Found.NOTHING;
        }
        Found all = found(text.all(asked.words()), asked, "");
        if (all.total() >= FEW) {
            return all;
        }
        if (all.total() > 0) {
            Optional<TextQuery.Wanted> kind = text.ofKind(asked.words());
            Optional<TextQuery.Wanted> more = kind.isPresent() ? kind : text.allFirst(asked.words());
            return more.isPresent() ? found(more.get(), asked, "").withWhole(all.total()) : all;
        }
        String instead = new Corrections(searcher, text, query -> any(query, asked)).of(asked.words());
        if (!instead.isEmpty() && (!looksLikeName(asked.words()) || hasTitleWordsOnly(instead, asked))) {
            return found(text.all(instead), asked.with(instead), instead);
        }
        Found some =
                typed.size() > 1 ? found(text.any(asked.words()), asked, "").withWhole(0) : Found.NOTHING;
        return some.withSuggestion(instead);
    }

    /** Whether each word is one of a title, as names are: a slip in a name is taken for another name alone. */
    private boolean hasTitleWordsOnly(String words, Search asked) throws IOException {
        for (Words.Word word : Words.of(words, Words.PLAIN)) {
            if (!any(new TermQuery(new Term(Fields.START, word.term())), asked)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is written as names are, « Loïg ». */
    private static boolean looksLikeName(String words) {
        return NAME.matcher(words).find();
    }

    /** Titles that have words beginning so. */
    public List<Found.Item> suggest(Search search) throws IOException {
        String typed = SearchedTexts.plain(search.words());
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<Words.Word> beginnings = typed.length() > Search.LONGEST ? List.of() : Words.of(typed, Words.PLAIN);
        if (beginnings.isEmpty()) {
            return List.of();
        }
        for (Words.Word beginning : beginnings) {
            Term term = new Term(Fields.START, beginning.term());
            all.add(new PrefixQuery(term), Occur.MUST);
            all.add(new TermQuery(term), Occur.SHOULD);
        }
        List<Found.Item> items = new ArrayList<>();
        for (ScoreDoc doc : searcher.search(ranked(all.build(), search, true), search.limit()).scoreDocs) {
            Document document = searcher.storedFields().document(doc.doc);
            items.add(new Found.Item(hit(document), firstLine(document.get(Fields.TITLE)), ""));
        }
        return items;
    }

    private boolean any(Query query, Search search) throws IOException {
        return searcher.count(ranked(query, search, true)) > 0;
    }

    private Found found(TextQuery.Wanted wanted, Search search, String instead) throws IOException {
        Query query = wanted.needed();
        Query ranked = ranked(query, search, true);
        int last = Math.min(search.offset() + search.limit(), DEEPEST);
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        TopDocs top = counted(ranked, Math.max(last, WEIGHED), counts);
        List<ScoreDoc> best = weighed(top, wanted.nearer());
        if (search.narrowed().containsKey(Search.KIND)) {
            Map<String, Map<String, Long>> others = new LinkedHashMap<>();
            counted(ranked(query, search, false), 1, others);
            counts.put(Search.KIND, others.getOrDefault(Search.KIND, Map.of()));
        }
        List<ScoreDoc> page = new ArrayList<>();
        for (int i = search.offset(); i < Math.min(last, best.size()); i++) {
            page.add(best.get(i));
        }
        return new Found(top.totalHits.value, items(page, query), counts, instead, "", top.totalHits.value);
    }

    /** Reorders the best hits alone by what brings an item closer: for all that have the words it would take most of the time. */
    private List<ScoreDoc> weighed(TopDocs top, Query nearer) throws IOException {
        int weighed = Math.min(WEIGHED, top.scoreDocs.length);
        TopDocs first = new TopDocs(top.totalHits, Arrays.copyOf(top.scoreDocs, weighed));
        List<ScoreDoc> best =
                new ArrayList<>(List.of(QueryRescorer.rescore(searcher, first, nearer, 1, weighed).scoreDocs));
        best.addAll(Arrays.asList(top.scoreDocs).subList(weighed, top.scoreDocs.length));
        return best;
    }

    private List<Found.Item> items(List<ScoreDoc> page, Query query) throws IOException {
        Marks marks = new Marks(searcher, words, query, page);
        List<Found.Item> items = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            items.add(new Found.Item(hit(marks.document(i)), marks.title(i), marks.excerpt(i)));
        }
        return items;
    }

    private TopDocs counted(Query query, int hits, Map<String, Map<String, Long>> counts) throws IOException {
        CollectorManager<?, TopDocs> top = new TopScoreDocCollectorManager(hits, null, Integer.MAX_VALUE);
        Object[] found = searcher.search(query, new MultiCollectorManager(top, new FacetsCollectorManager()));
        if (searcher.facets(facets).isPresent()) {
            SortedSetDocValuesFacetCounts all =
                    new SortedSetDocValuesFacetCounts(searcher.facets(facets).get(), (FacetsCollector) found[1]);
            for (FacetResult result : all.getAllDims(MOST_COUNTED)) {
                Map<String, Long> values = new LinkedHashMap<>();
                for (LabelAndValue value : result.labelValues) {
                    values.put(value.label, value.value.longValue());
                }
                counts.put(result.dim, values);
            }
        }
        return (TopDocs) found[0];
    }

    /** Narrows a query to what the reader may read and asked for; late items stand behind, fresh ones a little before. */
    private Query ranked(Query query, Search search, boolean ofKind) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
        if (!reader.equals(Identity.SYSTEM)) {
            all.add(LuceneQuery.inSet(Fields.READER, reader.principals()), Occur.FILTER);
        }
        search.narrowed().forEach((dimension, values) -> {
            if (ofKind || !dimension.equals(Search.KIND)) {
                all.add(oneOf(dimension, values), Occur.FILTER);
            }
        });
        search.needed().forEach((workspace, filter) -> all.add(unfulfilled(workspace, filter), Occur.MUST_NOT));
        search.late().forEach((workspace, filter) -> {
            Query inTime = new BooleanQuery.Builder()
                    .add(new MatchAllDocsQuery(), Occur.FILTER)
                    .add(unfulfilled(workspace, filter), Occur.MUST_NOT)
                    .build();
            all.add(constant(inTime, NOT_LATE), Occur.SHOULD);
        });
        search.fresh().forEach((workspace, filter) -> {
            Query fresh = new BooleanQuery.Builder()
                    .add(LuceneQuery.term(Fields.WORKSPACE, workspace), Occur.FILTER)
                    .add(FilterQuery.of(filter, words), Occur.FILTER)
                    .build();
            all.add(constant(fresh, FRESH), Occur.SHOULD);
        });
        String behind = Fields.number(ContentQuery.BEHIND);
        if (searcher.fields().fieldInfo(behind) != null) {
            Query before = new BooleanQuery.Builder()
                    .add(new MatchAllDocsQuery(), Occur.FILTER)
                    .add(LongField.newExactQuery(behind, 1), Occur.MUST_NOT)
                    .build();
            all.add(constant(before, BEFORE), Occur.SHOULD);
        }
        return all.build();
    }

    private Query unfulfilled(String workspace, ContentQuery.Filter filter) {
        return new BooleanQuery.Builder()
                .add(LuceneQuery.term(Fields.WORKSPACE, workspace), Occur.FILTER)
                .add(FilterQuery.of(filter, words), Occur.MUST_NOT)
                .build();
    }

    private Query oneOf(String dimension, List<String> values) {
        String field = facets.getDimConfig(dimension).indexFieldName;
        return LuceneQuery.inSet(
                field,
                values.stream()
                        .map(value -> FacetsConfig.pathToString(dimension, new String[] {value}))
                        .toList());
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static Hits.Hit hit(Document document) {
        String path = document.get(Fields.PATH);
        return new Hits.Hit(
                Workspace.ofStorePath(path).name(), Workspace.pathInWorkspace(path), document.get(Fields.ID));
    }

    static String firstLine(String text) {
        int end = text.indexOf(SearchedTexts.PARAGRAPH);
        return end < 0 ? text : text.substring(0, end);
    }
}
