package org.bocage.portal.moving;

import java.util.List;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.screens.extension.ProposalBatches;
import org.springframework.stereotype.Component;

/** Proposals that came with one move. */
@Component
class MovedBatches implements ProposalBatches {

    private final Moves moves;

    MovedBatches(Moves moves) {
        this.moves = moves;
    }

    @Override
    public List<Origin> origins() {
        return moves.all().stream()
                .filter(one -> one.plan().review() && one.progress().added() > 0)
                .map(one -> new Origin(one.id(), one.name()))
                .toList();
    }

    @Override
    public ContentQuery from(ContentQuery proposals, String origin) {
        return proposals.where(MovedItem.MOVE, origin);
    }
}
