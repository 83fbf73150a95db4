package org.bocage.editorial.publishing.bootstrap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.KnownType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;

/**
 * The content types that were ever in force, kept in the author store, at {@code config:/types}: at a start with a broken file they
 * tell which items are not to go on line, and what was restricted and is not any more. They stay until somebody removes their node.
 */
final class KnownTypes {

    private static final Workspace CONFIG = new Workspace("config");
    private static final String NODE = "types";

    private final WritableStore author;
    private final DefinitionRegistry registry;

    KnownTypes(WritableStore author, DefinitionRegistry registry) {
        this.author = author;
        this.registry = registry;
    }

    /** Tells the registry of those that earlier runs left. */
    void recall() {
        registry.remember(author.read(Identity.SYSTEM, session -> {
            List<KnownType> types = new ArrayList<>();
            Optional<Node> node = CONFIG.node(session, "/" + NODE);
            if (node.isPresent()) {
                for (NodeIterator nodes = node.get().getNodes(); nodes.hasNext(); ) {
                    types.add(read(nodes.nextNode()));
                }
            }
            return types;
        }));
    }

    /** Notes those of this run, before anything of theirs goes on line. */
    void note() {
        Collection<KnownType> types = registry.known();
        author.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, CONFIG);
            Node root = CONFIG.root(session);
            Node node = root.hasNode(NODE) ? root.getNode(NODE) : root.addNode(NODE, "mgnl:contentNode");
            for (KnownType type : types) {
                String name = type.workspace() + "." + type.nodeType().replace(':', '.');
                write(node.hasNode(name) ? node.getNode(name) : node.addNode(name, "mgnl:contentNode"), type);
            }
        });
    }

    private static KnownType read(Node node) throws RepositoryException {
        return new KnownType(
                node.getProperty("type").getString(),
                node.getProperty("workspace").getString(),
                node.getProperty("nodeType").getString(),
                node.getProperty("extended").getBoolean(),
                restrictions(node),
                node.getProperty("file").getString());
    }

    private static List<String> restrictions(Node node) throws RepositoryException {
        List<String> restrictions = new ArrayList<>();
        for (Value value : node.getProperty("restrictions").getValues()) {
            restrictions.add(value.getString());
        }
        return restrictions;
    }

    private static void write(Node node, KnownType type) throws RepositoryException {
        if (node.isNew() || !read(node).equals(type)) {
            node.setProperty("type", type.name());
            node.setProperty("workspace", type.workspace());
            node.setProperty("nodeType", type.nodeType());
            node.setProperty("extended", type.extended());
            node.setProperty("restrictions", type.restrictions().toArray(String[]::new));
            node.setProperty("file", type.file());
        }
    }
}
