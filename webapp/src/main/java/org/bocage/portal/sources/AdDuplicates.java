package org.bocage.portal.sources;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.workflow.Review;
import org.springframework.stereotype.Component;

/**
 * Open annonces that may be the same as one that a source tells: of the same kind and commune, told by somebody else, and of nearly
 * the same title.
 */
@Component
class AdDuplicates {

    private static final Workspace ADS = new Workspace(Source.Kind.ADS.type());
    private static final int MOST = 200;

    private final ContentIndexes indexes;
    private final Clock clock;

    AdDuplicates(ContentIndexes indexes, Clock clock) {
        this.indexes = indexes;
        this.clock = clock;
    }

    /**
     * An annonce to compare others with.
     *
     * @param commune identifier of the word; empty for none
     * @param source identifier of the source that tells it
     */
    record Told(String title, String kind, String commune, String source) {

        static Told of(Node ad) throws RepositoryException {
            return new Told(
                    Review.title(ad), Source.text(ad, "type"), Source.text(ad, "commune"), Source.text(ad, "source"));
        }
    }

    /** An annonce that may be the same. */
    record Other(String id, String title) {}

    /** Returns the annonces that may be the same, as the author store has them. */
    List<Other> of(Told told, Session session) throws RepositoryException {
        Instant today = LocalDate.ofInstant(clock.instant(), SourceFields.PARIS)
                .atStartOfDay(SourceFields.PARIS)
                .toInstant();
        ContentQuery open = ContentQuery.in(ADS.name())
                .where("type", told.kind())
                .and(new ContentQuery.Between("cloture", today, null));
        ContentQuery near = told.commune().isEmpty() ? open : open.where("commune", told.commune());
        List<Other> found = new ArrayList<>();
        for (Hits.Hit hit :
                indexes.author().find(near.page(0, MOST), Identity.SYSTEM).hits()) {
            Optional<Node> other = ADS.node(session, hit.path());
            if (other.isPresent() && isSame(told, other.get())) {
                found.add(new Other(other.get().getIdentifier(), Review.title(other.get())));
            }
        }
        return found;
    }

    private static boolean isSame(Told told, Node other) throws RepositoryException {
        State state = ItemState.of(other);
        return (state == State.PROPOSE || state == State.PUBLIE)
                && !told.source().equals(Source.text(other, "source"))
                && Doubles.alike(told.title(), Review.title(other)) >= Doubles.ALIKE;
    }
}
