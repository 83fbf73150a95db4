package org.bocage.portal.subscriptions;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.portal.feeds.ItemText;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.springframework.stereotype.Component;

/** Statuses of events, as a visitor reads them. */
@Component
class EventStatuses {

    /** Statuses worth knowing before leaving home. */
    private static final Set<String> CHANGES = Set.of("annule", "reporte", "complet");

    private final Stores stores;
    private final DefinitionRegistry registry;

    EventStatuses(Stores stores, DefinitionRegistry registry) {
        this.stores = stores;
        this.registry = registry;
    }

    /**
     * An event on line that changed.
     *
     * @param status {@code annule}, {@code reporte} or {@code complet}
     * @param address where it is read, within the site
     */
    record Told(String status, String title, String address) {}

    /** The change of an event; empty when it takes place as it was announced, or is read by nobody. */
    Optional<Told> of(String id) {
        return stores.published().read(SubscriptionChoices.VISITOR, session -> {
            Optional<Node> node = Workspace.byId(session, id);
            if (node.isEmpty() || !node.get().hasProperty("statut")) {
                return Optional.empty();
            }
            String status = node.get().getProperty("statut").getString();
            ContentType type =
                    registry.current().contentType(SubscriptionChoices.EVENTS).orElseThrow();
            return CHANGES.contains(status)
                    ? Optional.of(new Told(
                            status,
                            node.get().getProperty("titre").getString(),
                            PublicAddress.of(type, node.get()).orElse("/agenda")))
                    : Optional.empty();
        });
    }

    /** The title of an item and, before it, what one should know before leaving home: « Annulé : Fête du four ». */
    String titled(Node item) throws RepositoryException {
        String status = ItemText.of(item, "statut");
        return CHANGES.contains(status)
                ? registry.current().messages().lookup(Locale.FRENCH, "evenements.statut." + status) + "\u00A0: "
                        + ItemText.of(item, "titre")
                : ItemText.of(item, "titre");
    }

    /** Whether an item does not take place after all. */
    static boolean isOff(Node item) throws RepositoryException {
        return ItemText.of(item, "statut").equals("annule");
    }

    /** When the last date of an event is over; empty when there is no such event any more. */
    Optional<Instant> end(String id) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = Workspace.byId(session, id);
            return node.isEmpty() ? Optional.empty() : Optional.of(end(node.get()));
        });
    }

    private static Instant end(Node event) throws RepositoryException {
        Instant last = event.getProperty(event.hasProperty("fin") ? "fin" : "debut")
                .getDate()
                .toInstant();
        if (event.hasNode("occurrences")) {
            for (Node one : UnconfirmedSubmissions.children(event.getNode("occurrences"))) {
                Instant fin = one.getProperty("fin").getDate().toInstant();
                last = fin.isAfter(last) ? fin : last;
            }
        }
        return last;
    }
}
