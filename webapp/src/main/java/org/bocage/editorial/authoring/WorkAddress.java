package org.bocage.editorial.authoring;

import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Workspace;

/** Where one works on something of the author store: a page in its editor, a file in the library, a content in its form. */
public final class WorkAddress {

    private WorkAddress() {}

    /** The address in the private space. */
    public static String of(Node node) throws RepositoryException {
        return of(Workspace.of(node).name(), node.getIdentifier(), Workspace.path(node));
    }

    static String of(Item item) {
        return of(item.workspace(), item.id(), item.path());
    }

    static String of(String workspace, String id, String path) {
        if (workspace.equals(Workspace.WEBSITE.name())) {
            return EditorPages.address(path);
        }
        return workspace.equals(Workspace.DAM.name())
                ? MediaLibrary.address("jcr:" + id)
                : "/espace/" + workspace + "/" + id;
    }
}
