package org.bocage.portal.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.SiteAddress;
import org.bocage.portal.feeds.ItemText;
import org.bocage.portal.feeds.ItemUids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads what goes into a calendar: events that are on line and, as days of their own, the deadlines of calls for projects. */
@Component
final class CalendarEntries {

    static final Workspace EVENTS = new Workspace("evenements");
    private static final Workspace ADS = new Workspace("annonces");
    private static final String AD = "bocage:annonce";
    private static final String CALL = "appel-a-projets";
    private static final Duration BACK = Duration.ofDays(30);
    private static final int AT_ONCE = 1_000;
    /** More than any territory has; beyond, a calendar is no longer one. */
    private static final int MOST = 10_000;

    private static final int MOST_ACTIONS = 200;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;
    private final Clock clock;
    private final String extension;
    private final SiteAddress siteAddress;

    CalendarEntries(
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry registry,
            Clock clock,
            @Value("${bocage.default-extension:}") String extension,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
        this.clock = clock;
        this.extension = extension;
        this.siteAddress = siteAddress;
    }

    /** Asks for events with the rights of a session. */
    interface Asking {
        CalendarFilter filter(Session session, Instant now) throws RepositoryException;
    }

    /** Returns the entries to come and of the last thirty days that somebody may read, in order. */
    List<CalendarEntry> all(Identity reader, String base, Asking asking) {
        return since(clock.instant().minus(BACK), reader, base, asking);
    }

    /** Returns the entries that were not over at this time. */
    List<CalendarEntry> since(Instant from, Identity reader, String base, Asking asking) {
        Instant now = clock.instant();
        return reading(reader, base, (session, reading) -> {
            CalendarFilter filter = asking.filter(session, now);
            List<CalendarEntry> entries = new ArrayList<>();
            for (String path : events(filter, reader, from)) {
                Optional<Node> event = EVENTS.node(session, path);
                if (event.isPresent()) {
                    reading.event(event.get()).ifPresent(entries::add);
                }
            }
            if (filter.deadlines().isPresent()) {
                for (String path : calls(filter.deadlines().get(), reader, from)) {
                    Optional<Node> call = ADS.node(session, path);
                    if (call.isPresent()) {
                        reading.deadline(call.get()).ifPresent(entries::add);
                    }
                }
            }
            return List.copyOf(entries);
        });
    }

    /** The sessions of the actions that train and are not over. */
    List<CalendarEntry> trainings(Identity reader, String base) {
        return sessions(reader).stream()
                .flatMap(name -> one(name, reader, base).stream())
                .toList();
    }

    /** The names of the events that the actions name. */
    private Set<String> sessions(Identity reader) {
        ContentQuery actions = ContentQuery.in("actions")
                .ofType("bocage:action")
                .where("nature", "formation")
                .where("etatAction", "en-cours", "a-venir")
                .page(0, MOST_ACTIONS);
        List<Hits.Hit> hits = indexes.published().find(actions, reader).hits();
        return stores.published().read(reader, session -> {
            Set<String> names = new LinkedHashSet<>();
            for (Hits.Hit hit : hits) {
                Optional<Node> action = Workspace.byId(session, hit.id());
                if (action.isPresent() && action.get().hasProperty("seances")) {
                    for (javax.jcr.Value event :
                            action.get().getProperty("seances").getValues()) {
                        Optional<Node> found = EVENTS.nodeById(session, event.getString());
                        if (found.isPresent()) {
                            names.add(found.get().getName());
                        }
                    }
                }
            }
            return names;
        });
    }

    /** One event, if there is one of this name that somebody may read. */
    Optional<CalendarEntry> one(String name, Identity reader, String base) {
        Hits hits = indexes.published()
                .find(
                        ContentQuery.in(EVENTS.name())
                                .ofType(EventDates.EVENT)
                                .where("@name", name)
                                .page(0, 1),
                        reader);
        if (hits.hits().isEmpty()) {
            return Optional.empty();
        }
        String path = hits.hits().get(0).path();
        return reading(reader, base, (session, reading) -> {
            Optional<Node> event = EVENTS.node(session, path);
            return event.isPresent() ? reading.event(event.get()) : Optional.empty();
        });
    }

    /** Work in the session of a reader. */
    private interface Work<T> {
        T apply(Session session, Reading reading) throws RepositoryException;
    }

    private <T> T reading(Identity reader, String base, Work<T> work) {
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        whole -> stores.published()
                                .read(
                                        reader,
                                        session -> work.apply(
                                                session,
                                                new Reading(session, new ItemUids(whole, EVENTS, host()), base))));
    }

    /** Paths of the events that have a date that was not over then. */
    private Set<String> events(CalendarFilter filter, Identity reader, Instant from) {
        ContentQuery dates = ContentQuery.in(EVENTS.name())
                .ofType(EventDates.OCCURRENCE)
                .and(new ContentQuery.Between("fin", from, null))
                .orderBy("debut", false);
        for (ContentQuery.Filter condition : filter.conditions()) {
            dates = dates.and(condition);
        }
        Set<String> events = new LinkedHashSet<>();
        long total;
        int at = 0;
        do {
            Hits hits = indexes.published().find(dates.page(at, AT_ONCE), reader);
            hits.hits().forEach(hit -> events.add(parent(parent(hit.path()))));
            total = hits.total();
            at += AT_ONCE;
        } while (at < total && at + AT_ONCE <= ContentQuery.DEEPEST && events.size() < MOST);
        return events;
    }

    private List<String> calls(List<ContentQuery.Filter> conditions, Identity reader, Instant from) {
        ContentQuery calls = ContentQuery.in(ADS.name())
                .ofType(AD)
                .where("type", CALL)
                .and(new ContentQuery.Between("cloture", from, null))
                .orderBy("cloture", false)
                .page(0, AT_ONCE);
        for (ContentQuery.Filter condition : conditions) {
            calls = calls.and(condition);
        }
        return indexes.published().find(calls, reader).hits().stream()
                .map(Hits.Hit::path)
                .toList();
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private String host() {
        return ItemUids.host(siteAddress);
    }

    /** Reads nodes in one session. */
    private final class Reading {

        private final Session session;
        private final ItemUids identity;
        private final String base;
        private final NodeAddresses addresses;

        Reading(Session session, ItemUids identity, String base) {
            this.session = session;
            this.identity = identity;
            this.base = base;
            this.addresses = new NodeAddresses(session, registry.current(), base, extension);
        }

        Optional<CalendarEntry> event(Node event) throws RepositoryException {
            Optional<Schedule> schedule = EventDates.schedule(event);
            LocalDate today = clock.instant().atZone(CalendarTimes.PARIS).toLocalDate();
            Optional<CalendarTimes> times =
                    schedule.isPresent() ? CalendarTimes.of(schedule.get(), today) : Optional.empty();
            if (times.isEmpty()) {
                return Optional.empty();
            }
            String status = ItemText.of(event, "statut");
            return Optional.of(new CalendarEntry(
                    identity.of(event.getIdentifier()),
                    event.hasProperty(EventRevision.NUMBER)
                            ? event.getProperty(EventRevision.NUMBER).getLong()
                            : 0,
                    ItemText.changed(event),
                    ItemText.of(event, "titre"),
                    description(event, status),
                    place(event),
                    status.isEmpty() ? "prevu" : status,
                    categories(event),
                    organisers(event),
                    addresses.of(event).orElse(base),
                    ItemText.of(event, "enLigne"),
                    "",
                    times.get()));
        }

        /** The words of the status stand first: iCalendar knows « annulé », and neither « complet » nor « reporté ». */
        private String description(Node event, String status) throws RepositoryException {
            String word = registry.current()
                    .messages()
                    .find(Locale.FRENCH, "evenements.statut." + status + ".phrase")
                    .orElse("");
            String text = ItemText.plain(addresses.withLinks(ItemText.of(event, "description")));
            return Stream.of(word, text, addresses.of(event).orElse(""))
                    .filter(part -> !part.isEmpty())
                    .reduce((one, other) -> one + "\n\n" + other)
                    .orElse("");
        }

        private String place(Node event) throws RepositoryException {
            String known = ItemText.of(event, "lieu/lieu");
            Optional<Node> place = new Workspace("lieux").nodeById(session, known);
            String name = place.isPresent() ? ItemText.of(place.get(), "titre") : ItemText.of(event, "lieu/nom");
            String street =
                    place.isPresent() ? ItemText.of(place.get(), "adresse") : ItemText.of(event, "lieu/adresse");
            String commune = ItemText.titleOf(session, "vocabulaires", ItemText.of(event, "commune"));
            String all = String.join(
                    ", ",
                    Stream.of(name, street, commune)
                            .filter(one -> !one.isEmpty())
                            .toList());
            return all.isEmpty() && event.hasProperty("enLigne") ? word("evenements.enLigne") : all;
        }

        private List<String> categories(Node event) throws RepositoryException {
            List<String> categories = new ArrayList<>();
            categories.add(ItemText.of(event, "origine"));
            categories.addAll(ItemText.titlesOf(event, "themes", "vocabulaires"));
            return categories;
        }

        private String organisers(Node event) throws RepositoryException {
            List<String> names = new ArrayList<>();
            for (Node one : ItemText.entries(event, "organisateurs")) {
                String known = ItemText.titleOf(session, "acteurs", ItemText.of(one, "acteur"));
                names.add(known.isEmpty() ? ItemText.of(one, "nom") : known);
            }
            names.removeIf(String::isEmpty);
            return String.join(", ", names);
        }

        /** The last day to answer a call, as a whole day. */
        Optional<CalendarEntry> deadline(Node call) throws RepositoryException {
            Optional<Instant> closing = ItemText.instant(call, "cloture");
            if (closing.isEmpty()) {
                return Optional.empty();
            }
            CalendarTimes day = new CalendarTimes(
                    closing.get().atZone(CalendarTimes.PARIS).toLocalDate().atStartOfDay(),
                    Optional.empty(),
                    true,
                    null,
                    List.of(),
                    List.of());
            String address = addresses.of(call).orElse(base);
            String text = ItemText.plain(addresses.withLinks(ItemText.of(call, "description")));
            return Optional.of(new CalendarEntry(
                    call.getIdentifier() + "@" + host(),
                    // a deadline that is moved on is a later state: its days count up
                    Math.max(
                            0,
                            closing.get().getEpochSecond() / Duration.ofDays(1).toSeconds()),
                    ItemText.changed(call),
                    registry.current()
                            .messages()
                            .lookup(Locale.FRENCH, "evenements.echeance.titre", ItemText.of(call, "titre")),
                    text + "\n\n" + address,
                    ItemText.titleOf(session, "vocabulaires", ItemText.of(call, "commune")),
                    "prevu",
                    List.of(word("evenements.echeance")),
                    ItemText.of(call, "financeur"),
                    address,
                    "",
                    "",
                    day));
        }

        private String word(String key) {
            return registry.current().messages().lookup(Locale.FRENCH, key);
        }
    }
}
