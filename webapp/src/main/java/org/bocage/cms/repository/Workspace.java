package org.bocage.cms.repository;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.failures.RepositoryFailure;

/**
 * A Magnolia workspace. Oak has one workspace; ours are its top-level nodes, and everything that leaves this class
 * (paths, links, logs, API) is relative to the workspace.
 *
 * @param name as in Magnolia: {@code website}, {@code dam}, {@code actus}…
 */
public record Workspace(String name) {

    public static final Workspace WEBSITE = new Workspace("website");
    public static final Workspace DAM = new Workspace("dam");
    public static final Workspace USERS = new Workspace("users");
    public static final Workspace USERROLES = new Workspace("userroles");

    /**
     * Workspaces of the host itself: its settings, sessions, mails and histories, keys and links, what is being typed, was thrown
     * away or was searched in vain. They are no content: not indexed, not exchanged, not looked through. Modules have others
     * ({@link ModuleWorkspace}).
     */
    public static final Set<String> TECHNICAL = Set.of(
            "abonnements",
            "cles",
            "config",
            "corbeille",
            "delegations",
            "journal",
            "liens",
            "mails",
            "mgnlVersion",
            "recherches",
            "saisies",
            "sessions");

    /** Steps from a workspace down to a node, at most. */
    public static final int MAX_DEPTH = 100;

    /** Oak would read anything else as a path, and fails on some. */
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public Workspace {
        if (!isName(name)) {
            throw new IllegalArgumentException("Not a workspace name: " + name);
        }
    }

    /** Whether a workspace can be named so. */
    public static boolean isName(String name) {
        if (name.isEmpty() || !isLetter(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (!isOfName(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfName(char letter) {
        return isLetter(letter) || (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
    }

    private static boolean isLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    /** The workspace a node lies in. */
    public static Workspace of(Node node) throws RepositoryException {
        return ofStorePath(node.getPath());
    }

    /** The workspace of a path in the store. */
    public static Workspace ofStorePath(String path) {
        int end = path.indexOf('/', 1);
        return new Workspace(end < 0 ? path.substring(1) : path.substring(1, end));
    }

    /** The path of a node within its workspace; {@code /} for the workspace itself. */
    public static String path(Node node) throws RepositoryException {
        return pathInWorkspace(node.getPath());
    }

    /** The part of a path in the store that is within the workspace. */
    public static String pathInWorkspace(String storePath) {
        int end = storePath.indexOf('/', 1);
        return end < 0 ? "/" : storePath.substring(end);
    }

    /** The path in the store of a path in this workspace. */
    public String storePath(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("Not an absolute path: " + path);
        }
        return path.equals("/") ? "/" + name : "/" + name + path;
    }

    public boolean exists(Session session) throws RepositoryException {
        return session.nodeExists("/" + name);
    }

    public Node root(Session session) throws RepositoryException {
        return session.getNode("/" + name);
    }

    /** The node at a path of this workspace, if there is one that the session may read; whatever is no path has none. */
    public Optional<Node> node(Session session, String path) throws RepositoryException {
        return isWellFormed(path) && session.nodeExists(storePath(path))
                ? Optional.of(session.getNode(storePath(path)))
                : Optional.empty();
    }

    /** The node with this identifier, if it lies in this workspace and the session may read it. */
    public Optional<Node> nodeById(Session session, String identifier) throws RepositoryException {
        return byId(session, identifier).filter(node -> {
            try {
                return of(node).equals(this);
            } catch (RepositoryException e) {
                throw new RepositoryFailure(e);
            }
        });
    }

    /** The node with this identifier in any workspace. */
    public static Optional<Node> byId(Session session, String identifier) throws RepositoryException {
        Optional<Node> saved = savedById(session, identifier);
        return saved.isEmpty() && session.hasPendingChanges() && isIdentifier(identifier)
                ? asked(session, identifier)
                : saved;
    }

    /**
     * As {@link #byId}, but for nodes that the session itself has added and not saved: for those Oak looks through all that is
     * unsaved.
     */
    public static Optional<Node> savedById(Session session, String identifier) throws RepositoryException {
        Optional<String> path = isIdentifier(identifier) ? TreeRepository.path(session, identifier) : Optional.empty();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (session.nodeExists(path.get())) {
            Node there = session.getNode(path.get());
            if (there.getIdentifier().equals(identifier)) {
                return Optional.of(there);
            }
        }
        // the session moved it, or sees it where it was before
        return asked(session, identifier);
    }

    private static Optional<Node> asked(Session session, String identifier) throws RepositoryException {
        try {
            return Optional.of(session.getNodeByIdentifier(identifier));
        } catch (ItemNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Whether a text has the form of a node's identifier. */
    public static boolean isIdentifier(String identifier) {
        return IDENTIFIER.matcher(identifier).matches();
    }

    /** Whether a path taken from a request may be asked of the store: no empty, dotted or over-long step, and not too many. */
    public static boolean isWellFormed(String path) {
        if (!path.startsWith("/") || path.length() > 2000) {
            return false;
        }
        if (path.equals("/")) {
            return true;
        }
        int start = 1;
        int depth = 1;
        for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
            if (!isStep(path, start, slash) || ++depth > MAX_DEPTH) {
                return false;
            }
            start = slash + 1;
        }
        return isStep(path, start, path.length());
    }

    /** Whether a part of a path names a node: asked several times a page for each node, so without taking it apart. */
    private static boolean isStep(String path, int start, int end) {
        int colons = 0;
        boolean isDots = true;
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            if (c < 0x20 || "[]*|".indexOf(c) >= 0 || (c == ':' && (i == start || i == end - 1 || ++colons > 1))) {
                return false;
            }
            isDots &= c == '.';
        }
        return start < end && !(isDots && end - start <= 2);
    }
}
