package org.bocage.portal.sharing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.rendering.NodeAddresses;
import org.bocage.cms.rendering.ShortAddress;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.portal.feeds.Feeds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds what a short address stands for: among what everybody may read, and nothing else. */
@Component
class ShortLinks {

    /** All codes are worked out at once, and not more often: whoever tries codes costs no more than that. */
    private static final Duration WORKED_OUT_EVERY = Duration.ofSeconds(2);

    private static final List<String> WORKSPACES = List.of(
            "website",
            "actus",
            "evenements",
            "annonces",
            "acteurs",
            "lieux",
            "projets",
            "ressources",
            "pochettes",
            "missions",
            "actions",
            "albums");

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;
    private final Feeds outlets;
    private final String extension;
    private final Cache<String, Map<String, Hits.Hit>> codes =
            Caffeine.newBuilder().expireAfterWrite(WORKED_OUT_EVERY).build();

    ShortLinks(
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry registry,
            Feeds outlets,
            @Value("${bocage.default-extension:}") String extension) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
        this.outlets = outlets;
        this.extension = extension;
    }

    /** An item, and where it is read. */
    record Target(String id, String address) {}

    /**
     * Returns the item that a code stands for, or empty if there is none.
     *
     * @param prefix of the address
     */
    Optional<Target> target(String code, String prefix) {
        Hits.Hit hit = Objects.requireNonNull(codes.get("", any -> workedOut())).get(code);
        if (hit == null) {
            return Optional.empty();
        }
        return stores.published().read(outlets.visitor(), session -> {
            Optional<Node> node = new Workspace(hit.workspace()).node(session, hit.path());
            return node.isEmpty()
                    ? Optional.empty()
                    : new NodeAddresses(session, registry.current(), prefix, extension)
                            .of(node.get())
                            .map(address -> new Target(hit.id(), address));
        });
    }

    private Map<String, Hits.Hit> workedOut() {
        Map<String, Hits.Hit> found = new HashMap<>();
        for (String workspace : WORKSPACES) {
            ContentQuery all = ContentQuery.in(workspace).page(0, ContentQuery.DEEPEST);
            indexes.published()
                    .find(all, outlets.visitor())
                    .hits()
                    .forEach(hit -> found.putIfAbsent(ShortAddress.code(hit.id()), hit));
        }
        return found;
    }
}
