package org.bocage.editorial.screens;

import java.time.Instant;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Workspace;

/** Where an item is read: on line, and beforehand by those who write. */
public final class PublicAddress {

    private PublicAddress() {}

    /** The address of the page; empty when it has none, or none yet. */
    public static Optional<String> of(ContentType type, Node item) throws RepositoryException {
        return fill(type, item, Optional.empty());
    }

    /** The address that the page gets when the item goes on line at a moment; empty when it will have none. */
    public static Optional<String> at(ContentType type, Node item, Instant publication) throws RepositoryException {
        return fill(type, item, Optional.of(publication));
    }

    /** The address of the preview; empty when the item will have no page of its own. */
    public static Optional<String> preview(ContentType type, Node item, Instant now) throws RepositoryException {
        String preview = "/espace/" + type.name() + "/" + item.getIdentifier() + "?apercu";
        return at(type, item, now).filter(address -> address.indexOf('#') < 0).map(address -> preview);
    }

    private static Optional<String> fill(ContentType type, Node item, Optional<Object> publication)
            throws RepositoryException {
        var values = new java.util.HashMap<String, Object>();
        for (var properties = item.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (!property.isMultiple() && property.getType() != PropertyType.BINARY) {
                values.put(property.getName(), value(property));
            }
        }
        values.putIfAbsent("name", item.getName());
        publication.ifPresent(now -> values.putIfAbsent("publie", now));
        return type.extension()
                .address()
                .page(Workspace.pathInWorkspace(item.getPath()), name -> Optional.ofNullable(values.get(name)));
    }

    private static Object value(Property property) throws RepositoryException {
        return property.getType() == PropertyType.DATE ? property.getDate().toInstant() : property.getString();
    }
}
