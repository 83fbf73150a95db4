package org.bocage.cms.repository;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.NamespaceRegistry;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.nodetype.NodeTypeManager;
import org.apache.jackrabbit.commons.cnd.CndImporter;
import org.apache.jackrabbit.commons.cnd.ParseException;

/** Node types: Magnolia's, and those that content types declare. Existing types are never altered. */
public final class NodeTypes {

    /** Namespaces under another address in older exports and node type files. */
    static final Map<String, String> NEWER_NAMESPACES =
            Map.of("http://www.magnolia.info/jcr/mgnl", "https://www.magnolia-cms.com/jcr/mgnl");

    /** Properties of JCR that are protected in the node types that declare them (JSR 283, 3.7). */
    /** Where Oak keeps what is declared. */
    static final String PLACE = "/jcr:system/jcr:nodeTypes";

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

    private static final Pattern NAMESPACE =
            Pattern.compile("^\\s*<\\s*'?([\\w.-]+)'?\\s*=\\s*['\"]([^'\"]+)['\"]\\s*>", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("^\\s*\\[\\s*'?([\\w.:-]+)'?\\s*\\]", Pattern.MULTILINE);

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

    /**
     * Declarations of a node type file.
     *
     * @param namespaces prefixes with their URIs
     * @param types names of node types
     */
    public record Declared(Map<String, String> namespaces, Set<String> types) {}

    /**
     * Reads a node type file (CND, JSR 283, 25.2) without declaring anything.
     *
     * @throws BootstrapRefused when it says something else of a prefix that the store has
     */
    public static Declared read(Session session, String fileName, String cnd) throws RepositoryException {
        Map<String, String> namespaces = new LinkedHashMap<>();
        Matcher namespace = NAMESPACE.matcher(cnd);
        while (namespace.find()) {
            String prefix = namespace.group(1);
            String uri = NEWER_NAMESPACES.getOrDefault(namespace.group(2), namespace.group(2));
            if (hasPrefix(session, prefix) && !session.getNamespaceURI(prefix).equals(uri)) {
                throw new BootstrapRefused(BootstrapRefused.Reason.NODE_TYPES, fileName, prefix + " = " + uri);
            }
            namespaces.put(prefix, uri);
        }
        Set<String> types = new TreeSet<>();
        Matcher type = TYPE.matcher(cnd);
        while (type.find()) {
            types.add(type.group(1));
        }
        if (types.isEmpty()) {
            throw new BootstrapRefused(BootstrapRefused.Reason.NODE_TYPES, fileName, "");
        }
        return new Declared(namespaces, types);
    }

    /**
     * Declares the node types of a file; those that exist stay as they are.
     *
     * @throws BootstrapRefused when it cannot be read
     */
    public static void declare(Session session, String fileName, String cnd) throws RepositoryException {
        for (Map.Entry<String, String> namespace :
                read(session, fileName, cnd).namespaces().entrySet()) {
            ensureNamespace(session, namespace.getKey(), namespace.getValue());
        }
        try {
            CndImporter.registerNodeTypes(new StringReader(withNewerNamespaces(cnd)), session);
        } catch (ParseException | IOException e) {
            throw (BootstrapRefused)
                    new BootstrapRefused(BootstrapRefused.Reason.NODE_TYPES, fileName, String.valueOf(e.getMessage()))
                            .initCause(e);
        }
    }

    private static String withNewerNamespaces(String cnd) {
        return NAMESPACE.matcher(cnd).replaceAll(declaration -> {
            String newer = NEWER_NAMESPACES.get(declaration.group(2));
            String text = declaration.group();
            return Matcher.quoteReplacement(newer == null ? text : text.replace(declaration.group(2), newer));
        });
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
        if (!hasPrefix(session, prefix)) {
            registry.registerNamespace(prefix, uri);
        }
    }

    private static boolean hasPrefix(Session session, String prefix) throws RepositoryException {
        return Arrays.asList(session.getWorkspace().getNamespaceRegistry().getPrefixes())
                .contains(prefix);
    }

    /**
     * Whether a property is written by the repository alone: known by its name, for to ask for the definition of each property
     * of a large import took most of its time.
     */
    public static boolean isProtected(String name) {
        return PROTECTED.contains(name) || name.startsWith("rep:");
    }
}
