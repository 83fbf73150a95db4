package org.bocage.cms.dam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.renditions.PictureView;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.repository.Workspace;

/**
 * The media library: the workspace {@code dam}, with Magnolia's nodes in it ({@code mgnl:asset} with a
 * {@code mgnl:resource} as {@code jcr:content}, spec 8.1). What a session may not read is absent. Read a node found
 * here with {@link Asset#of}.
 */
public final class Assets {

    /** Property of an asset: {@link AcceptedFile#digest()}, by which a file that is sent again is known. */
    public static final String DIGEST = "empreinte";

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_LOOKED_AT = 2_000;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'/'yyyy'/'MM");

    private final Clock clock;

    /** @param clock tells when an asset was added */
    public Assets(Clock clock) {
        this.clock = clock;
    }

    /** The folder for what is added that day, {@code /2026/11}. */
    public static String folderOf(LocalDate day) {
        return day.format(MONTH);
    }

    /**
     * Adds a file, under its own name or a free one like it. The caller saves, and closes the file.
     *
     * @param author a session that may write the workspace
     * @param folder path in the workspace, made when absent
     * @param title empty: the file name stands for it
     * @param alt what the picture shows; needed of a picture that is not decorative
     * @param credit who made it; may be empty
     * @throws IllegalArgumentException when a text is over 500 characters, the alternative is missing or the folder is
     *     no path
     */
    public Node add(
            Session author,
            AcceptedFile file,
            String folder,
            String title,
            String alt,
            boolean decorative,
            String credit)
            throws RepositoryException, IOException {
        if (file.isPicture() && !decorative && alt.isBlank()) {
            throw new IllegalArgumentException("The alternative text of " + file.fileName() + " is missing");
        }
        Node asset = receive(author, file, folder, title);
        requireShort("alt", alt);
        requireShort("credit", credit);
        asset.setProperty("caption", alt.strip());
        asset.setProperty("decorative", decorative);
        asset.setProperty("copyright", credit.strip());
        return asset;
    }

    /** Adds a file as {@link #add} does, whose words are still to come. */
    public Node receive(Session author, AcceptedFile file, String folder, String title)
            throws RepositoryException, IOException {
        requireShort("title", title);
        Node parent = folder(author, folder);
        String name = freeName(parent, file.fileName());
        Node asset = parent.addNode(name, "mgnl:asset");
        asset.setProperty("name", name);
        asset.setProperty("title", title.isBlank() ? file.fileName() : title.strip());
        asset.setProperty("caption", "");
        asset.setProperty("decorative", false);
        asset.setProperty("copyright", "");
        stamp(asset, author.getUserID());
        fill(asset, asset.addNode(Asset.CONTENT, "mgnl:resource"), file, name);
        return asset;
    }

    /**
     * Gives an asset other bytes of its kind; what it is called and where it is served stay. The caller saves, and closes
     * the file. How a picture was to be shown no longer holds.
     *
     * @throws IllegalArgumentException when a document is to take the place of a picture, or the other way round
     */
    public void replace(Node asset, AcceptedFile file) throws RepositoryException, IOException {
        if (Asset.of(asset).isPicture() != file.isPicture()) {
            throw new IllegalArgumentException(file.fileName() + " is of another kind than " + asset.getPath());
        }
        PictureView.PLAIN.write(asset);
        fill(asset, asset.getNode(Asset.CONTENT), file, asset.getName());
    }

    /** Puts an asset into another folder, under a free name; what it is served at by its key stays. The caller saves. */
    public void move(Node asset, String folder) throws RepositoryException {
        Session session = asset.getSession();
        Node target = folder(session, folder);
        if (!target.getPath().equals(asset.getParent().getPath())) {
            session.move(asset.getPath(), target.getPath() + "/" + freeName(target, asset.getName()));
        }
    }

    /** The asset of an item key, {@code jcr:<uuid>}. */
    public Optional<Node> byKey(Session session, String key) throws RepositoryException {
        if (!key.startsWith(Asset.KEY_PREFIX)) {
            return Optional.empty();
        }
        Optional<Node> node = Workspace.DAM.nodeById(session, key.substring(Asset.KEY_PREFIX.length()));
        return node.isPresent() && isAsset(node.get()) ? node : Optional.empty();
    }

    /** The asset at a path of the workspace {@code dam}. */
    public Optional<Node> byPath(Session session, String path) throws RepositoryException {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        Optional<Node> node = Workspace.DAM.node(session, path);
        return node.isPresent() && isAsset(node.get()) ? node : Optional.empty();
    }

    /**
     * Assets for a shelf: those of the newest month first, the newest of a folder first; then those of folders that are
     * no dates. Of a very large library, 2,000 are looked at.
     *
     * @param limit most assets given, 1 to 200
     */
    public List<Node> latest(Session session, int limit) throws RepositoryException {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("A shelf holds 1 to 200 assets, not " + limit);
        }
        List<Node> found = new ArrayList<>();
        if (Workspace.DAM.exists(session)) {
            collect(Workspace.DAM.root(session), found, limit, new int[] {MOST_LOOKED_AT});
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private static void collect(Node folder, List<Node> found, int limit, int[] left) throws RepositoryException {
        List<Node> folders = new ArrayList<>();
        List<Dated> assets = new ArrayList<>();
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext() && left[0] > 0; left[0]--) {
            Node node = nodes.nextNode();
            if (node.isNodeType("mgnl:folder")) {
                folders.add(node);
            } else if (isAsset(node)) {
                assets.add(Dated.of(node));
            }
        }
        assets.sort(Comparator.comparingLong(Dated::millis).reversed());
        assets.forEach(asset -> found.add(asset.node()));
        for (Node next : newestFirst(folders)) {
            if (found.size() >= limit || left[0] <= 0) {
                return;
            }
            collect(next, found, limit, left);
        }
    }

    /** Years and months from the last to the first, then what is named otherwise. */
    private static List<Node> newestFirst(List<Node> folders) throws RepositoryException {
        record Named(String name, Node node) {
            boolean isDate() {
                return name.matches("[0-9]+");
            }
        }
        List<Named> named = new ArrayList<>();
        for (Node folder : folders) {
            named.add(new Named(folder.getName(), folder));
        }
        named.sort(
                Comparator.comparing(Named::isDate).thenComparing(Named::name).reversed());
        return named.stream().map(Named::node).toList();
    }

    private record Dated(Node node, long millis) {

        static Dated of(Node node) throws RepositoryException {
            boolean dated = node.hasProperty("mgnl:created");
            return new Dated(
                    node, dated ? node.getProperty("mgnl:created").getDate().getTimeInMillis() : 0);
        }
    }

    private static boolean isAsset(Node node) throws RepositoryException {
        return node.isNodeType("mgnl:asset") && node.hasProperty(Asset.CONTENT + "/" + Property.JCR_DATA);
    }

    /**
     * The folder at a path of the workspace, made when absent; the caller saves.
     *
     * @throws IllegalArgumentException when it is no path
     */
    public static Node folder(Session session, String path) throws RepositoryException {
        if (!Workspace.isWellFormed(path)) {
            throw new IllegalArgumentException("Not a folder of assets: " + path);
        }
        Node folder = Workspace.DAM.root(session);
        if (path.equals("/")) {
            return folder;
        }
        for (String step : path.substring(1).split("/")) {
            folder = folder.hasNode(step) ? folder.getNode(step) : folder.addNode(step, "mgnl:folder");
        }
        return folder;
    }

    private static String freeName(Node parent, String fileName) throws RepositoryException {
        String name = fileName;
        int dot = fileName.lastIndexOf('.') < 0 ? fileName.length() : fileName.lastIndexOf('.');
        for (int number = 2; parent.hasNode(name); number++) {
            name = fileName.substring(0, dot) + "-" + number + fileName.substring(dot);
        }
        return name;
    }

    private static void fill(Node asset, Node content, AcceptedFile file, String name)
            throws RepositoryException, IOException {
        asset.setProperty("type", file.extension());
        asset.setProperty(DIGEST, file.digest());
        try (InputStream bytes = Files.newInputStream(file.file())) {
            Binary binary = content.getSession().getValueFactory().createBinary(bytes);
            content.setProperty(Property.JCR_DATA, binary);
            binary.dispose();
        }
        content.setProperty(Property.JCR_MIMETYPE, file.mimeType());
        content.setProperty("fileName", name.replaceFirst("\\.[a-z0-9]{1,5}$", "") + "." + file.extension());
        content.setProperty("extension", file.extension());
        content.setProperty("size", file.size());
        if (file.isPicture()) {
            content.setProperty("width", file.width());
            content.setProperty("height", file.height());
        }
    }

    private void stamp(Node asset, String by) throws RepositoryException {
        Calendar now = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        now.setTimeInMillis(clock.millis());
        asset.setProperty("mgnl:created", now);
        asset.setProperty("mgnl:createdBy", by);
        asset.setProperty("mgnl:lastModified", now);
        asset.setProperty("mgnl:lastModifiedBy", by);
    }

    private static void requireShort(String what, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "The " + what + " has " + text.length() + " characters: at most " + LONGEST_TEXT + " are kept");
        }
    }
}
