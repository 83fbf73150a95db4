package org.bocage.editorial.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.form.Slug;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.LooseWords;
import org.springframework.stereotype.Component;

/** The media library as one looks into it: folders, a page of what lies in them, what is still to be described. */
@Component
class MediaLibrary {

    static final int SIZE = 40;
    /** Pictures described on one screen. */
    static final int AT_ONCE = 30;

    private static final int LONGEST_FOLDER = 80;
    private static final int DEEPEST = 6;
    private static final int MOST_FOLDERS = 100;
    private static final ContentQuery.Filter IN_SIGHT =
            new ContentQuery.Not(new ContentQuery.AnyOf("@ancestor", List.of("/dam" + MediaShelf.INSIDE)));

    private final Stores stores;
    private final Contents contents;
    private final MediaShelf shelf;
    private final Desk desk;

    MediaLibrary(Stores stores, Contents contents, MediaShelf shelf, Desk desk) {
        this.stores = stores;
        this.contents = contents;
        this.shelf = shelf;
        this.desk = desk;
    }

    /** A folder of the library, by its path and the name people know it by. */
    record Folder(String path, String title) {}

    /** A file of the library. */
    record Entry(Asset asset, ImageRights rights) {

        /** Whether something is missing for it to be shown; what an import brought is described where it is shown. */
        boolean isIncomplete() {
            return asset.isPicture()
                    && rights.agreement() != ImageRights.Agreement.UNASKED
                    && ((asset.alt().isEmpty() && !asset.decorative()) || !rights.allowsPublication());
        }
    }

    /** A page of what lies in a folder and below, the newest first; with words, what they find, the best first. */
    Contents.Listed<Entry> find(String words, String folder, int page) {
        ContentQuery all = ContentQuery.in("dam")
                .ofType("mgnl:asset")
                .under(folder)
                .and(IN_SIGHT)
                .page((page - 1) * SIZE, SIZE);
        String looked = LooseWords.of(words);
        ContentQuery asked = looked.isEmpty()
                ? all.orderBy("mgnl:created", true)
                : all.and(new ContentQuery.Mentioned(looked)).orderBy(ContentQuery.SCORE, true);
        return contents.find(asked, desk.identity(), MediaLibrary::entry);
    }

    /** Returns the pictures this person sent and has not described yet, the first sent first. */
    List<Entry> toDescribe() {
        ContentQuery mine = ContentQuery.in("dam")
                .ofType("mgnl:asset")
                .where("consentement", ImageRights.Agreement.TO_SAY.key())
                .where("mgnl:createdBy", desk.account().name())
                .orderBy("mgnl:created", false)
                .page(0, AT_ONCE);
        return contents.find(mine, Identity.SYSTEM, MediaLibrary::entry).items();
    }

    private static Entry entry(Node node) throws RepositoryException {
        return new Entry(Asset.of(node), ImageRights.of(node));
    }

    /** A folder with those above it, the outermost first; empty when it is not there or not for this person. */
    Optional<List<Folder>> way(String path) {
        if (!isInSight(path)) {
            return Optional.empty();
        }
        return stores.author().read(desk.identity(), session -> {
            Optional<Node> node = Workspace.DAM.exists(session) ? Workspace.DAM.node(session, path) : Optional.empty();
            if (node.isEmpty()) {
                return path.equals("/") ? Optional.of(List.of()) : Optional.empty();
            }
            List<Folder> way = new ArrayList<>();
            for (Optional<Node> at = node;
                    at.isPresent() && at.get().getDepth() > 1;
                    at = ReadableFields.above(at.get())) {
                way.add(0, folder(at.get()));
            }
            return Optional.of(way);
        });
    }

    /** The folders in a folder: those with a name by their name, then years and months, the last first. */
    List<Folder> folders(String path) {
        return stores.author().read(desk.identity(), session -> {
            List<Folder> folders = new ArrayList<>();
            Optional<Node> node = Workspace.DAM.exists(session) ? Workspace.DAM.node(session, path) : Optional.empty();
            if (node.isPresent()) {
                for (NodeIterator nodes = node.get().getNodes(); nodes.hasNext(); ) {
                    Node child = nodes.nextNode();
                    if (child.isNodeType("mgnl:folder") && isInSight(Workspace.path(child))) {
                        folders.add(folder(child));
                    }
                }
            }
            Comparator<Folder> byName = Comparator.comparing(one -> one.title().toLowerCase(Locale.FRENCH));
            folders.sort(Comparator.comparing(MediaLibrary::isDate)
                    .thenComparing((a, b) -> isDate(a) ? b.path().compareTo(a.path()) : byName.compare(a, b)));
            return folders;
        });
    }

    /** The folders one may put a file into: those that somebody named, each by its whole way. */
    List<Folder> named() {
        List<Folder> found = new ArrayList<>();
        collectNamed("/", "", found);
        return found;
    }

    private void collectNamed(String path, String way, List<Folder> found) {
        for (Folder folder : folders(path)) {
            if (found.size() < MOST_FOLDERS && !isDate(folder)) {
                found.add(new Folder(folder.path(), way + folder.title()));
                collectNamed(folder.path(), way + folder.title() + " / ", found);
            }
        }
    }

    private static boolean isDate(Folder folder) {
        return folder.path().matches("/[0-9]{4}(/[0-9]{2})?");
    }

    private static boolean isInSight(String path) {
        return Workspace.isWellFormed(path)
                && !path.equals(MediaShelf.INSIDE)
                && !path.startsWith(MediaShelf.INSIDE + "/");
    }

    private static Folder folder(Node node) throws RepositoryException {
        String path = Workspace.path(node);
        String name = node.getName();
        if (node.hasProperty("title")) {
            return new Folder(path, node.getProperty("title").getString());
        }
        if (path.matches("/[0-9]{4}/(0[1-9]|1[0-2])")) {
            String month = Month.of(Integer.parseInt(name)).getDisplayName(TextStyle.FULL, Locale.FRENCH);
            return new Folder(path, month.substring(0, 1).toUpperCase(Locale.FRENCH) + month.substring(1));
        }
        return new Folder(path, name);
    }

    /** Whether this person's roles let them add to the library by themselves, not only with what they propose. */
    boolean mayAddFolders() {
        return stores.author()
                .read(desk.identity(), session -> session.hasPermission("/dam/x", Session.ACTION_ADD_NODE));
    }

    /** Makes a folder in another one; the one there is when there is one of that name. Empty when the name says nothing. */
    Optional<String> addFolder(String above, String title) {
        String name = Slug.of(title, "", slug -> true);
        String path = (above.equals("/") ? "" : above) + "/" + name;
        boolean fits = !name.isEmpty()
                && title.strip().length() <= LONGEST_FOLDER
                && path.chars().filter(c -> c == '/').count() <= DEEPEST
                && isInSight(path)
                && way(above).isPresent();
        if (!fits) {
            return Optional.empty();
        }
        stores.author().update(Identity.SYSTEM, session -> {
            Node folder = Assets.folder(session, path);
            if (folder.isNew()) {
                folder.setProperty("title", title.strip());
            }
        });
        return Optional.of(path);
    }

    /** Where a file goes that was sent from a folder: there, unless it is the whole library or not for this person. */
    String placeOf(String folder) {
        return folder.isEmpty() || folder.equals("/") || way(folder).isEmpty() ? "" : folder;
    }

    /**
     * Examines a file and puts it in the library, its words still to come; one that is there already is not kept twice.
     *
     * @param place folder; empty: that of the month
     */
    MediaShelf.Added receive(String fileName, InputStream bytes, String place, String credit) throws IOException {
        String folder = place.isEmpty() ? Assets.folderOf(LocalDate.now(desk.clock())) : place;
        return shelf.receive(fileName, bytes, folder, credit, desk.account().name());
    }
}
