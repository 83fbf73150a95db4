package org.bocage.cms.repository.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.cnd.CndImporter;
import org.apache.jackrabbit.commons.cnd.ParseException;
import org.bocage.cms.repository.NodeTypes;

/** Node type files (CND, JSR 283, 25.2), which come with an import. Existing types are never altered. */
public final class NodeTypeFiles {

    /** Namespaces under another address in older exports and node type files. */
    static final Map<String, String> NEWER_NAMESPACES =
            Map.of("http://www.magnolia.info/jcr/mgnl", "https://www.magnolia-cms.com/jcr/mgnl");

    private static final Pattern NAMESPACE =
            Pattern.compile("^\\s*<\\s*'?([\\w.-]+)'?\\s*=\\s*['\"]([^'\"]+)['\"]\\s*>", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("^\\s*\\[\\s*'?([\\w.:-]+)'?\\s*\\]", Pattern.MULTILINE);

    private NodeTypeFiles() {}

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
            if (NodeTypes.hasPrefix(session, prefix)
                    && !session.getNamespaceURI(prefix).equals(uri)) {
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
            NodeTypes.ensureNamespace(session, namespace.getKey(), namespace.getValue());
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
}
