package org.bocage.portal.words;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.workflow.Actor;
import org.springframework.stereotype.Component;

/** Contents that name a word of a vocabulary: a theme, a family of structures, a commune. */
@Component
public final class NamedWords {

    /** More than a small network writes in years. */
    static final int MOST = 5_000;

    private final ContentIndexes indexes;

    NamedWords(ContentIndexes indexes) {
        this.indexes = indexes;
    }

    private Hits naming(String id) {
        return indexes.author()
                .find(
                        ContentQuery.anywhere()
                                .naming(id)
                                .and(new ContentQuery.NotThis("@id", id))
                                .page(0, MOST),
                        Identity.SYSTEM);
    }

    /**
     * Has contents name another word. Their former state stays in their history; those that are on line as they stand are on line
     * so, others wait as they did. The caller saves.
     */
    public void replace(Node word, Node other, Actor by, Instant now) throws RepositoryException {
        for (Hits.Hit hit : naming(word.getIdentifier()).hits()) {
            Optional<Node> item = Workspace.byId(word.getSession(), hit.id());
            if (item.isPresent()) {
                Revisions.replace(
                        item.get(),
                        by.name(),
                        now,
                        () -> replaceBelow(item.get(), word.getIdentifier(), other.getIdentifier()));
            }
        }
    }

    private static void replaceBelow(Node node, String before, String after) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getType() == PropertyType.STRING && property.getName().indexOf(':') < 0) {
                replace(node, property, before, after);
            }
        }
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            Node child = nodes.nextNode();
            if (!child.isNodeType("mgnl:content") && !child.getName().startsWith("rep:")) {
                replaceBelow(child, before, after);
            }
        }
    }

    private static void replace(Node node, Property property, String before, String after) throws RepositoryException {
        if (!property.isMultiple()) {
            if (property.getString().equals(before)) {
                node.setProperty(property.getName(), after);
            }
            return;
        }
        Set<String> values = new LinkedHashSet<>();
        boolean isNamed = false;
        for (Value value : property.getValues()) {
            isNamed |= value.getString().equals(before);
            values.add(value.getString().equals(before) ? after : value.getString());
        }
        if (isNamed) {
            node.setProperty(property.getName(), values.toArray(new String[0]));
        }
    }
}
