package org.bocage.editorial.screens;

import java.nio.charset.StandardCharsets;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Workspace;
import org.springframework.web.util.UriUtils;

/** Where one works on something of the author store: a page in its editor, a file in the library, a content in its form. */
public final class WorkAddress {

    /** The form that takes content from another Magnolia. */
    public static final String IMPORT = "/espace/reglages/importer";

    /** Address to which a telephone shares something. */
    public static final String SHARE = "/espace/partage";

    /** Parameter of a content's form: the revision that somebody saw when they pressed something that was not done. */
    public static final String SINCE = "depuis";

    private WorkAddress() {}

    /** Returns the address at which a page is edited. */
    public static String page(String path) {
        return "/espace/pages" + UriUtils.encodePath(path, StandardCharsets.UTF_8);
    }

    /** Returns the address of the screen of an asset. */
    public static String asset(String key) {
        return "/espace/medias/" + key.substring("jcr:".length());
    }

    /** The address in the private space. */
    public static String of(Node node) throws RepositoryException {
        return of(Workspace.of(node).name(), node.getIdentifier(), Workspace.path(node));
    }

    /** Returns the address of the form of a content that tells what others did since one saw a revision of it. */
    public static String since(Item item, long revision) {
        return of(item) + "?" + SINCE + "=" + revision;
    }

    public static String of(Item item) {
        return of(item.workspace(), item.id(), item.path());
    }

    public static String of(String workspace, String id, String path) {
        if (workspace.equals(Workspace.WEBSITE.name())) {
            return page(path);
        }
        return workspace.equals(Workspace.DAM.name()) ? asset("jcr:" + id) : "/espace/" + workspace + "/" + id;
    }
}
