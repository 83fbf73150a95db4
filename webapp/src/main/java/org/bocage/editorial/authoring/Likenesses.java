package org.bocage.editorial.authoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.ContentType;
import org.bocage.cms.search.ContentQuery;
import org.bocage.editorial.authoring.view.FormPage;
import org.bocage.editorial.workflow.Review;
import org.springframework.stereotype.Component;

/** Structures that may stand in the directory under two names, told with links to whoever writes or reviews one of them. */
@Component
final class Likenesses {

    private static final String SIREN = "siren";
    private static final String SIRET = "siret";
    private static final String COMMUNE = "commune";
    /** More structures than a commune of the territory has. */
    private static final int MOST_READ = 500;

    private static final int MOST_TOLD = 5;

    private final Desk desk;
    private final Contents contents;

    Likenesses(Desk desk, Contents contents) {
        this.desk = desk;
        this.contents = contents;
    }

    /** What a structure may be too, as far as this person may read; empty for what is no structure. */
    List<FormPage.Aside> of(ContentType type, Node item) throws RepositoryException {
        if (type.property(SIRET).isEmpty()) {
            return List.of();
        }
        Set<String> keys = Namesakes.keys(item);
        Set<FormPage.AsideGesture> links = new LinkedHashSet<>();
        for (ContentQuery query : queries(type, item)) {
            contents.find(query, desk.identity(), other -> link(type, item.getIdentifier(), keys, other))
                    .items()
                    .forEach(link -> link.ifPresent(links::add));
        }
        return links.isEmpty()
                ? List.of()
                : List.of(new FormPage.Aside(
                        desk.sentence("authoring.ressemble"),
                        List.of(desk.sentence("authoring.ressemble.aide")),
                        List.of(),
                        "",
                        links.stream().limit(MOST_TOLD).toList()));
    }

    private static List<ContentQuery> queries(ContentType type, Node item) throws RepositoryException {
        ContentQuery all =
                ContentQuery.in(type.workspace()).ofType(type.nodeType()).page(0, MOST_READ);
        List<ContentQuery> queries = new ArrayList<>();
        if (item.hasProperty(COMMUNE)) {
            queries.add(all.where(COMMUNE, item.getProperty(COMMUNE).getString()));
        }
        String siren = Namesakes.siren(item);
        if (!siren.isEmpty()) {
            queries.add(all.and(new ContentQuery.OneOf(List.of(
                    new ContentQuery.AnyOf(SIREN, List.of(siren)), new ContentQuery.Like(SIRET, siren + "%", false)))));
        }
        return queries;
    }

    private static Optional<FormPage.AsideGesture> link(ContentType type, String id, Set<String> keys, Node other)
            throws RepositoryException {
        boolean alike = !other.getIdentifier().equals(id)
                && Namesakes.keys(other).stream().anyMatch(keys::contains);
        return alike
                ? Optional.of(FormPage.AsideGesture.look(
                        Review.title(other), "/espace/" + type.name() + "/" + other.getIdentifier()))
                : Optional.empty();
    }
}
