package org.bocage.portal.sources.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.portal.agenda.Occurrence;
import org.bocage.portal.agenda.Recurrence;
import org.bocage.portal.agenda.Schedule;

/**
 * An event as its source tells it.
 *
 * @param sequence how often the source says it changed
 * @param stamp when the source says it last changed
 * @param start on the clock of {@code zone}; of a whole day its midnight
 * @param length of each time; empty when the source does not say; of whole days one less than their number
 * @param rule RRULE, empty when it does not come back or comes back in a way that we do not follow
 * @param status {@code prevu}, {@code annule}, {@code reporte} or {@code complet}
 * @param online where it is joined from afar, else empty
 * @param commune INSEE code or {@link Territory#ELSEWHERE}, when one was recognised
 * @param description clean HTML
 */
public record EventEntry(
        String uid,
        String recurrenceId,
        long sequence,
        Instant stamp,
        String title,
        LocalDateTime start,
        Optional<Duration> length,
        boolean allDay,
        ZoneId zone,
        String rule,
        Set<LocalDate> exceptions,
        List<LocalDateTime> others,
        String status,
        String place,
        String street,
        String online,
        Optional<String> commune,
        String description,
        List<String> categories)
        implements Entry {

    /** Of two that say the same thing, the newer one last (RFC 5546, 2.1.5). */
    static final Comparator<EventEntry> BY_AGE =
            Comparator.comparingLong(EventEntry::sequence).thenComparing(EventEntry::stamp);

    @Override
    public Key key() {
        return new Key(uid, recurrenceId);
    }

    @Override
    public String otherKey() {
        return otherKey(title, start.toString(), place);
    }

    static String otherKey(String title, String start, String place) {
        return Territory.fold(title) + "|" + start + "|" + Territory.fold(place);
    }

    /** The same without the days on which something else is told to happen. */
    EventEntry without(Set<LocalDate> days) {
        Set<LocalDate> all = java.util.stream.Stream.concat(exceptions.stream(), days.stream())
                .collect(Collectors.toUnmodifiableSet());
        return new EventEntry(
                uid,
                recurrenceId,
                sequence,
                stamp,
                title,
                start,
                length,
                allDay,
                zone,
                rule,
                all,
                others,
                status,
                place,
                street,
                online,
                commune,
                description,
                categories);
    }

    public Schedule schedule() {
        return new Schedule(
                start,
                length,
                allDay,
                zone,
                rule.isEmpty() ? Optional.empty() : Recurrence.of(rule, zone),
                exceptions,
                others);
    }

    @Override
    public boolean isOver(Instant then) {
        return end(then).isBefore(then);
    }

    /** When it ends for the last time, as far as that is known at a moment. */
    public Instant end(Instant now) {
        return last(now).map(Occurrence::to).orElse(Instant.EPOCH);
    }

    /** The first time it is on from a moment on, else the last time it was; empty when it never is. */
    public Optional<Occurrence> next(Instant now) {
        return times(now).stream()
                .filter(one -> one.to().isAfter(now))
                .findFirst()
                .or(() -> last(now));
    }

    private Optional<Occurrence> last(Instant now) {
        List<Occurrence> all = times(now);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The times it is on, in order, as far as that is known at a moment. */
    public List<Occurrence> times(Instant now) {
        return schedule().occurrences(LocalDate.ofInstant(now, zone));
    }
}
