package org.bocage.portal.fediverse;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ModuleWorkspace;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Workspace of the author store in which followers, deliveries and what was told lie, in folders without an order. */
@Component
class FediverseStore {

    static final Workspace WORKSPACE = new Workspace("fediverse");

    private static final String FOLDER = "bocage:workspace";
    private static final int PREFIX = 2;

    private final WritableStore store;

    /** It is no content: neither listed nor exchanged. */
    @Bean
    static ModuleWorkspace fediverseKept() {
        return new ModuleWorkspace(WORKSPACE.name(), ModuleWorkspace.Kind.TECHNICAL);
    }

    FediverseStore(Stores stores) {
        this.store = stores.author();
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    WritableStore store() {
        return store;
    }

    /** A folder at a path of names; made where it is not there. */
    static Node folder(Session session, String... names) throws RepositoryException {
        Node folder = WORKSPACE.root(session);
        for (String name : names) {
            folder = folder.hasNode(name) ? folder.getNode(name) : folder.addNode(name, FOLDER);
        }
        return folder;
    }

    /** Forgets followers, deliveries, replies and what was told. The caller saves. */
    static void clear(Session session) throws RepositoryException {
        for (Node one : children(WORKSPACE.root(session))) {
            one.remove();
        }
    }

    /** All entries of a folder whose entries are spread over folders. */
    static List<Node> spread(Session session, String... names) throws RepositoryException {
        List<Node> entries = new ArrayList<>();
        String path = "/" + String.join("/", names);
        if (WORKSPACE.node(session, path).isPresent()) {
            for (Node one : children(WORKSPACE.node(session, path).get())) {
                entries.addAll(children(one));
            }
        }
        return entries;
    }

    static List<Node> children(Node folder) throws RepositoryException {
        List<Node> children = new ArrayList<>();
        for (NodeIterator all = folder.getNodes(); all.hasNext(); ) {
            Node child = all.nextNode();
            if (!child.getName().startsWith("rep:")) {
                children.add(child);
            }
        }
        return children;
    }

    /** The name of the entry of something that has an address. */
    static String name(String address) {
        return DigestUtils.sha256Hex(address);
    }

    /** The folder in which an entry lies: by two signs of its name that spread well. */
    static String prefix(String name) {
        return name.substring(name.length() - PREFIX);
    }

    static String text(Node node, String property) throws RepositoryException {
        return node.hasProperty(property) ? node.getProperty(property).getString() : "";
    }
}
