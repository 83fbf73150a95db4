package org.bocage.editorial.publishing;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.AccessControl;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentQuery;
import org.bocage.cms.search.Hits;

/** Who may see a picture or a file that is on line: whoever may read one of the items that show it, and nobody else. */
final class AssetAudiences {

    private static final int MOST = 1_000;

    private final ContentIndex index;

    /** @param index that of the published store */
    AssetAudiences(ContentIndex index) {
        this.index = index;
    }

    /** The audience of an asset that is on line when an item of an audience shows it. */
    interface Rule {
        Audience of(Node asset, String item, Audience own) throws RepositoryException;
    }

    /** All that name an asset but one item. */
    static ContentQuery others(String asset, String item) {
        return ContentQuery.anywhere().naming(asset).and(new ContentQuery.NotThis("@id", item));
    }

    /** Where the index does not know all others yet: never narrower than it is. */
    static Audience atLeast(Node asset, String item, Audience own) throws RepositoryException {
        return widest(AccessControl.audienceOf(asset), own);
    }

    /** As the item and all others are now. */
    Audience now(Node asset, String item, Audience own) throws RepositoryException {
        return own == Audience.PUBLIC ? own : widest(ofOthers(asset, item), own);
    }

    /** The widest audience of the others that show it; the narrowest there is when there are none. */
    Audience ofOthers(Node asset, String item) throws RepositoryException {
        Audience widest = Audience.CA;
        ContentQuery others = others(asset.getIdentifier(), item).page(0, MOST);
        for (Hits.Hit hit : index.find(others, Identity.SYSTEM).hits()) {
            Optional<Node> node = new Workspace(hit.workspace()).node(asset.getSession(), hit.path());
            if (node.isPresent()) {
                widest = widest(widest, AccessControl.audienceOf(node.get()));
            }
        }
        return widest;
    }

    private static Audience widest(Audience one, Audience other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
