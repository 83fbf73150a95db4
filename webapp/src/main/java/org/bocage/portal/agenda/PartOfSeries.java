package org.bocage.portal.agenda;

import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.workflow.Review;
import org.springframework.stereotype.Component;

/** Finds the series that an event was taken out of, as long as it can be put back: neither of them changed since. */
@Component
class PartOfSeries {

    private static final String TYPE = "evenements";

    private final Contents contents;
    private final DefinitionRegistry definitions;

    PartOfSeries(Contents contents, DefinitionRegistry definitions) {
        this.contents = contents;
        this.definitions = definitions;
    }

    /**
     * A series from which something was taken out.
     *
     * @param revision its number today
     * @param before number of the revision in which nothing was taken out yet
     */
    record Whole(String id, String title, long revision, long before) {}

    /** Returns the series of a part that can be put back by somebody. */
    Optional<Whole> of(String part, Identity reader) {
        if (contents.revisions(part).size() != 1) {
            return Optional.empty();
        }
        return contents.find(ContentQuery.in(TYPE).naming(part), reader, node -> whole(node, part)).items().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Whole> whole(Node series, String part) throws RepositoryException {
        String id = series.getIdentifier();
        List<Revision> revisions = contents.revisions(id);
        if (SeriesPart.note(series, part).isEmpty() || revisions.size() < 2) {
            return Optional.empty();
        }
        long before = revisions.get(1).number();
        boolean isLast = contents.before(
                        type(), id, before, then -> SeriesPart.note(then, part).isEmpty())
                .orElse(false);
        return isLast
                ? Optional.of(
                        new Whole(id, Review.title(series), revisions.get(0).number(), before))
                : Optional.empty();
    }

    private ContentType type() {
        return definitions.current().contentType(TYPE).orElseThrow();
    }
}
