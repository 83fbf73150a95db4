package org.bocage.portal.forms;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.publishing.exchange.OwnWorkspace;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The workspace of the author store, open to no role, where waits what nobody confirmed yet. */
@Component
public class UnconfirmedSubmissions {

    /** Proposals to confirm, under the hash of what their link carries. */
    public static final String WAITING = "attente";
    /** Pictures sent along, until the proposal they belong to is confirmed. */
    public static final String FILES = "fichiers";

    /** Folder of today's senders, by the hash of their address. */
    public static final String SENT = "envois";

    public static final Workspace WORKSPACE = new Workspace("propositions");

    /** The workspace stays with this installation. */
    @Bean
    static OwnWorkspace submissionsUnconfirmed() {
        return new OwnWorkspace(WORKSPACE.name());
    }

    UnconfirmedSubmissions(Stores stores) {
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, WORKSPACE);
            for (String folder : List.of(WAITING, FILES, SENT)) {
                if (!root(session).hasNode(folder)) {
                    root(session).addNode(folder, "bocage:workspace");
                }
            }
        });
    }

    public Node root(Session session) throws RepositoryException {
        return WORKSPACE.root(session);
    }

    /** A folder of it, made when it is not there. */
    public Node folder(Session session, String name) throws RepositoryException {
        Node root = root(session);
        return root.hasNode(name) ? root.getNode(name) : root.addNode(name, "bocage:workspace");
    }

    /** Returns the nodes that lie in a folder. */
    public static List<Node> children(Node folder) throws RepositoryException {
        List<Node> children = new ArrayList<>();
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            children.add(nodes.nextNode());
        }
        return children;
    }
}
