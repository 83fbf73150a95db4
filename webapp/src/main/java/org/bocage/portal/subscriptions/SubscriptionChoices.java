package org.bocage.portal.subscriptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.springframework.stereotype.Component;

/** Choices of a subscription: values of a property such as the kind of annonces, communes, events that a visitor reads. */
@Component
class SubscriptionChoices {

    static final String EVENTS = "evenements";
    /** Identity for reading content that is sent to people without an account. */
    static final Identity VISITOR = Identity.anonymous(List.of("visiteur"));

    private static final int MOST_COMMUNES = 1000;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;

    SubscriptionChoices(Stores stores, ContentIndexes indexes, DefinitionRegistry registry) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
    }

    /**
     * A value one may choose.
     *
     * @param value as addresses have it
     * @param kept as the store has it
     */
    record Choice(String value, String kept, String label) {}

    /** Values of a property of a kind of items, in the order of their definition. */
    List<Choice> values(Kind kind, String name) {
        Definitions definitions = registry.current();
        return definitions.contentType(kind.key()).stream()
                .flatMap(type -> type.property(name).stream())
                .flatMap(property -> property.options().stream())
                .map(option -> new Choice(
                        option.value(),
                        option.value(),
                        definitions
                                .messages()
                                .find(Locale.FRENCH, option.label())
                                .orElse(option.value())))
                .toList();
    }

    /** Communes by name. */
    List<Choice> communes() {
        ContentQuery query = ContentQuery.in("vocabulaires")
                .under("/communes")
                .orderBy("titre", false)
                .page(0, MOST_COMMUNES);
        Hits hits = indexes.published().find(query, VISITOR);
        return stores.published().read(VISITOR, session -> {
            List<Choice> found = new ArrayList<>();
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> node = Workspace.byId(session, hit.id());
                if (node.isPresent() && node.get().hasProperty("titre")) {
                    found.add(new Choice(
                            node.get().getName(),
                            hit.id(),
                            node.get().getProperty("titre").getString()));
                }
            }
            return List.copyOf(found);
        });
    }

    /** An event that a visitor reads, by the end of its address: kept is its identifier, the label its title. */
    Optional<Choice> event(String slug) {
        ContentQuery query = ContentQuery.in(EVENTS)
                .ofType("bocage:evenement")
                .where("@name", slug)
                .page(0, 1);
        return indexes.published().find(query, VISITOR).hits().stream()
                .findFirst()
                .flatMap(hit -> event(slug, hit.id()));
    }

    private Optional<Choice> event(String slug, String id) {
        return stores.published().read(VISITOR, session -> {
            Optional<Node> node = Workspace.byId(session, id);
            return node.isPresent() && node.get().hasProperty("titre")
                    ? Optional.of(
                            new Choice(slug, id, node.get().getProperty("titre").getString()))
                    : Optional.empty();
        });
    }
}
