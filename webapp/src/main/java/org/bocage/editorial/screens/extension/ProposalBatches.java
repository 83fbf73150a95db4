package org.bocage.editorial.screens.extension;

import java.util.List;
import java.util.Set;
import org.bocage.cms.search.query.ContentQuery;

/** Extension point: proposals that came together, such as those of one source, to be accepted in one go. */
public interface ProposalBatches {

    /** Somewhere that proposals come from: identifier and name. */
    record Origin(String id, String title) {}

    /** Returns where proposals may come from, as far as whoever is signed in may read it. */
    List<Origin> origins();

    /** Returns identifiers of proposals that one looks at one by one, since they may be there twice. */
    default Set<String> doubtful() {
        return Set.of();
    }

    /** Narrows a query to what came from there. */
    ContentQuery from(ContentQuery proposals, String origin);
}
