package org.bocage.portal.sources;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.extension.ProposalBatches;
import org.springframework.stereotype.Component;

/** Proposals that one source made. */
@Component
class SourceBatches implements ProposalBatches {

    private static final int MOST_SOURCES = 200;

    private final Desk desk;
    private final Contents contents;
    private final Doubles doubles;

    SourceBatches(Desk desk, Contents contents, Doubles doubles) {
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
        return doubles.all().stream()
                .flatMap(pair -> Stream.of(pair.first().id(), pair.second().id()))
                .collect(Collectors.toSet());
    }

    @Override
    public ContentQuery from(ContentQuery proposals, String origin) {
        return proposals.where("source", origin);
    }
}
