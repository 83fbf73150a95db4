package org.bocage.portal.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.redirects.FormerAddresses;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.portal.moving.reading.FormerPaths;
import org.springframework.stereotype.Component;

/** Addresses of the former site, which lead on to what moved in and is on line for everybody. */
@Component
final class MovedAddresses implements FormerAddresses {

    private static final int NAMESAKES = 5;
    private static final int MOST_PARAMETERS = 5;
    private static final int LONGEST = 500;
    private static final AssetAddresses FILES = new AssetAddresses("");

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;

    MovedAddresses(Stores stores, ContentIndexes indexes, DefinitionRegistry registry) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
    }

    /** Never: what is off line again is told to be so at its address here. */
    @Override
    public boolean isFormer(String path) {
        return false;
    }

    @Override
    public Optional<String> movedTo(String path) {
        return led(List.of(FormerPaths.path(path)));
    }

    /** By the whole query, or by one of its parameters: other programs add theirs. */
    @Override
    public Optional<String> movedTo(String path, String query) {
        if (query.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = FormerPaths.path(path);
        List<String> addresses = new ArrayList<>(List.of(plain + "?" + query));
        String[] parameters = query.split("&", MOST_PARAMETERS + 1);
        for (int i = 0; i < Math.min(parameters.length, MOST_PARAMETERS); i++) {
            addresses.add(plain + "?" + parameters[i]);
        }
        return led(addresses);
    }

    private Optional<String> led(List<String> addresses) {
        Hits hits = indexes.author()
                .find(
                        ContentQuery.anywhere()
                                .where(MovedItem.ADDRESSES, addresses.toArray(new String[0]))
                                .page(0, NAMESAKES),
                        Identity.SYSTEM);
        if (hits.hits().isEmpty()) {
            return Optional.empty();
        }
        return stores.published().read(Identity.visitor(), session -> {
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> item = Workspace.byId(session, hit.id());
                Optional<String> now = item.isPresent() ? address(item.get()) : Optional.empty();
                if (now.isPresent() && !addresses.contains(now.get())) {
                    return now;
                }
            }
            return Optional.empty();
        });
    }

    private Optional<String> address(Node item) throws RepositoryException {
        if (item.isNodeType("mgnl:asset")) {
            return Optional.of(FILES.original(Asset.of(item)));
        }
        Optional<ContentType> type = registry.current()
                .contentTypeOf(
                        Workspace.of(item).name(), item.getPrimaryNodeType().getName());
        return type.isPresent() ? PublicAddress.of(type.get(), item) : Optional.empty();
    }
}
