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
import org.bocage.cms.definition.type.RegisterNumber;
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

/** Contents that may be there under two names, of a type whose items public registers number, told with links to whoever writes or reviews one of them. */
@Component
public final class DuplicateCandidates {

    /** More contents than are alike in one field. */
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

    /** Returns links to the contents this one may duplicate, as far as this person may read; empty for what no register numbers. */
    public List<FormPage.Aside> of(ContentType type, Node item) throws RepositoryException {
        if (type.extension().fieldOf(RegisterNumber.SIRET).isEmpty()) {
            return List.of();
        }
        Set<String> keys = SimilarContents.keys(type, item);
        Map<String, FormPage.AsideGesture> found = new LinkedHashMap<>();
        for (ContentQuery query : queries(type, item)) {
            contents.find(query, desk.identity(), other -> {
                String address = "/espace/" + type.name() + "/" + other.getIdentifier();
                return link(type, item.getIdentifier(), keys, other, address, found);
            });
            // what is somebody else's is known to the others by its page
            stores.published().read(desk.identity(), session -> {
                for (Hits.Hit hit :
                        indexes.published().find(query, desk.identity()).hits()) {
                    Optional<Node> other = Workspace.byId(session, hit.id());
                    if (other.isPresent()) {
                        String page = PublicAddress.of(type, other.get()).orElse("");
                        link(type, item.getIdentifier(), keys, other.get(), page, found);
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
        String alike = type.extension().alike();
        String same = SimilarContents.text(item, alike);
        if (!same.isEmpty()) {
            queries.add(all.where(alike, same));
        }
        String siren = SimilarContents.siren(type, item);
        if (!siren.isEmpty()) {
            List<ContentQuery.Filter> numbers = new ArrayList<>();
            type.extension()
                    .fieldOf(RegisterNumber.SIREN)
                    .ifPresent(field -> numbers.add(new ContentQuery.AnyOf(field, List.of(siren))));
            type.extension()
                    .fieldOf(RegisterNumber.SIRET)
                    .ifPresent(field -> numbers.add(new ContentQuery.Like(field, siren + "%", false)));
            queries.add(all.and(new ContentQuery.OneOf(numbers)));
        }
        return queries;
    }

    /** Notes the first address of what has a key in common with an item; returns whether it has. */
    private static boolean link(
            ContentType type,
            String id,
            Set<String> keys,
            Node other,
            String address,
            Map<String, FormPage.AsideGesture> found)
            throws RepositoryException {
        boolean alike = !other.getIdentifier().equals(id)
                && SimilarContents.keys(type, other).stream().anyMatch(keys::contains);
        if (alike && !address.isEmpty()) {
            found.putIfAbsent(other.getIdentifier(), FormPage.AsideGesture.look(Review.title(other), address));
        }
        return alike;
    }
}
