package org.bocage.editorial.publishing.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.exchange.BootstrapArchive;
import org.bocage.cms.repository.exchange.BootstrapFile;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Roles;
import org.springframework.beans.factory.ObjectProvider;

/** Content to and from another Magnolia, or another portal: bootstrap files, alone or in a zip. */
public final class Exchange {

    /** Workspaces that are not content: what a Magnolia keeps for itself. */
    private static final Set<String> OTHERS_OWN = Set.of(
            "imaging", "keystore", "mgnlSystem", "profiles", "resources", "rss", "scripts", "tasks", "usergroups");

    /** Bytes of a folder of the media library that goes as one file. */
    private static final long MOST_IN_A_FILE = 8L << 20;

    private final Stores stores;
    private final Publisher publisher;
    private final Roles roles;
    private final Accounts accounts;
    private final Clock clock;
    private final ObjectProvider<Takeaway> takeaways;
    private final ObjectProvider<OwnWorkspace> own;
    /** Permit to read an import file; there is one, because what is read takes a good part of the heap. */
    private final Semaphore turn = new Semaphore(1);

    public Exchange(
            Stores stores,
            Publisher publisher,
            Roles roles,
            Accounts accounts,
            Clock clock,
            ObjectProvider<Takeaway> takeaways,
            ObjectProvider<OwnWorkspace> own) {
        this.own = own;
        this.takeaways = takeaways;
        this.stores = stores;
        this.publisher = publisher;
        this.roles = roles;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * How an import is done.
     *
     * @param by the account of who does it
     * @param administrator whether users and roles may be taken in
     * @param publish whether what is not marked as a draft goes on line
     * @param passwords whether the BCrypt hashes of users are taken
     */
    public record Options(String by, boolean administrator, boolean publish, boolean passwords) {}

    /** Outcome for one file, or for one user in it. */
    public enum Verdict {
        ADDED,
        REPLACED,
        REFUSED
    }

    /**
     * One line of a report.
     *
     * @param what the file, or the path of a user
     * @param nodes how many nodes it holds
     * @param reason why it is refused, a key; or what else is to be known; may be empty
     * @param detail of the reason; may be empty
     */
    public record Line(String what, Verdict verdict, int nodes, String reason, String detail) {}

    /**
     * Effects of an import, planned or done.
     *
     * @param replaced identifiers that were taken, with those given instead
     */
    public record Report(List<Line> lines, Map<String, String> replaced) {

        /** How many lines end so. */
        public long count(Verdict verdict) {
            return lines.stream().filter(line -> line.verdict() == verdict).count();
        }
    }

    /** Another import is being read; nothing was done. */
    public static final class ImportUnderway extends RuntimeException {}

    /**
     * Says what an import would do.
     *
     * @throws ImportUnderway while another one is read
     */
    public Report look(Path file, String name, Options options) {
        return incoming(file, name, options, false);
    }

    /**
     * Does it: what can be taken is, what cannot is in the report.
     *
     * @throws ImportUnderway while another one is read
     */
    public Report apply(Path file, String name, Options options) {
        return incoming(file, name, options, true);
    }

    private Report incoming(Path file, String name, Options options, boolean apply) {
        if (!turn.tryAcquire()) {
            throw new ImportUnderway();
        }
        try {
            return read(file, name, options, apply);
        } finally {
            turn.release();
        }
    }

    private Report read(Path file, String name, Options options, boolean apply) {
        return stores.author().read(Identity.SYSTEM, session -> {
            ImportRun incoming = new ImportRun(
                    session, stores, publisher, roles, accounts, options, clock.instant(), this::isExchanged);
            BootstrapArchive archive = new BootstrapArchive(file, name);
            incoming.look(archive);
            if (apply) {
                incoming.apply(archive);
            }
            return incoming.report();
        });
    }

    /** Workspaces with content that somebody may read, by name. */
    public List<String> workspaces(Identity reader) {
        List<String> names = stores.author().read(Identity.SYSTEM, this::contentWorkspaces);
        return stores.author()
                .read(
                        reader,
                        session -> names.stream()
                                .filter(name -> exists(session, new Workspace(name)))
                                .toList());
    }

    private static boolean exists(Session session, Workspace workspace) {
        try {
            return workspace.exists(session);
        } catch (RepositoryException e) {
            throw new RepositoryFailure("Content cannot be exported", e);
        }
    }

    /** Whether what lies in a workspace comes and goes. */
    boolean isExchanged(String workspace) {
        return stores.author().holdsContents(workspace)
                && !OTHERS_OWN.contains(workspace)
                && own.stream().noneMatch(one -> one.name().equals(workspace));
    }

    private List<String> contentWorkspaces(Session session) throws RepositoryException {
        List<String> names = new ArrayList<>();
        for (NodeIterator nodes = session.getRootNode().getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType("bocage:workspace")
                    && isExchanged(node.getName())
                    && !node.getName().startsWith("user")) {
                names.add(node.getName());
            }
        }
        names.sort(String::compareTo);
        return names;
    }

    /**
     * Writes workspaces as a zip, one file for each node at their root: as much as the reader may see. Accounts, roles,
     * sessions, mails and the histories are not content and stay.
     */
    public void export(Identity reader, List<String> workspaces, BootstrapFile.Format format, OutputStream out)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            export(reader, workspaces, format, zip);
        }
    }

    /**
     * Writes everything somebody may read as a zip: the files that {@link #apply come back in}, and in a folder beside them the
     * same for other programs.
     *
     * @param base what the addresses of the portal start with
     * @param note the text that says what is what
     */
    public void exportAll(Identity reader, BootstrapFile.Format format, String base, String note, OutputStream out)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(BootstrapArchive.ASIDE + "LISEZMOI.txt"));
            zip.write(note.getBytes(StandardCharsets.UTF_8));
            export(reader, workspaces(reader), format, zip);
            Takeaway.Archive archive = name -> {
                zip.putNextEntry(new ZipEntry(BootstrapArchive.ASIDE + name));
                return zip;
            };
            List<Takeaway> all =
                    new ArrayList<>(List.of(new PlainFiles(stores), new PlainJson(stores, this::workspaces)));
            takeaways.orderedStream().forEach(all::add);
            for (Takeaway one : all) {
                one.write(reader, base, archive);
            }
        }
    }

    private void export(Identity reader, List<String> workspaces, BootstrapFile.Format format, ZipOutputStream zip)
            throws IOException {
        Store store = stores.author();
        List<String> readable = workspaces(reader);
        Session session = store.login(reader);
        try {
            for (String name : workspaces) {
                if (readable.contains(name)) {
                    Workspace workspace = new Workspace(name);
                    exportBelow(workspace.root(session), workspace.equals(Workspace.DAM) ? 1 : 0, format, zip);
                }
            }
        } catch (RepositoryException e) {
            throw new RepositoryFailure("Content cannot be exported", e);
        } finally {
            session.logout();
        }
    }

    /**
     * Writes what lies below a node, a file each. A folder of pictures may be larger than a file should be: its pictures go one by
     * one then, and it goes alone into a folder of the archive that comes before them, as whoever brings the files into a Magnolia,
     * in the order of their names, needs a node's parent first.
     *
     * @param depth of what is written, in the media library; 0 elsewhere
     */
    private static void exportBelow(Node parent, int depth, BootstrapFile.Format format, ZipOutputStream zip)
            throws RepositoryException, IOException {
        for (NodeIterator nodes = parent.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.getName().startsWith("rep:")) {
                continue;
            }
            boolean oneByOne = depth > 0 && node.isNodeType("mgnl:folder") && bytes(node) > MOST_IN_A_FILE;
            BootstrapFile file = BootstrapFile.of(node, format);
            zip.putNextEntry(new ZipEntry((oneByOne ? depth + "-dossiers/" : "") + file.name()));
            file.write(node, zip, !oneByOne);
            zip.closeEntry();
            if (oneByOne) {
                exportBelow(node, depth + 1, format, zip);
            }
        }
    }

    /** Bytes of the files below a node. */
    private static long bytes(Node node) throws RepositoryException {
        long bytes = node.hasProperty("jcr:data") ? node.getProperty("jcr:data").getLength() : 0;
        for (NodeIterator children = node.getNodes(); children.hasNext() && bytes <= MOST_IN_A_FILE; ) {
            bytes += bytes(children.nextNode());
        }
        return bytes;
    }

    /** The file that a node is exported to, if the reader may see it. */
    public Optional<BootstrapFile> file(
            Identity reader, Workspace workspace, String path, BootstrapFile.Format format) {
        if (path.equals("/") || !workspaces(reader).contains(workspace.name())) {
            return Optional.empty();
        }
        return stores.author().read(reader, session -> {
            Optional<Node> node = workspace.node(session, path);
            return node.isPresent() ? Optional.of(BootstrapFile.of(node.get(), format)) : Optional.empty();
        });
    }

    /** Writes one node with what lies below it. */
    public void export(Identity reader, BootstrapFile file, OutputStream out) throws IOException {
        Session session = stores.author().login(reader);
        try {
            file.write(session.getNode(file.workspace().storePath(file.path())), out, true);
        } catch (RepositoryException e) {
            throw new RepositoryFailure("Content cannot be exported", e);
        } finally {
            session.logout();
        }
    }
}
