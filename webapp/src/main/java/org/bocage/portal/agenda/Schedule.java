package org.bocage.portal.agenda;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * When an event happens, on the clock of its place.
 *
 * @param start of the first time
 * @param length of each time; empty when nobody said
 * @param allDay whether hours do not count; the length is then in whole days, the last one included
 * @param recurrence how it comes back
 * @param exceptions days on which it does not
 * @param others times besides those of the rule
 */
public record Schedule(
        LocalDateTime start,
        Optional<Duration> length,
        boolean allDay,
        ZoneId zone,
        Optional<Recurrence> recurrence,
        Set<LocalDate> exceptions,
        List<LocalDateTime> others) {

    /** At most so many times a series. */
    public static final int MOST = 200;

    /** How far ahead a series is written out, in months. */
    public static final int MONTHS_AHEAD = 18;

    /** Assumed length of an occurrence when none is given. */
    private static final Duration USUAL = Duration.ofHours(2);

    /**
     * The times it happens, one a day, in order: of a series those up to 18 months after today, and of these the first 200 to
     * come; where fewer come, the latest of those that are over too.
     */
    public List<Occurrence> occurrences(LocalDate today) {
        Map<LocalDate, LocalDateTime> byDay = new TreeMap<>();
        starts(today).forEach(one -> byDay.putIfAbsent(one.toLocalDate(), one));
        List<Occurrence> all = byDay.values().stream().map(this::at).toList();
        int over =
                (int) all.stream().filter(one -> one.lastDay().isBefore(today)).count();
        int from = Math.max(0, Math.min(over, all.size() - MOST));
        return all.subList(from, Math.min(all.size(), from + MOST));
    }

    /** Whether it happens more than once on some day: the first time of each is told, for a date has one page. */
    public boolean comesTwiceADay(LocalDate today) {
        List<LocalDateTime> starts = starts(today);
        return starts.stream().map(LocalDateTime::toLocalDate).distinct().count() < starts.size();
    }

    /** When it begins, each time once, in order. */
    private List<LocalDateTime> starts(LocalDate today) {
        LocalDate last = today.plusMonths(MONTHS_AHEAD);
        return Stream.concat(
                        recurrence.map(rule -> rule.from(start, last)).orElse(List.of(start)).stream(), others.stream())
                .filter(one -> !exceptions.contains(one.toLocalDate()))
                .distinct()
                .sorted()
                .toList();
    }

    private Occurrence at(LocalDateTime from) {
        if (allDay) {
            LocalDate lastDay =
                    from.toLocalDate().plusDays(length.orElse(Duration.ZERO).toDays());
            return new Occurrence(
                    from.toLocalDate(),
                    lastDay,
                    from.toLocalDate().atStartOfDay(zone).toInstant(),
                    lastDay.plusDays(1).atStartOfDay(zone).toInstant(),
                    zone);
        }
        LocalDateTime to = from.plus(length.orElse(USUAL));
        LocalDate lastDay =
                length.isPresent() && to.isAfter(from) ? to.minusNanos(1).toLocalDate() : from.toLocalDate();
        return new Occurrence(
                from.toLocalDate(),
                lastDay,
                from.atZone(zone).toInstant(),
                to.atZone(zone).toInstant(),
                zone);
    }
}
