package org.bocage.portal.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.springframework.stereotype.Component;

/** Recipients of a message about something that is on line. Their address stays in the author store. */
@Component
class Addressees {

    private static final int MOST = 3;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;

    Addressees(Stores stores, ContentIndexes indexes, DefinitionRegistry registry) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
    }

    /**
     * Item that a message is about.
     *
     * @param address where it is read; empty when it has no page of its own
     * @param to mail addresses; empty when the item names none, and the pôle has to pass the message on
     */
    record Subject(String title, String address, List<String> to) {

        /** Whether one writes to somebody rather than about something: people have no page of their own. */
        boolean isSomebody() {
            return address.isEmpty();
        }
    }

    /** An item on line that its reader may see, of a type whose {@code writeTo} says whom a message reaches, and {@code writeWhen} when. */
    Optional<Subject> find(String contentType, String slug, Identity reader) {
        return registry.current()
                .contentType(contentType)
                .filter(type -> !type.extension().writeTo().isEmpty())
                .flatMap(type -> online(type, slug, reader));
    }

    private Optional<Subject> online(ContentType type, String slug, Identity reader) {
        ContentQuery named =
                ContentQuery.in(type.workspace()).where("@name", slug).page(0, 1);
        List<Hits.Hit> hits = indexes.published().find(named, reader).hits();
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> item = Workspace.byId(session, hits.get(0).id());
            return item.isPresent() && isOpen(item.get(), type.extension().writeWhen())
                    ? Optional.of(subject(type, item.get()))
                    : Optional.empty();
        });
    }

    private static boolean isOpen(Node item, Map<String, List<String>> when) throws RepositoryException {
        for (Map.Entry<String, List<String>> one : when.entrySet()) {
            if (!item.hasProperty(one.getKey())) {
                return false;
            }
            Property property = item.getProperty(one.getKey());
            List<Value> values = property.isMultiple() ? List.of(property.getValues()) : List.of(property.getValue());
            boolean named = false;
            for (Value value : values) {
                named |= one.getValue().contains(value.getString());
            }
            if (!named) {
                return false;
            }
        }
        return true;
    }

    private static Subject subject(ContentType type, Node item) throws RepositoryException {
        return new Subject(
                item.hasProperty("titre") ? item.getProperty("titre").getString() : item.getName(),
                PublicAddress.of(type, item).orElse(""),
                addresses(item, type.extension().writeTo()));
    }

    private static List<String> addresses(Node item, List<String> paths) throws RepositoryException {
        for (String path : paths) {
            List<String> found = new ArrayList<>();
            collect(item, List.of(path.split("/")), found);
            List<String> addresses = found.stream()
                    .filter(Mail::isAddress)
                    .distinct()
                    .limit(MOST)
                    .toList();
            if (!addresses.isEmpty()) {
                return addresses;
            }
        }
        return List.of();
    }

    /** Follows a path through nodes, their entries, and the nodes that references name. */
    private static void collect(Node node, List<String> path, List<String> found) throws RepositoryException {
        String step = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (node.hasNode(step)) {
            for (Node inner : entries(node.getNode(step))) {
                if (!rest.isEmpty()) {
                    collect(inner, rest, found);
                }
            }
        } else if (node.hasProperty(step) && !node.getProperty(step).isMultiple()) {
            String value = node.getProperty(step).getString();
            if (rest.isEmpty()) {
                found.add(value);
            } else {
                Session session = node.getSession();
                Optional<Node> named = Workspace.byId(session, value);
                if (named.isPresent()) {
                    collect(named.get(), rest, found);
                }
            }
        }
    }

    private static List<Node> entries(Node holder) throws RepositoryException {
        List<Node> entries = UnconfirmedSubmissions.children(holder);
        return entries.isEmpty() ? List.of(holder) : entries;
    }
}
