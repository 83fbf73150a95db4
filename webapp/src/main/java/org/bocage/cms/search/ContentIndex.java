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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.jcr.RepositoryException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.grouping.GroupingSearch;
import org.apache.lucene.search.grouping.TopGroups;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;
import org.bocage.cms.repository.Changes;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.SavedNodes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.changes.StateCached;
import org.bocage.cms.search.analysis.Fields;
import org.bocage.cms.search.index.IndexFiles;
import org.bocage.cms.search.index.ItemDocument;
import org.bocage.cms.search.index.Readers;
import org.bocage.cms.search.index.Searcher;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Found;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.search.query.LuceneQuery;
import org.bocage.cms.search.query.Search;
import org.bocage.cms.search.text.SearchedTexts;
import org.bocage.cms.search.text.SearchedTypes;
import org.bocage.cms.search.text.SiteSearch;
import org.bocage.cms.search.text.Synonyms;
import org.bocage.cms.search.text.Vocabularies;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of one store. Follows the store live: a save returns once the index shows it. After a stop it catches up
 * from the checkpoint it was last written with, and is built anew when there is none, or its files are damaged or gone.
 */
public final class ContentIndex implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(ContentIndex.class);
    /** Raised whenever the form of the documents changes: an index of another form is built anew. */
    private static final String FORM = "9";

    private static final String FOLLOWER = "index";
    /** Items that are told to be left out; the log has them all. */
    private static final int MOST_TOLD = 20;

    /** Accounts and their roles: kept with the content, and in no list. */
    private static final Set<String> ACCOUNTS = Set.of("users", "userroles", "usergroups");

    private final Store store;
    private final Readers readers;
    private final Answers answers = new Answers();
    private final Totals totals = new Totals();
    private final Analyzer words = Fields.words();
    private final Analyzer analyzer = Fields.analyzer();
    private final FacetsConfig facets = new FacetsConfig();
    private final SearchedTypes types;
    private final StateCached<AtomicReference<@Nullable Synonyms>> synonyms;
    private final Path folder;
    private final ProjectionRunner follower;
    private final Map<String, String> leftOut = new ConcurrentHashMap<>();
    private volatile IndexFiles files;
    private volatile State state = new State();
    private volatile String builtAs;
    private SavedNodes nodes;
    private Vocabularies vocabularies;

    /** All that an index shows at some time; what it shows has not changed while this is the same. */
    public static final class State {
        private State() {}
    }

    /** Opens or builds an index that finds pages alone in the search of the site. */
    public ContentIndex(Store store, Path folder) {
        this(store, folder, SearchedTypes.NONE);
    }

    /** Opens or builds the index of a store in a folder. */
    public ContentIndex(Store store, Path folder, SearchedTypes types) {
        this.store = store;
        this.folder = folder;
        this.types = types;
        this.readers = new Readers(store);
        this.nodes = SavedNodes.of(store);
        this.vocabularies = new Vocabularies(nodes, types.vocabularies());
        this.synonyms = new StateCached<>(store::state, AtomicReference::new);
        this.builtAs = types.form();
        Optional<IndexFiles> whole = IndexFiles.open(folder, analyzer);
        Optional<String> checkpoint = whole.flatMap(this::usableCheckpoint);
        this.files = whole.orElseGet(() -> IndexFiles.create(folder, analyzer));
        files.said().getOrDefault("leftOut", "").lines().forEach(path -> leftOut.put(path, "before the last stop"));
        this.follower = checkpoint.isPresent()
                ? ProjectionRunner.start(store, followerName(store), new Indexing(), checkpoint.get())
                : ProjectionRunner.startAnew(store, followerName(store), new Indexing());
    }

    /** Each machine that shares a store has an index of its own. */
    private static String followerName(Store store) {
        String machine = store.storage().machine();
        return machine.isEmpty() ? FOLLOWER : FOLLOWER + "-" + machine;
    }

    /** Updates, rebuilds and commits the index for the follower, on its thread. */
    private final class Indexing implements ProjectionRunner.Projection {

        @Override
        public void apply(Changes changes) {
            take(changes);
        }

        @Override
        public boolean rebuild(SavedNodes present) {
            build(present);
            return true;
        }

        @Override
        public void persist(String checkpoint) {
            try {
                retryLeftOut();
                files.commit(Map.of(
                        "form", form(), "checkpoint", checkpoint, "leftOut", String.join("\n", leftOut.keySet())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Finds what somebody may read. */
    public Hits find(ContentQuery query, Identity reader) {
        return searching(searcher -> answers.of(query, reader, searcher, () -> find(query, reader, searcher)));
    }

    private Hits find(ContentQuery query, Identity reader, Searcher searcher) throws IOException {
        Query lucene = LuceneQuery.of(query, reader, words);
        if (query.once()) {
            return findOnce(query, lucene, searcher);
        }
        int total = totals.of(lucene, searcher);
        int last = (int) Math.min((long) query.offset() + query.limit(), total);
        if (query.limit() == 0 || query.offset() >= total || last > ContentQuery.DEEPEST) {
            return new Hits(total, List.of());
        }
        Sort sort = LuceneQuery.sort(query, searcher.fields(), types.days(query.workspace()));
        TopFieldDocs top = searcher.search(lucene, new TopFieldCollectorManager(sort, last, null, last));
        List<Hits.Hit> hits = new ArrayList<>();
        for (int i = query.offset(); i < top.scoreDocs.length; i++) {
            hits.add(hit(searcher, top.scoreDocs[i]));
        }
        return new Hits(total, hits);
    }

    /** Finds the first part of each item. */
    private Hits findOnce(ContentQuery query, Query lucene, Searcher searcher) throws IOException {
        Sort sort = LuceneQuery.sort(query, searcher.fields(), types.days(query.workspace()));
        GroupingSearch parts = new GroupingSearch(Fields.PART_OF)
                .setGroupSort(sort)
                .setSortWithinGroup(sort)
                .setAllGroups(true);
        int most = Math.max(Math.min(ContentQuery.DEEPEST - query.offset(), query.limit()), 0);
        TopGroups<?> items = parts.search(searcher, lucene, most == 0 ? 0 : query.offset(), Math.max(most, 1));
        List<Hits.Hit> hits = new ArrayList<>();
        for (int i = 0; i < Math.min(items.groups.length, most); i++) {
            hits.add(hit(searcher, items.groups[i].scoreDocs[0]));
        }
        return new Hits(parts.getAllMatchingGroups().size(), hits);
    }

    private static Hits.Hit hit(IndexSearcher searcher, ScoreDoc doc) throws IOException {
        Document document = searcher.storedFields().document(doc.doc);
        String path = document.get(Fields.PATH);
        return new Hits.Hit(
                Workspace.ofStorePath(path).name(), Workspace.pathInWorkspace(path), document.get(Fields.ID));
    }

    /** Searches the whole site for somebody. */
    public Found search(Search search, Identity reader) {
        return searching(searcher -> site(searcher, reader).find(search));
    }

    /** Items whose title has words that begin as those typed, at most as many as asked for; their title is plain text. */
    public List<Found.Item> suggest(Search search, Identity reader) {
        return searching(searcher -> site(searcher, reader).suggest(search));
    }

    private SiteSearch site(Searcher searcher, Identity reader) {
        return new SiteSearch(searcher, reader, analyzer, facets, synonyms());
    }

    private interface SearcherFunction<T> {
        T apply(Searcher searcher) throws IOException;
    }

    private <T> T searching(SearcherFunction<T> function) {
        try {
            SearcherManager searchers = files.searchers();
            Searcher searcher = acquire(searchers);
            while (searcher == null) {
                // it was built anew just now
                searchers = files.searchers();
                searcher = acquire(searchers);
            }
            try {
                return function.apply(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Searcher acquire(SearcherManager searchers) throws IOException {
        try {
            return (Searcher) searchers.acquire();
        } catch (AlreadyClosedException e) {
            if (searchers == files.searchers()) {
                throw e;
            }
            return null;
        }
    }

    private Synonyms synonyms() {
        AtomicReference<@Nullable Synonyms> kept = synonyms.get();
        Synonyms known = kept.get();
        if (known == null) {
            Optional<String> folder = types.synonyms();
            known = folder.isEmpty()
                    ? new Synonyms()
                    : store.read(Identity.SYSTEM, session -> Synonyms.read(session, folder.get()));
            kept.set(known);
        }
        return known;
    }

    /** How many items are in the index. */
    public int size() {
        return searching(searcher -> searcher.getIndexReader().numDocs());
    }

    /** Returns the state that the index shows now; to be taken before anything is read from it. */
    public State state() {
        return state;
    }

    /** Whether every item that is to be found is. */
    public boolean isWhole() {
        return leftOut.isEmpty();
    }

    /** Paths in the store of items that could not be indexed, with the reason: some of them when there are many. */
    public Map<String, String> leftOut() {
        return leftOut.entrySet().stream()
                .limit(MOST_TOLD)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Builds the index anew from the store; until it is done readers find what they found before. Returns when it is done,
     * or takes longer than {@link Store#PATIENCE}.
     *
     * @return whether it is done
     */
    public boolean rebuild() {
        follower.rebuild();
        return follower.await();
    }

    private void build(SavedNodes present) {
        long start = System.nanoTime();
        files.stopWriting();
        IndexFiles fresh = IndexFiles.create(folder, analyzer);
        boolean done = false;
        try {
            builtAs = types.form();
            leftOut.clear();
            readers.forget();
            refresh(present);
            for (SavedNode workspace : nodes.root().children()) {
                if (isContent(workspace.path())) {
                    eachBelow(workspace, item -> add(item, fresh.writer()));
                }
            }
            fresh.searchers().maybeRefreshBlocking();
            done = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                IOUtils.closeWhileHandlingException(fresh);
            }
        }
        IndexFiles before = files;
        files = fresh;
        state = new State();
        IOUtils.closeWhileHandlingException(before);
        log.info("Index of {}: {} documents in {} ms", store.name(), size(), (System.nanoTime() - start) / 1_000_000);
    }

    /** Builds the index anew when what is searched was declared otherwise since it was built. */
    void rebuildIfOtherTypes() {
        if (!builtAs.equals(types.form())) {
            rebuild();
        }
    }

    /** Adds an item and its parts. One that cannot be indexed is in no list; it keeps no other out. */
    private void add(SavedNode item, IndexWriter writer) {
        String path = item.path();
        try {
            Readers.Rights rights = readers.of(item);
            String workspace = Workspace.ofStorePath(path).name();
            Predicate<String> isOpen = types.open(workspace, item.type());
            Set<String> worded = types.worded(workspace, item.type());
            Document document = ItemDocument.of(item, rights, isOpen, worded);
            writer.addDocument(SearchedTexts.added(document, item, types, vocabularies, facets));
            for (SavedNode part : ItemDocument.parts(item)) {
                writer.addDocument(ItemDocument.ofPart(part, item, rights.readers(), worded));
            }
            leftOut.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RepositoryException | RuntimeException | StackOverflowError e) {
            if (!writer.isOpen()) {
                throw new IllegalStateException("The index of " + store.name() + " can no longer be written", e);
            }
            leaveOut(path, e, writer);
        }
    }

    private void leaveOut(String path, Throwable cause, IndexWriter writer) {
        if (!cause.toString().equals(leftOut.put(path, cause.toString()))) {
            log.error("{} of store {} cannot be indexed, and is in no list", path, store.name(), cause);
        }
        remove(path, writer);
    }

    /** Takes in what was left out, as far as it can be by now: what failed may have been the disk or the memory. */
    private void retryLeftOut() throws IOException {
        if (leftOut.isEmpty()) {
            return;
        }
        refresh(SavedNodes.of(store));
        for (String path : List.copyOf(leftOut.keySet())) {
            replace(path, files.writer());
        }
        files.searchers().maybeRefreshBlocking();
        state = new State();
    }

    /** Removes an item with its parts. */
    private static void remove(String path, IndexWriter writer) {
        try {
            writer.deleteDocuments(new Term(Fields.PATH, path), new Term(Fields.PART_OF, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Changes changes) {
        IndexWriter writer = files.writer();
        if (!writer.isOpen()) {
            // a write failed before: what was not on disk is lost
            build(changes.after());
            return;
        }
        try {
            refresh(changes.after());
            for (String path : changes.removed()) {
                writer.deleteDocuments(new Term(Fields.PATH, path));
                writer.deleteDocuments(new PrefixQuery(new Term(Fields.PATH, path + "/")));
                leftOut.keySet().removeIf(out -> out.equals(path) || out.startsWith(path + "/"));
            }
            Set<String> items = items(changes);
            items.addAll(naming(changes));
            for (String path : items) {
                replace(path, writer);
            }
            files.searchers().maybeRefreshBlocking();
            state = new State();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(String path, IndexWriter writer) {
        remove(path, writer);
        Optional<SavedNode> item = nodes.at(path);
        if (item.isPresent()) {
            add(item.get(), writer);
        } else {
            leftOut.remove(path);
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
            Optional<SavedNode> word = vocabularies.mayHave(path) ? nodes.at(path) : Optional.empty();
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
            boolean isItem = ItemDocument.isItem(child);
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
                item = nodes.at(at).filter(ItemDocument::isItem).isPresent();
                known.put(at, item);
            }
            if (item) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private boolean isContent(String storePath) {
        String workspace = storePath.split("/", 3)[1];
        return store.isListed(workspace) && !ACCOUNTS.contains(workspace) && !workspace.contains(":");
    }

    private void refresh(SavedNodes present) {
        nodes = present;
        vocabularies = new Vocabularies(nodes, types.vocabularies());
        readers.refresh();
    }

    /**
     * Puts the index on disk, with the name of the state it stands for; builds it anew when what is there was damaged.
     * Without it nothing is lost: the next start has more to catch up.
     *
     * @return whether it is done
     */
    public boolean persist() {
        if (!files.areThere() && follower.trouble().isEmpty()) {
            log.warn("The files of the index of {} are gone or damaged; it is built anew", store.name());
            follower.rebuild();
            follower.await();
        }
        follower.persist();
        return follower.await();
    }

    /** Returns the form of the documents, by which an index of another form is recognized. */
    private String form() {
        return FORM + " " + builtAs;
    }

    private Optional<String> usableCheckpoint(IndexFiles from) {
        Map<String, String> said = from.said();
        return form().equals(said.get("form"))
                ? Optional.ofNullable(said.get("checkpoint")).filter(name -> ProjectionRunner.knows(store, name))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        follower.persist();
        follower.close();
        files.close();
        readers.close();
    }
}
