package org.bocage.editorial.publishing;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.redirects.FormerAddresses;
import org.springframework.stereotype.Component;

/** The addresses of items that everybody could read until they were archived, or had another name. */
@Component
final class ArchivedAddresses implements FormerAddresses {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,80}");
    private static final int NAMESAKES = 20;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;

    ArchivedAddresses(Stores stores, ContentIndexes indexes, DefinitionRegistry registry) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
    }

    @Override
    public boolean isFormer(String path) {
        String slug = path.substring(path.lastIndexOf('/') + 1);
        if (!SLUG.matcher(slug).matches()) {
            return false;
        }
        Hits archived = indexes.author()
                .find(
                        ContentQuery.anywhere()
                                .where("@name", slug)
                                .inState(State.ARCHIVE)
                                .page(0, NAMESAKES),
                        Identity.SYSTEM);
        return stores.author().read(Identity.SYSTEM, session -> {
            for (Hits.Hit hit : archived.hits()) {
                Optional<Node> item = Workspace.byId(session, hit.id());
                if (item.isPresent() && wasPublic(item.get()) && path.equals(address(item.get()))) {
                    return true;
                }
            }
            return false;
        });
    }

    /** By a name that an item on line had before: its address of today, as everybody reads it. */
    @Override
    public Optional<String> movedTo(String path) {
        String slug = path.substring(path.lastIndexOf('/') + 1);
        if (!SLUG.matcher(slug).matches()) {
            return Optional.empty();
        }
        Hits renamed = indexes.author()
                .find(ContentQuery.anywhere().where(FormerNames.PROPERTY, slug).page(0, NAMESAKES), Identity.SYSTEM);
        return stores.published().read(Identity.SYSTEM, session -> {
            for (Hits.Hit hit : renamed.hits()) {
                Optional<Node> item = Workspace.byId(session, hit.id());
                if (item.isPresent()) {
                    String now = address(item.get());
                    String before = now.substring(0, now.lastIndexOf('/') + 1) + slug;
                    if (path.equals(before) && !now.equals(path)) {
                        return Optional.of(now);
                    }
                }
            }
            return Optional.empty();
        });
    }

    private static boolean wasPublic(Node item) throws RepositoryException {
        return item.hasProperty("publie")
                && (!item.hasProperty("visibilite")
                        || Audience.of(item.getProperty("visibilite").getString())
                                .equals(Optional.of(Audience.PUBLIC)));
    }

    private String address(Node item) throws RepositoryException {
        String path = Workspace.pathInWorkspace(item.getPath());
        return registry.current()
                .contentTypeOf(
                        Workspace.of(item).name(), item.getPrimaryNodeType().getName())
                .map(ContentType::extension)
                .flatMap(extension -> extension.address().page(path, property -> value(item, property)))
                .orElse("");
    }

    private static Optional<Object> value(Node item, String property) {
        try {
            if (!item.hasProperty(property)) {
                return property.equals("name") ? Optional.of(item.getName()) : Optional.empty();
            }
            return item.getProperty(property).getType() == PropertyType.DATE
                    ? Optional.of(item.getProperty(property).getDate().toInstant())
                    : Optional.of(item.getProperty(property).getString());
        } catch (RepositoryException e) {
            throw new RepositoryFailure("An address cannot be read", e);
        }
    }
}
