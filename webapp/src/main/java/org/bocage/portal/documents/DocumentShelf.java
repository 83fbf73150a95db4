package org.bocage.portal.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.MenuGroup;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.LooseWords;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.extension.MenuEntries;
import org.bocage.editorial.screens.extension.WeekSection;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.notices.InternalNews;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The internal documents, as far as somebody may read them: by folder, by year, by what their files say. */
@Component
@Order(1)
public class DocumentShelf implements WeekSection, MenuEntries, InternalNews {

    static final int SIZE = 20;
    /** Content type of the documents. */
    static final String TYPE = "documents";
    /** Minutes shown in « Ma semaine ». */
    private static final int IN_A_WEEK = 3;
    /** Field of the people present at a meeting, which not everybody who reads a document may read. */
    private static final String PRESENT = "presents";
    /** The kinds of minutes, the field {@code nature} of a document. */
    static final List<String> MINUTES = List.of("compte-rendu-ca", "compte-rendu-ag");

    private static final String TAGS = "etiquettes";
    private static final int MOST = 2_000;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = FrenchDays.format("d MMMM yyyy");

    private final Desk desk;
    private final Contents contents;

    DocumentShelf(Desk desk, Contents contents) {
        this.desk = desk;
        this.contents = contents;
    }

    /** A file that a document has or had. */
    record Version(String file, Instant date, String by, String note) {}

    /** Decision noted in a document. */
    record Decision(String text, String who, Optional<Instant> by, boolean done) {}

    /** A document. */
    public record Document(
            String id,
            String title,
            String folder,
            List<String> tags,
            String kind,
            Optional<LocalDate> day,
            String access,
            String file,
            String text,
            String author,
            long revision,
            List<String> present,
            List<Decision> decisions,
            List<Version> versions) {

        boolean isForMembers() {
            return access.equals("adherents");
        }

        public String address() {
            return "/espace/documents/" + id + "/lire";
        }
    }

    /** Returns the last minutes for « Ma semaine ». */
    @Override
    public Optional<WeekPage.Section> section() {
        if (desk.type(TYPE).isEmpty()) {
            return Optional.empty();
        }
        List<WeekPage.Line> lines = lastMinutes(IN_A_WEEK).stream()
                .map(one -> new WeekPage.Line(one.title(), about(one), one.address()))
                .toList();
        List<WeekPage.Link> links = new ArrayList<>();
        if (mayAdd()) {
            links.add(new WeekPage.Link(
                    desk.sentence("authoring.documents.week.deposit"), DocumentController.ADDRESS + "/deposer"));
        }
        if (lines.isEmpty() && links.isEmpty()) {
            return Optional.empty();
        }
        links.add(new WeekPage.Link(desk.sentence("authoring.documents.week.all"), DocumentController.ADDRESS));
        return Optional.of(new WeekPage.Section(
                "comptes-rendus", desk.sentence("authoring.documents.week"), lines, List.copyOf(links), false));
    }

    /** Returns the entry of the documents, for whoever may read one. */
    @Override
    public List<MenuEntry> menu() {
        boolean reads = desk.type(TYPE).isPresent()
                && contents.find(all().page(0, 0), desk.identity(), this::brief).total() > 0;
        return reads ? List.of(new MenuEntry(MenuGroup.INTERNAL, TYPE, DocumentController.ADDRESS, 20)) : List.of();
    }

    @Override
    public Set<String> menuTypes() {
        return Set.of(TYPE);
    }

    @Override
    public String workspace() {
        return TYPE;
    }

    @Override
    public String address(Hits.Hit hit) {
        return DocumentController.ADDRESS + "/" + hit.id();
    }

    ContentType type() {
        return desk.type(TYPE).orElseThrow(NotFoundException::new);
    }

    public boolean mayAdd() {
        return contents.mayAdd(type(), desk.identity());
    }

    Optional<Document> find(String id) {
        return contents.read(type(), id, desk.identity(), this::whole);
    }

    /** Search criteria; an empty one is not applied. */
    record Asked(String words, String folder, String tag, String year) {}

    /** Documents asked for, those of the last meeting first; with words, the best first. */
    Contents.Listed<Document> find(Asked asked, int page) {
        ContentQuery query = all().page((page - 1) * SIZE, SIZE);
        if (!asked.folder().isEmpty()) {
            query = query.where(DocumentUpkeep.FOLDER, asked.folder());
        }
        if (!asked.tag().isEmpty()) {
            query = query.where(TAGS, asked.tag());
        }
        String year = asked.year();
        if (!year.isEmpty()) {
            Instant from = LocalDate.of(Integer.parseInt(year), 1, 1)
                    .atStartOfDay(PARIS)
                    .toInstant();
            Instant to = LocalDate.of(Integer.parseInt(year) + 1, 1, 1)
                    .atStartOfDay(PARIS)
                    .toInstant();
            query = query.where("nature", MINUTES.toArray(new String[0]))
                    .and(new ContentQuery.Between("dateSeance", from, to));
        }
        String looked = LooseWords.of(asked.words());
        query = looked.isEmpty()
                ? query.orderBy("dateSeance", true).orderBy("mgnl:created", true)
                : query.and(new ContentQuery.Mentioned(looked)).orderBy(ContentQuery.SCORE, true);
        return contents.find(query, desk.identity(), looked.isEmpty() ? this::brief : this::whole);
    }

    /** The last minutes of the CA. */
    public List<Document> lastMinutes(int most) {
        return contents.find(
                        all().where("nature", MINUTES.toArray(new String[0]))
                                .orderBy("dateSeance", true)
                                .page(0, most),
                        desk.identity(),
                        this::brief)
                .items();
    }

    /** The documents of meetings in which something was decided, the last first. */
    List<Document> withDecisions() {
        return contents.find(
                        all().and(new ContentQuery.Missing("decisions/texte", false))
                                .orderBy("dateSeance", true)
                                .page(0, MOST),
                        desk.identity(),
                        this::brief)
                .items();
    }

    /** The folders there are for this person, each with the number of documents in it. */
    Map<String, Integer> folders() {
        return counted(node -> List.of(text(node, DocumentUpkeep.FOLDER)));
    }

    /** The tags there are for this person, each with the number of documents that have it. */
    Map<String, Integer> tags() {
        return counted(node -> texts(node, TAGS));
    }

    /** The years of the minutes, each with the number of them. */
    Map<String, Integer> years() {
        return counted(node -> MINUTES.contains(text(node, "nature"))
                ? date(node, "dateSeance")
                        .map(at -> String.valueOf(at.atZone(PARIS).getYear()))
                        .stream()
                        .toList()
                : List.of());
    }

    private Map<String, Integer> counted(Contents.NodeFunction<List<String>> by) {
        return contents.find(all().page(0, MOST), desk.identity(), by).items().stream()
                .flatMap(names -> names.stream().distinct())
                .filter(name -> !name.isBlank())
                .collect(Collectors.toMap(name -> name, name -> 1, Integer::sum, TreeMap::new));
    }

    /** Everything in a folder, for what is done with all of it. */
    List<Document> inFolder(String folder) {
        return contents.find(all().where(DocumentUpkeep.FOLDER, folder).page(0, MOST), desk.identity(), this::brief)
                .items();
    }

    /**
     * Returns the address of the document in a folder that was deposited before, word for word.
     *
     * @param access as it is asked for, {@link DocumentUpkeep#AS_FOLDER} included
     */
    Optional<String> deposited(
            String title, String kind, Optional<LocalDate> day, String folder, String access, String file) {
        return inFolder(folder).stream()
                .filter(one -> one.file().equals(file)
                        && one.title().equals(title)
                        && one.kind().equals(kind)
                        && one.day().equals(day)
                        && (access.equals(DocumentUpkeep.AS_FOLDER) || access.equals(one.access())))
                .map(Document::address)
                .findFirst();
    }

    /** Returns the access of a folder, {@code divers} when not all say the same, {@code ca} for a new one. */
    String accessOf(String folder) {
        List<String> found =
                inFolder(folder).stream().map(Document::access).distinct().toList();
        return found.isEmpty() ? "ca" : found.size() == 1 ? found.get(0) : "divers";
    }

    /** Kind, day and folder of a document in words. */
    public String about(Document document) {
        List<String> words = new ArrayList<>();
        words.add(desk.words("documents.detail.nature.options." + document.kind(), document.kind()));
        document.day().ifPresent(day -> words.add(DAY.format(day)));
        words.add(document.folder());
        return String.join(", ", words);
    }

    private static ContentQuery all() {
        return ContentQuery.in(DocumentUpkeep.WORKSPACE.name()).ofType(DocumentUpkeep.TYPE);
    }

    /** Without what its file says, which is long. */
    private Document brief(Node node) throws RepositoryException {
        return document(node, "");
    }

    private Document whole(Node node) throws RepositoryException {
        return document(node, text(node, DocumentUpkeep.TEXT));
    }

    private Document document(Node node, String text) throws RepositoryException {
        return new Document(
                node.getIdentifier(),
                Review.title(node),
                text(node, DocumentUpkeep.FOLDER),
                texts(node, TAGS),
                text(node, "nature"),
                date(node, "dateSeance").map(at -> at.atZone(PARIS).toLocalDate()),
                text(node, DocumentUpkeep.ACCESS),
                text(node, DocumentUpkeep.FILE),
                text,
                text(node, "auteur"),
                Revisions.number(node),
                ReadableFields.of(desk.definitions(), type(), node, desk.identity())
                                .contains(PRESENT)
                        ? texts(node, PRESENT)
                        : List.of(),
                decisions(node),
                versions(node));
    }

    private static List<Decision> decisions(Node node) throws RepositoryException {
        List<Decision> decisions = new ArrayList<>();
        for (Node entry : children(node, "decisions")) {
            decisions.add(new Decision(
                    text(entry, "texte"),
                    text(entry, "qui"),
                    date(entry, "pour"),
                    text(entry, "fait").equals("true")));
        }
        return decisions;
    }

    private static List<Version> versions(Node node) throws RepositoryException {
        List<Version> versions = new ArrayList<>();
        for (Node entry : children(node, DocumentUpkeep.VERSIONS)) {
            versions.add(new Version(
                    text(entry, DocumentUpkeep.FILE),
                    date(entry, "date").orElse(Instant.EPOCH),
                    text(entry, "par"),
                    text(entry, "note")));
        }
        return versions;
    }

    private static List<Node> children(Node node, String name) throws RepositoryException {
        List<Node> children = new ArrayList<>();
        if (node.hasNode(name)) {
            for (NodeIterator nodes = node.getNode(name).getNodes(); nodes.hasNext(); ) {
                children.add(nodes.nextNode());
            }
        }
        return children;
    }

    private static List<String> texts(Node node, String name) throws RepositoryException {
        List<String> texts = new ArrayList<>();
        if (node.hasProperty(name) && node.getProperty(name).isMultiple()) {
            for (Value value : node.getProperty(name).getValues()) {
                texts.add(value.getString());
            }
        }
        return texts;
    }

    private static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) && !node.getProperty(name).isMultiple()
                ? node.getProperty(name).getString()
                : "";
    }

    private static Optional<Instant> date(Node node, String name) throws RepositoryException {
        if (!node.hasProperty(name)) {
            return Optional.empty();
        }
        Calendar date = node.getProperty(name).getDate();
        return Optional.of(date.toInstant());
    }
}
