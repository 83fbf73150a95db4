package org.bocage.editorial.items;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.workflow.Review;
import org.springframework.stereotype.Component;

/** Structures that may stand in the directory under two names, told with links to whoever writes or reviews one of them. */
@Component
public final class DuplicateCandidates {

    private static final String SIREN = "siren";
    private static final String SIRET = "siret";
    private static final String COMMUNE = "commune";
    /** More structures than a commune of the territory has. */
    private static final int MOST_READ = 500;

    private static final int MOST_TOLD = 5;

    private final Desk desk;
    private final Contents contents;
    private final Stores stores;
    private final ContentIndexes indexes;

    DuplicateCandidates(Desk desk, Contents contents, Stores stores, ContentIndexes indexes) {
        this.desk = desk;
        this.contents = contents;
        this.stores = stores;
        this.indexes = indexes;
    }

    /** Returns links to the structures this one may duplicate, as far as this person may read; empty for what is no structure. */
    public List<FormPage.Aside> of(ContentType type, Node item) throws RepositoryException {
        if (type.property(SIRET).isEmpty()) {
            return List.of();
        }
        Set<String> keys = SimilarContents.keys(item);
        Map<String, FormPage.AsideGesture> found = new LinkedHashMap<>();
        for (ContentQuery query : queries(type, item)) {
            contents.find(query, desk.identity(), other -> {
                String address = "/espace/" + type.name() + "/" + other.getIdentifier();
                return link(item.getIdentifier(), keys, other, address, found);
            });
            // what is somebody else's is known to the others by its page
            stores.published().read(desk.identity(), session -> {
                for (Hits.Hit hit :
                        indexes.published().find(query, desk.identity()).hits()) {
                    Optional<Node> other = Workspace.byId(session, hit.id());
                    if (other.isPresent()) {
                        String page = PublicAddress.of(type, other.get()).orElse("");
                        link(item.getIdentifier(), keys, other.get(), page, found);
                    }
                }
                return found;
            });
        }
        Collection<FormPage.AsideGesture> links = found.values();
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
        String siren = SimilarContents.siren(item);
        if (!siren.isEmpty()) {
            queries.add(all.and(new ContentQuery.OneOf(List.of(
                    new ContentQuery.AnyOf(SIREN, List.of(siren)), new ContentQuery.Like(SIRET, siren + "%", false)))));
        }
        return queries;
    }

    /** Notes the first address of what has a key in common with an item; returns whether it has. */
    private static boolean link(
            String id, Set<String> keys, Node other, String address, Map<String, FormPage.AsideGesture> found)
            throws RepositoryException {
        boolean alike = !other.getIdentifier().equals(id)
                && SimilarContents.keys(other).stream().anyMatch(keys::contains);
        if (alike && !address.isEmpty()) {
            found.putIfAbsent(other.getIdentifier(), FormPage.AsideGesture.look(Review.title(other), address));
        }
        return alike;
    }
}
