package org.bocage.editorial.publishing;

import java.util.List;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.ContentType;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.AccessControl;
import org.bocage.cms.repository.AccessRule;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;

/** Gives both stores the workspaces and node types that the content types declare. */
final class ContentTypeNodes {

    private static final String ADMINISTRATOR = "admin";
    private static final long READ = 8;
    private static final long ALL = 63;

    private ContentTypeNodes() {}

    static void ensure(Store store, Definitions definitions) {
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, Workspace.WEBSITE);
            NodeTypes.ensureWorkspace(session, Workspace.DAM);
            if (store.name().equals("published")) {
                AccessControl.ensureTrials(session, Workspace.WEBSITE);
                AccessControl.ensureTrials(session, Workspace.DAM);
            }
            administered(session, store, Workspace.WEBSITE);
            administered(session, store, Workspace.DAM);
            for (ContentType type : definitions.contentTypes()) {
                if (type.autoCreate()) {
                    ensure(session, type);
                    administered(session, store, new Workspace(type.workspace()));
                }
            }
        });
    }

    private static void ensure(Session session, ContentType type) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, new Workspace(type.workspace()));
        if (!type.nodeType().isEmpty()) {
            NodeTypes.ensure(session, type.namespaces(), type.nodeType(), "mgnl:content");
        }
        for (ContentType.SubModel inner : type.subModels().values()) {
            NodeTypes.ensure(session, type.namespaces(), inner.nodeType(), "mgnl:contentNode");
        }
    }

    /** As Magnolia does for its superuser: all rights where one writes, reading what is published. */
    private static void administered(Session session, Store store, Workspace workspace) throws RepositoryException {
        long permissions = store.name().equals("author") ? ALL : READ;
        AccessControl.ensureRole(session, workspace, ADMINISTRATOR, List.of(new AccessRule("/*", permissions)));
    }
}
