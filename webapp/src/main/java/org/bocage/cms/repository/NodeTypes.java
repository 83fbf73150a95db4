package org.bocage.cms.repository;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.jcr.NamespaceRegistry;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.nodetype.NodeTypeManager;
import org.apache.jackrabbit.commons.cnd.CndImporter;
import org.apache.jackrabbit.commons.cnd.ParseException;
import org.bocage.cms.repository.failures.RepositoryFailure;

/** Node types: Magnolia's, and those that content types declare. Existing types are never altered. */
public final class NodeTypes {

    /** Where Oak keeps what is declared. */
    public static final String PLACE = "/jcr:system/jcr:nodeTypes";

    /** Properties of JCR that are protected in the node types that declare them (JSR 283, 3.7). */
    private static final Set<String> PROTECTED = Set.of(
            "jcr:primaryType",
            "jcr:mixinTypes",
            "jcr:uuid",
            "jcr:created",
            "jcr:createdBy",
            "jcr:etag",
            "jcr:lockOwner",
            "jcr:lockIsDeep",
            "jcr:isCheckedOut",
            "jcr:versionHistory",
            "jcr:baseVersion",
            "jcr:predecessors",
            "jcr:mergeFailed",
            "jcr:activity",
            "jcr:configuration",
            "jcr:lifecyclePolicy",
            "jcr:currentLifecycleState");

    /** Begins the name of each property that speaks of the history of the node that has it. */
    public static final String HISTORY = "bocage:revision";

    private NodeTypes() {}

    /**
     * Registers the node types of content types that the store does not have, all in one go: for each registration Oak
     * looks at every type there is.
     *
     * @param namespaces prefixes with their URIs
     * @param supertypes of each prefixed name: {@code mgnl:content} for items, {@code mgnl:contentNode} for what lies in them
     */
    public static void ensure(Session session, Map<String, String> namespaces, Map<String, String> supertypes)
            throws RepositoryException {
        for (Map.Entry<String, String> namespace : namespaces.entrySet()) {
            ensureNamespace(session, namespace.getKey(), namespace.getValue());
        }
        NodeTypeManager known = session.getWorkspace().getNodeTypeManager();
        StringBuilder cnd = new StringBuilder();
        for (Map.Entry<String, String> type : supertypes.entrySet()) {
            if (!known.hasNodeType(type.getKey())) {
                cnd.append("[%s] > %s orderable%n".formatted(type.getKey(), type.getValue()));
            }
        }
        if (!cnd.isEmpty()) {
            register(session, new StringReader(cnd.toString()));
        }
    }

    /** Makes a workspace; {@code website} keeps its pages in order. */
    public static void ensureWorkspace(Session session, Workspace workspace) throws RepositoryException {
        if (!workspace.exists(session)) {
            String type = workspace.equals(Workspace.WEBSITE) ? "bocage:pages" : "bocage:workspace";
            session.getRootNode().addNode(workspace.name(), type);
        }
    }

    public static void registerMagnolias(Session session) throws RepositoryException {
        if (session.getWorkspace().getNodeTypeManager().hasNodeType("bocage:revision")) {
            return;
        }
        try (Reader cnd = new InputStreamReader(
                Objects.requireNonNull(NodeTypes.class.getResourceAsStream("magnolia.cnd")), StandardCharsets.UTF_8)) {
            register(session, cnd);
        } catch (IOException e) {
            throw new RepositoryFailure("magnolia.cnd cannot be read", e);
        }
    }

    private static void register(Session session, Reader cnd) throws RepositoryException {
        try {
            CndImporter.registerNodeTypes(cnd, session);
        } catch (ParseException | IOException e) {
            throw new RepositoryException("Node types cannot be read: " + e.getMessage(), e);
        }
    }

    /** Declares a namespace that the store does not have. */
    public static void ensureNamespace(Session session, String prefix, String uri) throws RepositoryException {
        NamespaceRegistry registry = session.getWorkspace().getNamespaceRegistry();
        if (!hasPrefix(session, prefix)) {
            registry.registerNamespace(prefix, uri);
        }
    }

    /** Whether the store has a namespace of this prefix. */
    public static boolean hasPrefix(Session session, String prefix) throws RepositoryException {
        return Arrays.asList(session.getWorkspace().getNamespaceRegistry().getPrefixes())
                .contains(prefix);
    }

    /** Whether a property speaks of the history of the node that has it, and does not go along to another store. */
    public static boolean isAboutHistory(String property) {
        return property.startsWith(HISTORY);
    }

    /**
     * Whether a property is written by the repository alone: known by its name, for to ask for the definition of each property
     * of a large import took most of its time.
     */
    public static boolean isProtected(String name) {
        return PROTECTED.contains(name) || name.startsWith("rep:");
    }
}
