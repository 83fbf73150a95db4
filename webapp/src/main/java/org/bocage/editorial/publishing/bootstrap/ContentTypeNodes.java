package org.bocage.editorial.publishing.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.Resources;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.exchange.BootstrapRefused;
import org.bocage.cms.repository.exchange.NodeTypeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives both stores the workspaces and node types that the content types declare. */
public final class ContentTypeNodes {

    private static final Logger log = LoggerFactory.getLogger(ContentTypeNodes.class);

    private static final int MOST_BYTES = 200_000;
    private static final String ADMINISTRATOR = "admin";
    private static final long READ = 8;
    static final long ALL = 63;

    private ContentTypeNodes() {}

    public static void ensure(Stores stores, Definitions definitions) {
        stores.author().update(Identity.SYSTEM, session -> ensure(session, definitions, ALL));
        new PublishedWriter(stores).write(session -> ensure(session, definitions, READ));
    }

    /**
     * Gives a store the workspaces and node types that the definitions ask for.
     *
     * @param permissions of the administrator: as Magnolia's superuser all where one writes, reading what is published
     */
    public static void ensure(Session session, Definitions definitions, long permissions) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, Workspace.WEBSITE);
        NodeTypes.ensureWorkspace(session, Workspace.DAM);
        administered(session, permissions, Workspace.WEBSITE);
        administered(session, permissions, Workspace.DAM);
        List<ContentType> types = definitions.contentTypes().stream()
                .filter(ContentType::autoCreate)
                .toList();
        declareAll(session, types, definitions.resources());
        for (ContentType type : types) {
            Workspace workspace = new Workspace(type.workspace());
            NodeTypes.ensureWorkspace(session, workspace);
            administered(session, permissions, workspace);
        }
    }

    private static void declareAll(Session session, List<ContentType> types, Resources resources)
            throws RepositoryException {
        Map<String, String> namespaces = new LinkedHashMap<>();
        Map<String, String> supertypes = new LinkedHashMap<>();
        for (ContentType type : types) {
            if (!type.nodeTypeDefinition().isEmpty()) {
                declare(session, type.nodeTypeDefinition(), resources);
                continue;
            }
            type.namespaces().forEach(namespaces::putIfAbsent);
            if (!type.nodeType().isEmpty()) {
                supertypes.putIfAbsent(type.nodeType(), "mgnl:content");
            }
            for (ContentType.SubModel inner : type.subModels().values()) {
                supertypes.putIfAbsent(inner.nodeType(), "mgnl:contentNode");
            }
        }
        NodeTypes.ensure(session, namespaces, supertypes);
    }

    /** The node types of a file and no others; a file that cannot be taken leaves the type without items, and is told. */
    private static void declare(Session session, String path, Resources resources) throws RepositoryException {
        Optional<Resource> file = resources.get(path);
        if (file.isEmpty()) {
            return;
        }
        try (InputStream in = file.get().open()) {
            byte[] text = in.readNBytes(MOST_BYTES + 1);
            if (text.length > MOST_BYTES) {
                log.error("{} was left out: it has more than {} bytes", path, MOST_BYTES);
                return;
            }
            NodeTypeFiles.declare(session, path, new String(text, StandardCharsets.UTF_8));
        } catch (IOException | BootstrapRefused e) {
            log.error("{} was left out: {}", path, e.getMessage());
        }
    }

    private static void administered(Session session, long permissions, Workspace workspace)
            throws RepositoryException {
        AccessControl.ensureRole(session, workspace, ADMINISTRATOR, List.of(new AccessRule("/*", permissions)));
    }
}
