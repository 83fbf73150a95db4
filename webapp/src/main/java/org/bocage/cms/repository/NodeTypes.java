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
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.cnd.CndImporter;
import org.apache.jackrabbit.commons.cnd.ParseException;

/** Node types: Magnolia's, and those that content types declare. Existing types are never altered. */
public final class NodeTypes {

    private static final Set<String> ALWAYS_PROTECTED = Set.of("jcr:primaryType", "jcr:mixinTypes", "jcr:uuid");

    private NodeTypes() {}

    /**
     * Registers a node type of a content type.
     *
     * @param namespaces prefixes with their URIs
     * @param name the prefixed name
     * @param supertype {@code mgnl:content} for items, {@code mgnl:contentNode} for what lies in them
     */
    public static void ensure(Session session, Map<String, String> namespaces, String name, String supertype)
            throws RepositoryException {
        for (Map.Entry<String, String> namespace : namespaces.entrySet()) {
            ensureNamespace(session, namespace.getKey(), namespace.getValue());
        }
        if (!session.getWorkspace().getNodeTypeManager().hasNodeType(name)) {
            register(session, new StringReader("[" + name + "] > " + supertype + " orderable"));
        }
    }

    /** Makes a workspace; {@code website} keeps its pages in order. */
    public static void ensureWorkspace(Session session, Workspace workspace) throws RepositoryException {
        if (!workspace.exists(session)) {
            String type = workspace.equals(Workspace.WEBSITE) ? "bocage:pages" : "bocage:workspace";
            session.getRootNode().addNode(workspace.name(), type);
        }
    }

    static void registerMagnolias(Session session) throws RepositoryException {
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

    private static void ensureNamespace(Session session, String prefix, String uri) throws RepositoryException {
        NamespaceRegistry registry = session.getWorkspace().getNamespaceRegistry();
        if (!Arrays.asList(registry.getPrefixes()).contains(prefix)) {
            registry.registerNamespace(prefix, uri);
        }
    }

    /**
     * Whether a property is written by the repository alone. Only names of JCR and of Oak are; to ask for the definition
     * of each property of a large import took most of its time.
     */
    public static boolean isProtected(Property property) throws RepositoryException {
        String name = property.getName();
        return ALWAYS_PROTECTED.contains(name)
                || ((name.startsWith("jcr:") || name.startsWith("rep:"))
                        && property.getDefinition().isProtected());
    }
}
