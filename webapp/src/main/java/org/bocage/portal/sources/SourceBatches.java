package org.bocage.portal.sources;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.items.SimilarContents;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.extension.ProposalBatches;
import org.springframework.stereotype.Component;

/** Proposals that one source made. */
@Component
class SourceBatches implements ProposalBatches {

    private static final int MOST_SOURCES = 200;
    private static final int MOST_PROPOSED = 2_000;
    private static final String STRUCTURES = Source.Kind.STRUCTURES.type();

    private final Desk desk;
    private final Contents contents;
    private final Doubles doubles;
    private final AdDuplicates adDuplicates;

    SourceBatches(Desk desk, Contents contents, Doubles doubles, AdDuplicates adDuplicates) {
        this.adDuplicates = adDuplicates;
        this.doubles = doubles;
        this.desk = desk;
        this.contents = contents;
    }

    @Override
    public List<Origin> origins() {
        return contents.find(ContentQuery.in("sources").page(0, MOST_SOURCES), desk.identity()).items().stream()
                .map(source -> new Origin(source.id(), source.title()))
                .toList();
    }

    @Override
    public Set<String> doubtful() {
        return Stream.concat(
                        doubles.all().stream()
                                .flatMap(pair -> Stream.of(
                                        pair.first().id(), pair.second().id())),
                        Stream.concat(structures(), ads()))
                .collect(Collectors.toSet());
    }

    private static ContentQuery proposed(String type) {
        return ContentQuery.in(type)
                .inState(State.PROPOSE)
                .and(new ContentQuery.Missing("source", false))
                .page(0, MOST_PROPOSED);
    }

    /** Annonces that sources propose and that may be there already, as somebody else tells them. */
    private Stream<String> ads() {
        return contents
                .find(
                        proposed(Source.Kind.ADS.type()),
                        Identity.SYSTEM,
                        ad -> adDuplicates
                                        .of(AdDuplicates.Told.of(ad), ad.getSession())
                                        .isEmpty()
                                ? ""
                                : ad.getIdentifier())
                .items()
                .stream()
                .filter(id -> !id.isEmpty());
    }

    /** Structures that sources propose and that may be in the directory under another name. */
    private Stream<String> structures() {
        List<String> proposed = contents.find(proposed(STRUCTURES), Identity.SYSTEM).items().stream()
                .map(Item::id)
                .toList();
        if (proposed.isEmpty()) {
            return Stream.of();
        }
        SimilarContents all =
                SimilarContents.of(desk.definitions().contentType(STRUCTURES).orElseThrow(), contents, Identity.SYSTEM);
        return proposed.stream().filter(all::isAlike);
    }

    @Override
    public ContentQuery from(ContentQuery proposals, String origin) {
        return proposals.where("source", origin);
    }
}
