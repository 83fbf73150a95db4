package org.bocage.editorial.publishing;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;

/** Audience of a picture or a file that is on line: whoever may read one of the items that show it, and nobody else. */
final class AssetAudiences {

    private static final int MOST = 1_000;

    private final ContentIndex index;

    /** @param index that of the published store */
    AssetAudiences(ContentIndex index) {
        this.index = index;
    }

    /** All that show an asset. */
    static ContentQuery showing(String asset) {
        return ContentQuery.anywhere().naming(asset);
    }

    /** The audience of an asset that an item of an audience shows, too: never narrower than it is. */
    static Audience atLeast(Node asset, Audience own) throws RepositoryException {
        return widest(AccessControl.audienceOf(asset), own);
    }

    /** The widest audience of those that show an asset; empty when none does. */
    Optional<Audience> ofAll(Node asset) throws RepositoryException {
        Hits showing = index.find(showing(asset.getIdentifier()).page(0, MOST), Identity.SYSTEM);
        if (showing.hits().isEmpty()) {
            return Optional.empty();
        }
        Audience widest = Audience.BOARD;
        for (Hits.Hit hit : showing.hits()) {
            Optional<Node> node = new Workspace(hit.workspace()).node(asset.getSession(), hit.path());
            if (node.isPresent()) {
                widest = widest(widest, AccessControl.audienceOf(node.get()));
            }
        }
        return Optional.of(widest);
    }

    private static Audience widest(Audience one, Audience other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
