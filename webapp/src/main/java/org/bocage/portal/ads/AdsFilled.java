package org.bocage.portal.ads;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bocage.cms.rendering.PublicFigure;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.springframework.stereotype.Component;

/** How many annonces found somebody through the portal within a year, as those who posted them said. */
@Component
class AdsFilled implements PublicFigure {

    private static final Duration YEAR = Duration.ofDays(365);

    private final ContentIndexes indexes;
    private final Clock clock;

    AdsFilled(ContentIndexes indexes, Clock clock) {
        this.indexes = indexes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "annonces-pourvues";
    }

    @Override
    public String workspace() {
        return "annonces";
    }

    @Override
    public long now() {
        Instant now = clock.instant();
        return indexes.author()
                .find(
                        ContentQuery.in(workspace())
                                .inState(State.ARCHIVE)
                                .where(AdEnds.OUTCOME, AdEnds.FILLED)
                                .and(new ContentQuery.Between(AdEnds.ENDED, now.minus(YEAR), null))
                                .page(0, 0),
                        Identity.SYSTEM)
                .total();
    }
}
