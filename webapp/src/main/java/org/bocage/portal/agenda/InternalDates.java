package org.bocage.portal.agenda;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.rendering.NodeAddresses;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.portal.feeds.Feeds;
import org.bocage.portal.feeds.ItemText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Dates to come that a visitor does not read, each occurrence on its own. */
@Component
final class InternalDates {

    private static final int MOST = 1_000;
    private static final int SHOWN = 100;
    private static final DateTimeFormatter DAY = FrenchDays.format("EEEE d MMMM yyyy");

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;
    private final Feeds outlets;
    private final Clock clock;
    private final String extension;

    InternalDates(
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry registry,
            Feeds outlets,
            Clock clock,
            @Value("${bocage.default-extension:}") String extension) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
        this.outlets = outlets;
        this.clock = clock;
        this.extension = extension;
    }

    /** The nearest first. */
    List<InternalAgendaPage.Line> coming(Identity reader, String prefix) {
        ContentQuery dates = ContentQuery.in(CalendarEntries.EVENTS.name())
                .ofType(EventDates.OCCURRENCE)
                .and(new ContentQuery.Between("fin", clock.instant(), null))
                .orderBy("debut", false)
                .page(0, MOST);
        Set<String> open = Set.copyOf(paths(dates, outlets.visitor()));
        List<String> internal = paths(dates, reader).stream()
                .filter(path -> !open.contains(path))
                .limit(SHOWN)
                .toList();
        return stores.published().read(reader, session -> {
            NodeAddresses addresses = new NodeAddresses(session, registry.current(), prefix, extension);
            List<InternalAgendaPage.Line> lines = new ArrayList<>();
            for (String path : internal) {
                Optional<Node> date = CalendarEntries.EVENTS.node(session, path);
                if (date.isPresent()) {
                    lines.add(line(date.get(), session, addresses));
                }
            }
            return lines;
        });
    }

    private List<String> paths(ContentQuery query, Identity reader) {
        return indexes.published().find(query, reader).hits().stream()
                .map(Hits.Hit::path)
                .toList();
    }

    /** An hour that is kept as 18:30, in words. */
    private static String hour(Node date, String property) throws RepositoryException {
        String kept = ItemText.of(date, property);
        return kept.isEmpty() ? "" : FrenchDays.hour(LocalTime.parse(kept));
    }

    private static InternalAgendaPage.Line line(Node date, Session session, NodeAddresses addresses)
            throws RepositoryException {
        Node event = date.getParent().getParent();
        String day = ItemText.of(date, "jour");
        boolean allDay = ItemText.of(event, "journee").equals("true");
        String until = event.hasProperty("fin") ? " – " + hour(date, "heureFin") : "";
        String place = Stream.of(
                        ItemText.of(event, "lieu/nom"),
                        ItemText.titleOf(session, "lieux", ItemText.of(event, "lieu/lieu")),
                        ItemText.titleOf(session, "vocabulaires", ItemText.of(event, "commune")))
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return new InternalAgendaPage.Line(
                DAY.format(LocalDate.parse(day)),
                day,
                allDay ? "" : hour(date, "heure") + until,
                ItemText.of(event, "titre"),
                ItemText.of(event, "statut"),
                place,
                addresses.of(event).orElse(""));
    }
}
