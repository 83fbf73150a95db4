package org.bocage.cms.repository.config;

import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;

/**
 * Settings in the shape of files of the config folder, kept in the author store where a screen changes them: no content, and so
 * neither published nor exported.
 */
public final class KeptSettings {

    /** The workspace of what the portal keeps of itself. */
    public static final Workspace WORKSPACE = new Workspace("config");

    private static final String FOLDER = "reglages";
    private static final String CHANGE = "change";
    private static final String TYPE = "mgnl:contentNode";

    private final ConfigFiles files;
    private final Stores stores;

    KeptSettings(ConfigFiles files, Stores stores) {
        this.files = files;
        this.stores = stores;
    }

    /**
     * The settings of one file.
     *
     * @param name {@code contact.yaml}
     * @param module class beside which the settings lie that count while nobody made others
     */
    public SettingsFile file(String name, Class<?> module) {
        return new SettingsFile(name, module, files, stores);
    }

    /** Makes the pages that tell settings be rendered anew: in the published store lies when some changed last, and nothing else. */
    public void refreshPages() {
        new PublishedWriter(stores)
                .write(session ->
                        folder(session).setProperty(CHANGE, UUID.randomUUID().toString()));
    }

    /** The node that holds what is kept of a file; made where it is not there yet. The caller saves. */
    public static Node node(Session session, String name) throws RepositoryException {
        return child(folder(session), name);
    }

    /** Path in the workspace of what is kept of a file. */
    static String path(String name) {
        return "/" + FOLDER + "/" + name;
    }

    private static Node folder(Session session) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, WORKSPACE);
        return child(WORKSPACE.root(session), FOLDER);
    }

    private static Node child(Node parent, String name) throws RepositoryException {
        return parent.hasNode(name) ? parent.getNode(name) : parent.addNode(name, TYPE);
    }
}
