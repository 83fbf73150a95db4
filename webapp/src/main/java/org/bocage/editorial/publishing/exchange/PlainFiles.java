package org.bocage.editorial.publishing.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.failures.RepositoryFailure;

/** The files of the media library as they were brought, in the folders they lie in. */
final class PlainFiles implements Takeaway {

    private final Stores stores;

    PlainFiles(Stores stores) {
        this.stores = stores;
    }

    @Override
    public void write(Identity reader, String base, Archive archive) throws IOException {
        Session session = stores.author().login(reader);
        try {
            if (Workspace.DAM.exists(session)) {
                below(Workspace.DAM.root(session), archive);
            }
        } catch (RepositoryException e) {
            throw new RepositoryFailure("Files cannot be exported", e);
        } finally {
            session.logout();
        }
    }

    private static void below(Node parent, Archive archive) throws RepositoryException, IOException {
        for (NodeIterator nodes = parent.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType("mgnl:asset") && node.hasProperty("jcr:content/jcr:data")) {
                file(node, archive);
            } else if (node.isNodeType("mgnl:folder")) {
                below(node, archive);
            }
        }
    }

    /** Two files of a folder may bear the same name, their nodes do not. */
    private static void file(Node asset, Archive archive) throws RepositoryException, IOException {
        String path = Workspace.path(asset);
        String ending = ending(asset);
        String name = path.endsWith(ending) ? path : path + ending;
        Binary data = asset.getProperty("jcr:content/jcr:data").getBinary();
        try (InputStream in = data.getStream()) {
            OutputStream out = archive.file("fichiers" + name);
            in.transferTo(out);
        } finally {
            data.dispose();
        }
    }

    private static String ending(Node asset) throws RepositoryException {
        String name = asset.hasProperty("jcr:content/fileName")
                ? asset.getProperty("jcr:content/fileName").getString()
                : "";
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).replaceAll("[^.A-Za-z0-9]", "");
    }
}
