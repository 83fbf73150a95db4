package org.bocage.cms.repository.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.exchange.BootstrapRefused.Reason;

/**
 * Puts Magnolia's bootstrap and export files into a store, YAML or JCR system view. A node that exists is left alone, or
 * replaced when the import says so. Identifiers are unique in a store, in Magnolia only in a workspace: one that is
 * taken is replaced, references within the import follow, and it is reported.
 */
public final class Bootstrap {

    private static final String DEFAULT_TYPE = "mgnl:contentNode";

    /** Effect of an import on the node of a file. */
    public enum Change {
        ADDED,
        REPLACED,
        /** It exists, and is left alone. */
        KEPT
    }

    /**
     * Effect of one file on the store.
     *
     * @param nodes how many nodes it holds
     * @param mixins names of mixins that nobody declares: they are left out
     */
    public record Outcome(BootstrapFile file, Change change, int nodes, Set<String> mixins) {}

    private final Session session;
    private final DemoShift shift;
    private final ItemHistory history;
    private final boolean replaces;
    private final Identifiers identifiers;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Set<String> assumedTypes = new HashSet<>();

    /**
     * Starts an import that leaves alone what exists.
     *
     * @param session an unrestricted session; the caller saves
     * @param shift added to every date of a node with {@code demo = true}, whole days; its series keep their weekday
     */
    public Bootstrap(Session session, Duration shift) {
        this(session, shift, ItemHistory.NONE, false);
    }

    private Bootstrap(Session session, Duration shift, ItemHistory history, boolean replaces) {
        this.session = session;
        this.shift = new DemoShift(shift.toDays(), "");
        this.history = history;
        this.replaces = replaces;
        this.identifiers = new Identifiers(session);
    }

    /**
     * Starts an import that replaces what exists: an item keeps its identifier, its place, its readers and its sub
     * pages, and what it was stays in its history; a folder keeps what the import does not speak of.
     *
     * @param history of the items that are replaced
     */
    public static Bootstrap replacing(Session session, ItemHistory history) {
        return new Bootstrap(session, Duration.ZERO, history, true);
    }

    /** Identifiers that were taken, with those given instead. */
    public Map<String, String> replacedIdentifiers() {
        return identifiers.replaced();
    }

    /** Takes for declared what node type files of the same import declare, when it is only looked at. */
    public void assume(NodeTypeFiles.Declared declared) {
        declared.namespaces().forEach((prefix, uri) -> prefixes.putIfAbsent(uri, prefix));
        assumedTypes.addAll(declared.types());
    }

    /** As {@link #run(String, InputStream)}, for a file of any format, without putting anything. */
    public Outcome look(String fileName, InputStream content) throws RepositoryException {
        BootstrapFile file = BootstrapFile.of(fileName);
        return look(file, read(file, content));
    }

    /**
     * Imports one file.
     *
     * @param fileName {@code website.accueil.yaml}; a dot within a node's name is doubled
     * @return whether something was imported; false when the node exists
     * @throws BootstrapRefused when the name or the text is not a bootstrap file's, or speaks of a node type that nobody
     *     declares; nothing was added then
     */
    public boolean run(String fileName, InputStream content) throws RepositoryException {
        BootstrapFile file = BootstrapFile.of(fileName);
        Map<String, Object> node = read(file, content);
        Outcome outcome = look(file, node);
        NodeTypes.ensureWorkspace(session, file.workspace());
        if (outcome.change() == Change.KEPT) {
            return false;
        }
        BootstrapWriter writer = new BootstrapWriter(file.workspace(), identifiers, outcome.mixins(), history);
        Node root = file.workspace().root(session);
        if (!file.steps().isEmpty()) {
            Node parent = root;
            for (String step : file.steps().subList(0, file.steps().size() - 1)) {
                parent = parent.hasNode(step) ? parent.getNode(step) : parent.addNode(step, "mgnl:folder");
            }
            writer.put(parent, last(file), node, shift);
            return true;
        }
        for (Map.Entry<String, Map<String, Object>> child : children(node).entrySet()) {
            if (replaces || !root.hasNode(child.getKey())) {
                writer.put(root, child.getKey(), child.getValue(), shift);
            }
        }
        return true;
    }

    /** The workspace a bootstrap file is for. */
    public static Workspace workspace(String fileName) {
        return BootstrapFile.of(fileName).workspace();
    }

    private static String last(BootstrapFile file) {
        return file.steps().get(file.steps().size() - 1);
    }

    /** Reads the content of a file, with the namespace prefixes of this store. */
    public Map<String, Object> read(BootstrapFile file, InputStream content) throws RepositoryException {
        if (prefixes.isEmpty() || !prefixes.containsValue("jcr")) {
            for (String prefix : session.getNamespacePrefixes()) {
                prefixes.put(session.getNamespaceURI(prefix), prefix);
            }
        }
        try {
            return file.read(content, prefixes);
        } catch (IOException e) {
            throw (BootstrapRefused) new BootstrapRefused(Reason.UNREADABLE, file.name(), "").initCause(e);
        }
    }

    private Outcome look(BootstrapFile file, Map<String, Object> node) throws RepositoryException {
        Set<String> mixins = new TreeSet<>();
        int nodes;
        Change change;
        String place = file.workspace().storePath(file.path());
        if (file.steps().isEmpty()) {
            nodes = 0;
            change = Change.KEPT;
            for (Map.Entry<String, Map<String, Object>> child : children(node).entrySet()) {
                String path = place + "/" + child.getKey();
                Change one = change(path);
                change = one == Change.KEPT || change == Change.REPLACED ? change : one;
                if (one != Change.KEPT) {
                    nodes += check(file, path, child.getValue(), mixins);
                }
            }
        } else {
            change = change(place);
            nodes = check(file, place, node, mixins);
        }
        return new Outcome(file, change, nodes, mixins);
    }

    private Change change(String path) throws RepositoryException {
        if (!session.nodeExists(path)) {
            return Change.ADDED;
        }
        return replaces ? Change.REPLACED : Change.KEPT;
    }

    /** Everything that could refuse a node, before anything is put; and what its identifier will be. */
    private int check(BootstrapFile file, String path, Map<String, Object> node, Set<String> mixins)
            throws RepositoryException {
        String type = String.valueOf(node.getOrDefault("jcr:primaryType", DEFAULT_TYPE));
        if (!isDeclared(type)) {
            throw new BootstrapRefused(Reason.NODE_TYPE, file.name(), type);
        }
        if (node.get("jcr:mixinTypes") instanceof Collection<?> named) {
            for (Object mixin : named) {
                if (!isDeclared(String.valueOf(mixin))) {
                    mixins.add(String.valueOf(mixin));
                }
            }
        }
        identify(file, path, node, type);
        if (!Workspace.isWellFormed(path)) {
            throw new BootstrapRefused(Reason.TOO_LARGE, file.name(), String.valueOf(Workspace.MAX_DEPTH));
        }
        int count = 1;
        for (Map.Entry<String, Object> entry : node.entrySet()) {
            if (!Workspace.isWellFormed("/" + entry.getKey()) || entry.getKey().indexOf('/') >= 0) {
                throw new BootstrapRefused(Reason.NAME, file.name(), entry.getKey());
            }
            if (entry.getValue() instanceof Map<?, ?>) {
                count += check(file, path + "/" + entry.getKey(), BootstrapYaml.asMap(entry.getValue()), mixins);
            }
        }
        return count;
    }

    private void identify(BootstrapFile file, String path, Map<String, Object> node, String type)
            throws RepositoryException {
        Object uuid = node.get("jcr:uuid");
        if (replaces && session.nodeExists(path)) {
            Node present = session.getNode(path);
            boolean sameType = present.getPrimaryNodeType().getName().equals(type);
            if (!sameType && !BootstrapWriter.isPart(present)) {
                throw new BootstrapRefused(
                        Reason.OTHER_TYPE,
                        file.name(),
                        present.getPrimaryNodeType().getName() + ", " + type + ": " + Workspace.pathInWorkspace(path));
            }
            if (sameType && uuid != null && present.isNodeType("mix:referenceable")) {
                identifiers.keep(path, String.valueOf(uuid), present.getIdentifier());
                return;
            }
        }
        if (uuid != null) {
            identifiers.claim(file.workspace(), path, String.valueOf(uuid));
        }
    }

    private boolean isDeclared(String type) throws RepositoryException {
        return assumedTypes.contains(type)
                || (Workspace.isWellFormed("/" + type)
                        && session.getWorkspace().getNodeTypeManager().hasNodeType(type));
    }

    private static Map<String, Map<String, Object>> children(Map<String, Object> node) {
        Map<String, Map<String, Object>> children = new LinkedHashMap<>();
        node.forEach((name, value) -> {
            // the root of a workspace in Magnolia holds the repository's own tree
            if (value instanceof Map<?, ?> && !name.startsWith("jcr:") && !name.startsWith("rep:")) {
                children.put(name, BootstrapYaml.asMap(value));
            }
        });
        return children;
    }
}
