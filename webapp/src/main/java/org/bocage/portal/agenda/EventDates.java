package org.bocage.portal.agenda;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.tree.TreeWriter;
import org.bocage.editorial.publishing.ComputedFields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes the dates of an event as nodes below it, {@code occurrences/20260604}, which every host lists and filters by its
 * stock means. An internal event is for the CA, whatever else was ticked. Comes first: others go by these dates.
 */
@Order(0)
@Component
final class EventDates implements ComputedFields {

    private static final Logger log = LoggerFactory.getLogger(EventDates.class);
    static final String EVENT = "bocage:evenement";
    static final String OCCURRENCE = "bocage:occurrence";
    private static final String HOLDER = "occurrences";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Clock clock;

    EventDates(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void derive(Node item) throws RepositoryException {
        if (!item.getPrimaryNodeType().getName().equals(EVENT)) {
            return;
        }
        if (flag(item, "interne")) {
            item.setProperty("visibilite", "ca");
        }
        writeDates(item);
        EventRevision.number(item);
    }

    @Override
    public void renew(Node item) throws RepositoryException {
        if (item.getPrimaryNodeType().getName().equals(EVENT)) {
            writeDates(item);
        }
    }

    private void writeDates(Node item) throws RepositoryException {
        Optional<Schedule> schedule = schedule(item);
        List<Occurrence> occurrences = schedule.isPresent()
                ? schedule.get().occurrences(clock.instant().atZone(PARIS).toLocalDate())
                : List.of();
        write(item, occurrences);
    }

    /** When an event happens, from what was typed; empty when nobody said. */
    static Optional<Schedule> schedule(Node item) throws RepositoryException {
        if (!item.hasProperty("debut")) {
            return Optional.empty();
        }
        ZoneId zone = zone(item);
        LocalDateTime start = local(item.getProperty("debut").getValue(), zone);
        boolean allDay = flag(item, "journee");
        LocalDateTime from = allDay ? start.toLocalDate().atStartOfDay() : start;
        Node series = item.hasNode("recurrence") ? item.getNode("recurrence") : item;
        Set<LocalDate> exceptions = new HashSet<>();
        dates(series, "exceptions", zone).forEach(one -> exceptions.add(one.toLocalDate()));
        return Optional.of(new Schedule(
                from,
                length(item, from, allDay, zone),
                allDay,
                zone,
                series.equals(item) ? Optional.empty() : recurrence(series, from, zone),
                exceptions,
                dates(series, "autresDates", zone)));
    }

    private static Optional<Duration> length(Node item, LocalDateTime from, boolean allDay, ZoneId zone)
            throws RepositoryException {
        if (!item.hasProperty("fin")) {
            return Optional.empty();
        }
        LocalDateTime end = local(item.getProperty("fin").getValue(), zone);
        Duration length = Duration.between(from, allDay ? end.toLocalDate().atStartOfDay() : end);
        return length.isNegative() ? Optional.empty() : Optional.of(length);
    }

    private static Optional<Recurrence> recurrence(Node series, LocalDateTime from, ZoneId zone)
            throws RepositoryException {
        String rule = text(series, "regle");
        if (!rule.isEmpty()) {
            Optional<Recurrence> read = Recurrence.of(rule, zone);
            if (read.isEmpty()) {
                log.warn("{} keeps its first date only: {} is no rule we follow", series.getPath(), rule);
            }
            return read;
        }
        Optional<LocalDate> until = series.hasProperty("jusquAu")
                ? Optional.of(
                        local(series.getProperty("jusquAu").getValue(), zone).toLocalDate())
                : Optional.empty();
        int times =
                series.hasProperty("fois") ? (int) series.getProperty("fois").getLong() : 0;
        return Recurrence.of(text(series, "rythme"), from, until, times);
    }

    /** Several dates, as values of one property or in nodes of their own. */
    static List<LocalDateTime> dates(Node node, String name, ZoneId zone) throws RepositoryException {
        List<LocalDateTime> found = new ArrayList<>();
        for (Value value : values(node, name)) {
            found.add(local(value, zone));
        }
        return found;
    }

    /** The same dates as they are stored. */
    static List<Value> values(Node node, String name) throws RepositoryException {
        List<Value> found = new ArrayList<>();
        if (node.hasProperty(name)) {
            Property property = node.getProperty(name);
            found.addAll(property.isMultiple() ? List.of(property.getValues()) : List.of(property.getValue()));
        }
        if (node.hasNode(name)) {
            for (NodeIterator entries = node.getNode(name).getNodes(); entries.hasNext(); ) {
                for (PropertyIterator all = entries.nextNode().getProperties(); all.hasNext(); ) {
                    Property property = all.nextProperty();
                    if (property.getType() == PropertyType.DATE
                            && !property.getName().contains(":")) {
                        found.add(property.getValue());
                    }
                }
            }
        }
        return found;
    }

    private static LocalDateTime local(Value value, ZoneId zone) throws RepositoryException {
        return LocalDateTime.ofInstant(value.getDate().toInstant(), zone);
    }

    private static ZoneId zone(Node item) throws RepositoryException {
        try {
            String name = text(item, "fuseau");
            return name.isEmpty() ? PARIS : ZoneId.of(name);
        } catch (DateTimeException e) {
            log.warn("{} is told in Paris time: {}", item.getPath(), e.getMessage());
            return PARIS;
        }
    }

    private static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString().strip() : "";
    }

    private static boolean flag(Node node, String name) throws RepositoryException {
        return text(node, name).equals("true");
    }

    private static void write(Node item, List<Occurrence> occurrences) throws RepositoryException {
        if (occurrences.isEmpty() && !item.hasNode(HOLDER)) {
            return;
        }
        Map<String, @Nullable Object> dates = new LinkedHashMap<>();
        if (item.hasNode(HOLDER)) {
            for (NodeIterator present = item.getNode(HOLDER).getNodes(); present.hasNext(); ) {
                dates.put(present.nextNode().getName(), null);
            }
        }
        for (Occurrence one : occurrences) {
            dates.put(one.name(), values(one));
        }
        TreeWriter.put(item, Map.of(HOLDER, dates));
    }

    private static Map<String, Object> values(Occurrence occurrence) {
        return Map.of(
                "jcr:primaryType", OCCURRENCE,
                "jour", occurrence.day().toString(),
                "dernierJour", occurrence.lastDay().toString(),
                "debut", Dates.utc(occurrence.from()),
                "fin", Dates.utc(occurrence.to()),
                "heure", occurrence.startsAt(),
                "heureFin", occurrence.endsAt());
    }
}
