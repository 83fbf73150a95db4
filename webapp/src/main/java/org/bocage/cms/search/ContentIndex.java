package org.bocage.cms.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.jcr.RepositoryException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.FSDirectory;
import org.bocage.cms.repository.Changes;
import org.bocage.cms.repository.Follower;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.RepositoryFailure;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.SavedNodes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.WhileUnchanged;
import org.bocage.cms.repository.Workspace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of one store. Follows the store live: a save returns once the index shows it. After a stop it catches up
 * from the checkpoint it was last written with, and is built anew when there is none.
 */
public final class ContentIndex implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(ContentIndex.class);
    /** Raised whenever the form of the documents changes: an index of another form is built anew. */
    private static final String FORM = "7";

    /** Accounts and their roles, registrations and what is passed on: kept with the content, and in no list. */
    private static final Set<String> NOT_LISTED = Set.of("users", "userroles", "usergroups", "inscriptions", "relais");

    private final Store store;
    private final Readers readers;
    private final Answers answers = new Answers();
    private final Totals totals = new Totals();
    private final Analyzer words = Fields.words();
    private final Analyzer analyzer = Fields.analyzer();
    private final FacetsConfig facets = new FacetsConfig();
    private final SearchedTypes types;
    private final WhileUnchanged<AtomicReference<@Nullable Synonyms>> synonyms;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Follower follower;
    private @Nullable String checkpoint;
    private volatile String builtAs;
    private boolean dirty;
    private SavedNodes nodes;
    private Vocabularies vocabularies;

    /** Opens or builds an index that finds pages alone in the search of the site. */
    public ContentIndex(Store store, Path folder) {
        this(store, folder, SearchedTypes.NONE);
    }

    /** Opens or builds the index of a store in a folder. */
    public ContentIndex(Store store, Path folder, SearchedTypes types) {
        this.store = store;
        this.types = types;
        this.readers = new Readers(store);
        this.nodes = SavedNodes.of(store);
        this.vocabularies = new Vocabularies(nodes);
        this.synonyms = new WhileUnchanged<>(store, AtomicReference::new);
        try {
            this.directory = FSDirectory.open(folder);
            this.writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
            this.searchers = new SearcherManager(writer, new Searcher.Factory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.builtAs = types.form();
        this.checkpoint = usableCheckpoint().orElse(null);
        String from = checkpoint;
        this.follower = Follower.start(store, "index", this::apply, from);
        if (from == null) {
            rebuild();
        }
    }

    /** Whether a node is an item of its own rather than a part of one. */
    static boolean isItem(SavedNode node) {
        return node.is("mgnl:content") || node.is("mgnl:asset");
    }

    /** Finds what somebody may read. */
    public Hits find(ContentQuery query, Identity reader) {
        try {
            Searcher searcher = (Searcher) searchers.acquire();
            try {
                return answers.of(query, reader, searcher, () -> find(query, reader, searcher));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Hits find(ContentQuery query, Identity reader, Searcher searcher) throws IOException {
        Query lucene = LuceneQuery.of(query, reader, words);
        int total = totals.of(lucene, searcher);
        int last = (int) Math.min((long) query.offset() + query.limit(), total);
        if (query.limit() == 0 || query.offset() >= total || last > ContentQuery.DEEPEST) {
            return new Hits(total, List.of());
        }
        Sort sort = LuceneQuery.sort(query, searcher.fields());
        TopFieldDocs top = searcher.search(lucene, new TopFieldCollectorManager(sort, last, null, last));
        List<Hits.Hit> hits = new ArrayList<>();
        for (int i = query.offset(); i < top.scoreDocs.length; i++) {
            hits.add(hit(searcher, top.scoreDocs[i]));
        }
        return new Hits(total, hits);
    }

    private static Hits.Hit hit(IndexSearcher searcher, ScoreDoc doc) throws IOException {
        Document document = searcher.storedFields().document(doc.doc);
        String path = document.get(Fields.PATH);
        return new Hits.Hit(
                Workspace.ofStorePath(path).name(), Workspace.pathInWorkspace(path), document.get(Fields.ID));
    }

    /** Searches the whole site for somebody. */
    public Found search(Search search, Identity reader) {
        return searching(reader, site -> site.find(search));
    }

    /** Items whose title has words that begin as those typed, at most as many as asked for; their title is plain text. */
    public List<Found.Item> suggest(Search search, Identity reader) {
        return searching(reader, site -> site.suggest(search));
    }

    private interface SiteFunction<T> {
        T apply(SiteSearch site) throws IOException;
    }

    private <T> T searching(Identity reader, SiteFunction<T> function) {
        try {
            Searcher searcher = (Searcher) searchers.acquire();
            try {
                return function.apply(new SiteSearch(searcher, reader, analyzer, facets, synonyms()));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Synonyms synonyms() {
        AtomicReference<@Nullable Synonyms> kept = synonyms.get();
        Synonyms known = kept.get();
        if (known == null) {
            known = store.read(Identity.SYSTEM, Synonyms::read);
            kept.set(known);
        }
        return known;
    }

    /** How many items are in the index. */
    public int size() {
        return writer.getDocStats().numDocs;
    }

    /** Builds the index anew from the store; until it is done readers find what they found before. */
    public synchronized void rebuild() {
        long start = System.nanoTime();
        try {
            builtAs = types.form();
            refresh();
            writer.deleteAll();
            for (SavedNode workspace : nodes.root().children()) {
                if (isContent(workspace.path())) {
                    eachBelow(workspace, this::add);
                }
            }
            searchers.maybeRefreshBlocking();
            dirty = true;
            log.info(
                    "Index of {}: {} documents in {} ms",
                    store.name(),
                    size(),
                    (System.nanoTime() - start) / 1_000_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds the index anew when what is searched was declared otherwise since it was built. */
    void rebuildIfOtherTypes() {
        if (!builtAs.equals(types.form())) {
            rebuild();
        }
    }

    private void add(SavedNode item) {
        try {
            Set<String> principals = readers.of(item);
            writer.addDocument(
                    SearchedTexts.added(ItemDocument.of(item, principals), item, types, vocabularies, facets));
            for (SavedNode part : ItemDocument.parts(item)) {
                writer.addDocument(ItemDocument.ofPart(part, item, principals));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RepositoryException e) {
            throw new RepositoryFailure("Who reads " + item.path() + " of store " + store.name() + " is unknown", e);
        }
    }

    private synchronized void apply(Changes changes) {
        try {
            refresh();
            for (String path : changes.removed()) {
                writer.deleteDocuments(new Term(Fields.PATH, path));
                writer.deleteDocuments(new PrefixQuery(new Term(Fields.PATH, path + "/")));
            }
            Set<String> items = items(changes);
            items.addAll(naming(changes));
            for (String path : items) {
                writer.deleteDocuments(new Term(Fields.PATH, path), new Term(Fields.PART_OF, path));
                nodes.at(path).ifPresent(this::add);
            }
            searchers.maybeRefreshBlocking();
            dirty = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> items(Changes changes) {
        Set<String> items = new LinkedHashSet<>();
        Map<String, Boolean> known = new HashMap<>();
        for (String path : changes.changed()) {
            itemAt(path, known).ifPresent(items::add);
        }
        for (String path : changes.access()) {
            Optional<SavedNode> node = isContent(path) ? nodes.at(path) : Optional.empty();
            if (node.isPresent()) {
                itemAt(path, known).ifPresent(items::add);
                eachBelow(node.get(), item -> items.add(item.path()));
            }
        }
        return items;
    }

    /** Items are found by the words of vocabularies that they name: they are read again when such a word changes. */
    private Set<String> naming(Changes changes) {
        Set<String> items = new LinkedHashSet<>();
        for (String path : changes.changed()) {
            Optional<SavedNode> word =
                    path.startsWith("/" + Vocabularies.WORKSPACE + "/") ? nodes.at(path) : Optional.empty();
            if (word.isPresent()) {
                ContentQuery naming =
                        ContentQuery.anywhere().naming(word.get().identifier()).page(0, ContentQuery.DEEPEST);
                find(naming, Identity.SYSTEM).hits().stream()
                        .map(hit -> new Workspace(hit.workspace()).storePath(hit.path()))
                        .forEach(items::add);
            }
        }
        return items;
    }

    private static void eachBelow(SavedNode parent, Consumer<SavedNode> work) {
        parent.eachChild(child -> {
            if (child.name().startsWith("rep:")) {
                return;
            }
            boolean isItem = isItem(child);
            if (isItem) {
                work.accept(child);
            }
            if (isItem || child.is("mgnl:folder")) {
                eachBelow(child, work);
            }
        });
    }

    /**
     * The item that a changed node is or belongs to.
     *
     * @param known whether nodes that were looked at before are items
     */
    private Optional<String> itemAt(String path, Map<String, Boolean> known) {
        if (!isContent(path)) {
            return Optional.empty();
        }
        for (String at = path; at.lastIndexOf('/') > 0; at = at.substring(0, at.lastIndexOf('/'))) {
            Boolean item = known.get(at);
            if (item == null) {
                item = nodes.at(at).filter(ContentIndex::isItem).isPresent();
                known.put(at, item);
            }
            if (item) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static boolean isContent(String storePath) {
        String workspace = storePath.split("/", 3)[1];
        return !Workspace.TECHNICAL.contains(workspace) && !NOT_LISTED.contains(workspace) && !workspace.contains(":");
    }

    private void refresh() {
        nodes = SavedNodes.of(store);
        vocabularies = new Vocabularies(nodes);
        readers.refresh();
    }

    /**
     * Puts the index on disk, with the name of the state it stands for. Without it nothing is lost: the next start has
     * more to catch up.
     */
    public void persist() {
        synchronized (this) {
            if (!dirty) {
                return;
            }
            dirty = false;
        }
        String next = Follower.checkpoint(store, "index");
        follower.await();
        try {
            writer.setLiveCommitData(Map.of("form", form(), "checkpoint", next).entrySet());
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String previous = checkpoint;
        checkpoint = next;
        if (previous != null) {
            Follower.release(store, previous);
        }
    }

    /** What the documents look like. */
    private String form() {
        return FORM + " " + builtAs;
    }

    private Optional<String> usableCheckpoint() {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return Optional.empty();
        }
        String form = "";
        String name = "";
        for (Map.Entry<String, String> entry : data) {
            form = entry.getKey().equals("form") ? entry.getValue() : form;
            name = entry.getKey().equals("checkpoint") ? entry.getValue() : name;
        }
        return form.equals(form()) && Follower.knows(store, name) ? Optional.of(name) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        persist();
        follower.close();
        searchers.close();
        writer.close();
        directory.close();
        readers.close();
    }
}
