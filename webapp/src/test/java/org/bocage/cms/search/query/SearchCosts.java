package org.bocage.cms.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.segment.SegmentStores;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.analysis.Fields;
import org.bocage.cms.search.analysis.Words;
import org.bocage.cms.search.text.SearchedTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the search of the site costs beside a bare Lucene query of the same index: the same words in the text, the same facets
 * counted, the same ten hits marked. Fifty requests a second each, in turn; a request that waits for the one before it has
 * begun when it was due. Run by {@code bin/bench search}, not by the build.
 */
class SearchCosts {

    private static final String WORKSPACE_OF_WORDS = "vocabulaires";
    private static final int DOCUMENTS = Integer.getInteger("bench.documents", 100_000);
    private static final int A_SECOND = 50;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    private static final int TIMES = 3;
    private static final int AT_ONCE = 500;
    private static final int HITS = 10;
    private static final Workspace ITEMS = new Workspace("actus");
    private static final Identity VISITOR = Identity.anonymous(List.of("visiteur"));
    private static final List<String> VOCABULARIES = List.of("communes", "themes");
    private static final List<String> WORDS = List.of(
            ("haie jardin ferme atelier vélo bénévole emploi coopérative marché pain théâtre commune habitat énergie"
                            + " solidarité formation lycée chantier réunion concert cuisine couture réparation"
                            + " covoiturage épargne monnaie crèche bibliothèque forêt rivière talus bocage")
                    .split(" "));

    @TempDir
    Path home;

    /** One way to search. */
    private interface Way {
        void search(String words) throws IOException;
    }

    @Test
    void measure() throws Exception {
        try (WritableStore store = SegmentStores.open("published", home.resolve("store"))) {
            fill(store);
            try (ContentIndex index = new ContentIndex(store, home.resolve("index"), new Everything())) {
                index.persist();
                assertThat(index.size()).isGreaterThanOrEqualTo(DOCUMENTS);
                try (FSDirectory folder = FSDirectory.open(home.resolve("index"));
                        DirectoryReader reader = DirectoryReader.open(folder)) {
                    Bare bare = new Bare(new IndexSearcher(reader));
                    Map<String, double[]> costs = new java.util.TreeMap<>();
                    compare("search", words -> index.search(asked(words), VISITOR), bare::search, false, costs);
                    compare("suggest", words -> index.suggest(asked(words), VISITOR), bare::suggest, true, costs);
                    write(costs);
                }
            }
        }
    }

    private static Search asked(String words) {
        return new Search(words, Map.of(), Map.of(), Map.of(), Map.of(), 0, HITS);
    }

    private static void compare(String name, Way ours, Way bare, boolean beginnings, Map<String, double[]> costs)
            throws InterruptedException, ExecutionException {
        double[] one = new double[TIMES];
        double[] other = new double[TIMES];
        p99(ours, beginnings);
        p99(bare, beginnings);
        for (int time = 0; time < TIMES; time++) {
            one[time] = p99(ours, beginnings);
            other[time] = p99(bare, beginnings);
        }
        Arrays.sort(one);
        Arrays.sort(other);
        costs.put(name, new double[] {one[TIMES / 2], other[TIMES / 2]});
    }

    /** In milliseconds, from the moment a request was due to its answer. */
    private static double p99(Way way, boolean beginnings) throws InterruptedException, ExecutionException {
        Random random = new Random(7);
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
        try {
            long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
            List<Future<Long>> answers = new ArrayList<>();
            for (int i = 0; i < SECONDS * A_SECOND; i++) {
                long due = start + i * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
                String words = beginnings ? word(random).substring(0, 3) : word(random) + " " + word(random);
                answers.add(threads.schedule(
                        () -> {
                            way.search(words);
                            return System.nanoTime() - due;
                        },
                        due - System.nanoTime(),
                        TimeUnit.NANOSECONDS));
            }
            long[] nanos = new long[answers.size()];
            for (int i = 0; i < nanos.length; i++) {
                nanos[i] = answers.get(i).get();
            }
            Arrays.sort(nanos);
            return nanos[(int) Math.ceil(nanos.length * 0.99) - 1] / 1e6;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The first words are frequent, the last ones rare. */
    private static String word(Random random) {
        return WORDS.get((int) (WORDS.size() * random.nextDouble() * random.nextDouble()));
    }

    private static void write(Map<String, double[]> costs) throws IOException {
        StringBuilder json = new StringBuilder(String.format(Locale.ROOT, "{\"documents\": %d", DOCUMENTS));
        costs.forEach((name, pair) -> json.append(
                String.format(Locale.ROOT, ", \"%s\": %.3f, \"%s-bare\": %.3f", name, pair[0], name, pair[1])));
        Files.writeString(
                Path.of(System.getProperty("bench.out", "target/search-costs.json")),
                json.append("}\n").toString());
    }

    private static void fill(WritableStore store) throws RepositoryException {
        Random random = new Random(1);
        List<List<String>> values = store.write(Identity.SYSTEM, session -> {
            for (Workspace workspace : List.of(ITEMS, new Workspace(WORKSPACE_OF_WORDS))) {
                NodeTypes.ensureWorkspace(session, workspace);
                AccessControl.setRole(session, workspace, "visiteur", List.of(new AccessRule("/*", 8)));
            }
            return vocabularies(session);
        });
        for (int done = 0; done < DOCUMENTS; done += AT_ONCE) {
            int from = done;
            store.update(Identity.SYSTEM, session -> {
                Node folder = ITEMS.root(session).addNode("f" + from, "mgnl:folder");
                for (int i = from; i < Math.min(from + AT_ONCE, DOCUMENTS); i++) {
                    item(folder.addNode("a" + i, "mgnl:content"), values, random);
                }
            });
        }
    }

    private static List<List<String>> vocabularies(Session session) throws RepositoryException {
        List<List<String>> all = new ArrayList<>();
        for (String name : VOCABULARIES) {
            Node folder = session.getNode("/" + WORKSPACE_OF_WORDS).addNode(name, "mgnl:folder");
            List<String> values = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Node value = folder.addNode(name + i, "mgnl:content");
                value.setProperty("titre", name + " " + i);
                values.add(value.getIdentifier());
            }
            all.add(values);
        }
        return all;
    }

    private static void item(Node node, List<List<String>> values, Random random) throws RepositoryException {
        node.setProperty("titre", text(random, 6));
        node.setProperty("chapo", text(random, 25));
        node.setProperty("corps", "<p>" + text(random, 150) + "</p>");
        for (int i = 0; i < values.size(); i++) {
            node.setProperty(VOCABULARIES.get(i), new String[] {
                values.get(i).get(random.nextInt(values.get(i).size()))
            });
        }
    }

    /** Every third word is one that is searched; the others are of no language. */
    private static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i % 3 == 0 ? word(random) : "mot" + random.nextInt(50_000))
                    .append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }

    private record Everything() implements SearchedTypes {

        @Override
        public Optional<Map<String, Integer>> weights(String path, String nodeType) {
            return Workspace.ofStorePath(path).equals(ITEMS)
                    ? Optional.of(Map.of("titre", 4, "chapo", 2, "corps", 1))
                    : Optional.empty();
        }

        @Override
        public Set<String> vocabularies() {
            return Set.of(WORKSPACE_OF_WORDS);
        }

        @Override
        public String form() {
            return "costs";
        }
    }

    /** What one would write with Lucene alone. */
    private static final class Bare {

        private final IndexSearcher searcher;
        private final Analyzer analyzer = Fields.analyzer();
        private final SortedSetDocValuesReaderState state;

        Bare(IndexSearcher searcher) {
            this.searcher = searcher;
            try {
                this.state = new DefaultSortedSetDocValuesReaderState(searcher.getIndexReader(), new FacetsConfig());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void search(String words) throws IOException {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (String word : words.split(" ")) {
                BooleanQuery.Builder somewhere = new BooleanQuery.Builder();
                for (String field : List.of(Fields.TITLE, Fields.LEAD, Fields.BODY)) {
                    Query one = new QueryBuilder(analyzer).createBooleanQuery(field, word);
                    somewhere.add(one, Occur.SHOULD);
                }
                query.add(somewhere.build(), Occur.MUST);
            }
            Query all = query.build();
            Object[] found = searcher.search(
                    all,
                    new MultiCollectorManager(
                            new TopScoreDocCollectorManager(HITS, null, Integer.MAX_VALUE),
                            new FacetsCollectorManager()));
            new SortedSetDocValuesFacetCounts(state, (FacetsCollector) found[1]).getAllDims(200);
            mark(all, (TopDocs) found[0]);
        }

        private void mark(Query query, TopDocs top) throws IOException {
            int[] ids = Arrays.stream(top.scoreDocs).mapToInt(doc -> doc.doc).toArray();
            if (ids.length > 0) {
                UnifiedHighlighter.builder(searcher, analyzer)
                        .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.FRENCH))
                        .build()
                        .highlightFields(
                                new String[] {Fields.TITLE, Fields.LEAD, Fields.BODY}, query, ids, new int[] {1, 1, 1});
            }
        }

        void suggest(String beginning) throws IOException {
            String folded = Words.of(beginning, Words.PLAIN).get(0).term();
            for (ScoreDoc doc : searcher.search(new PrefixQuery(new Term(Fields.START, folded)), HITS).scoreDocs) {
                searcher.storedFields().document(doc.doc).get(Fields.TITLE);
            }
        }
    }
}
