package org.bocage.portal.feeds;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.rendering.NodeAddresses;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.portal.territory.Communes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lists what everybody may read, from the index, and reads it as a visitor does. */
@Component
public class PublicItems {

    private static final int LONGEST_SUMMARY = 500;
    private static final String IMAGE = "image";
    private static final String KEY = "jcr:";

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;
    private final Feeds outlets;
    private final Communes communes;
    private final Clock clock;
    private final String extension;

    PublicItems(
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry registry,
            Feeds outlets,
            Communes communes,
            Clock clock,
            @Value("${bocage.default-extension:}") String extension) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
        this.outlets = outlets;
        this.communes = communes;
        this.clock = clock;
        this.extension = extension;
    }

    /** Makes something of a node and of what all items have. */
    public interface Reading<T> {
        T read(Node node, Reader reader) throws RepositoryException;
    }

    /** So many of all there are. */
    public record Page<T>(List<T> items, long total) {}

    /**
     * A page of a kind, narrowed down by commune, thème, origine and type as the query string asks.
     *
     * @param more what else is asked of the items
     */
    public <T> Page<T> page(
            SyndicatedType kind,
            HttpServletRequest request,
            List<ContentQuery.Filter> more,
            int from,
            int size,
            Reading<T> work) {
        return stores.published().read(outlets.visitor(), session -> {
            ContentQuery query = kind.query(clock.instant());
            for (ContentQuery.Filter one : filters(kind, request, session)) {
                query = query.and(one);
            }
            for (ContentQuery.Filter one : more) {
                query = query.and(one);
            }
            Hits hits = indexes.published().find(query.page(from, size), outlets.visitor());
            Reader reader = new Reader(session, outlets.base(request));
            List<T> items = new ArrayList<>();
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> node = new Workspace(hit.workspace()).node(session, hit.path());
                if (node.isPresent()) {
                    items.add(work.read(node.get(), reader));
                }
            }
            return new Page<>(items, hits.total());
        });
    }

    /** Items that a query finds, as somebody reads them. */
    public <T> List<T> list(ContentQuery query, Identity reading, String base, Reading<T> work) {
        Hits hits = indexes.published().find(query, reading);
        return stores.published().read(reading, session -> {
            Reader reader = new Reader(session, base);
            List<T> items = new ArrayList<>();
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> node = new Workspace(hit.workspace()).node(session, hit.path());
                if (node.isPresent()) {
                    items.add(work.read(node.get(), reader));
                }
            }
            return items;
        });
    }

    /** One item of a workspace by its identifier, as a visitor reads it. */
    public <T> Optional<T> byId(Workspace workspace, String id, String base, Reading<T> work) {
        return stores.published().read(outlets.visitor(), session -> {
            Optional<Node> node = workspace.nodeById(session, id);
            return node.isPresent() ? Optional.of(work.read(node.get(), new Reader(session, base))) : Optional.empty();
        });
    }

    /** One item by its name, as whoever asks reads it. */
    <T> Optional<T> one(String workspace, String type, String name, HttpServletRequest request, Reading<T> work) {
        Identity asking = outlets.reader();
        Hits hits = indexes.published()
                .find(
                        ContentQuery.in(workspace)
                                .ofType(type)
                                .where("@name", name)
                                .page(0, 1),
                        asking);
        if (hits.hits().isEmpty()) {
            return Optional.empty();
        }
        String path = hits.hits().get(0).path();
        return stores.published().read(asking, session -> {
            Optional<Node> node = new Workspace(workspace).node(session, path);
            return node.isPresent()
                    ? Optional.of(work.read(node.get(), new Reader(session, outlets.base(request))))
                    : Optional.empty();
        });
    }

    private List<ContentQuery.Filter> filters(SyndicatedType kind, HttpServletRequest request, Session session)
            throws RepositoryException {
        return Stream.of(
                        AskedWords.ofCommunes(request, session, communes, kind.commune()),
                        AskedWords.ofVocabulary(request, session, "theme", "themes", kind.theme()),
                        AskedWords.ofValues(request, "origine", "origine"),
                        AskedWords.ofValues(request, "type", "type"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Reads nodes for somebody, in their session. */
    public final class Reader {

        private final Session session;
        private final String base;
        private final NodeAddresses addresses;

        Reader(Session session, String base) {
            this.session = session;
            this.base = base;
            this.addresses = new NodeAddresses(session, registry.current(), base, extension);
        }

        /** Reads the fields common to all items. */
        public SyndicatedItem item(Node node) throws RepositoryException {
            List<String> communes = new ArrayList<>(ItemText.titlesOf(node, "commune", "vocabulaires"));
            communes.addAll(ItemText.titlesOf(node, "communes", "vocabulaires"));
            List<String> themes = new ArrayList<>(ItemText.titlesOf(node, "themes", "vocabulaires"));
            themes.addAll(ItemText.titlesOf(node, "domaines", "vocabulaires"));
            Instant changed = ItemText.changed(node);
            return new SyndicatedItem(
                    node.getIdentifier(),
                    ItemText.of(node, "titre"),
                    summary(node),
                    address(node),
                    ItemText.instant(node, "publie").orElse(changed),
                    changed,
                    communes,
                    themes,
                    picture(node));
        }

        /** Returns a rich text with the addresses of what its links name; those of what no visitor reads lead nowhere. */
        public String withLinks(String text) {
            return addresses.withLinks(text);
        }

        /** The whole address of an item's page. */
        public String address(Node node) throws RepositoryException {
            return addresses.of(node).orElse(base + "/");
        }

        private String summary(Node node) throws RepositoryException {
            for (String name : SyndicatedType.summaries()) {
                String text = ItemText.plain(ItemText.of(node, name));
                if (!text.isEmpty()) {
                    return ItemText.shortened(text, LONGEST_SUMMARY);
                }
            }
            return "";
        }

        /** The first of its photos. */
        private Optional<SyndicatedItem.File> picture(Node node) throws RepositoryException {
            List<Node> holders = new ArrayList<>(ItemText.entries(node, "photos"));
            for (String name : List.of("photo", "logo", "illustration")) {
                if (node.hasNode(name)) {
                    holders.add(node.getNode(name));
                }
            }
            for (Node holder : holders) {
                String key = ItemText.of(holder, IMAGE);
                String id = key.startsWith(KEY) ? key.substring(KEY.length()) : key;
                Optional<Node> asset = Workspace.DAM.nodeById(session, id);
                if (asset.isPresent() && asset.get().hasNode("jcr:content")) {
                    Asset file = Asset.of(asset.get());
                    String own = ItemText.of(holder, "alt");
                    return Optional.of(new SyndicatedItem.File(
                            new AssetAddresses(base).original(file),
                            file.mimeType(),
                            own.isEmpty() ? file.alt() : own,
                            file.size()));
                }
            }
            return Optional.empty();
        }
    }
}
