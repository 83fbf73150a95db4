package org.bocage.portal.agenda;

import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When an event happens, as a calendar says it on the clock of Paris. A rule is given when it makes, with the days left out and
 * the days besides, exactly the dates that the portal shows; else each date is told.
 *
 * @param start of the first time
 * @param length of each time; empty when nobody said
 * @param allDay whether hours do not count; the length is then in whole days, the last one included
 * @param rule null for a single time, or dates that follow none
 * @param without starts that the rule makes and that are not
 * @param besides starts that no rule makes
 */
record CalendarTimes(
        LocalDateTime start,
        Optional<Duration> length,
        boolean allDay,
        biweekly.util.@Nullable Recurrence rule,
        List<LocalDateTime> without,
        List<LocalDateTime> besides) {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Empty when it never happens. */
    static Optional<CalendarTimes> of(Schedule schedule, LocalDate today) {
        List<LocalDateTime> starts = schedule.occurrences(today).stream()
                .map(one -> one.from()
                        .atZone(schedule.allDay() ? schedule.zone() : PARIS)
                        .toLocalDateTime())
                .toList();
        if (starts.isEmpty()) {
            return Optional.empty();
        }
        boolean onOurClock = schedule.allDay() || schedule.zone().equals(PARIS);
        if (schedule.recurrence().isPresent() && onOurClock && starts.size() < Schedule.MOST) {
            Optional<CalendarTimes> ruled =
                    byRule(schedule, schedule.recurrence().get(), today, starts);
            if (ruled.isPresent()) {
                return ruled;
            }
        }
        return Optional.of(new CalendarTimes(
                starts.get(0),
                schedule.length(),
                schedule.allDay(),
                null,
                List.of(),
                starts.subList(1, starts.size())));
    }

    private static Optional<CalendarTimes> byRule(
            Schedule schedule, Recurrence rule, LocalDate today, List<LocalDateTime> starts) {
        LocalDate last = today.plusMonths(Schedule.MONTHS_AHEAD);
        List<LocalDateTime> made = rule.from(schedule.start(), last);
        List<LocalDateTime> without = made.stream()
                .filter(one -> schedule.exceptions().contains(one.toLocalDate()))
                .toList();
        TreeSet<LocalDateTime> told = new TreeSet<>(made);
        told.addAll(schedule.others());
        told.removeIf(one -> schedule.exceptions().contains(one.toLocalDate()));
        if (!rule.beginsWith(schedule.start()) || !List.copyOf(told).equals(starts)) {
            return Optional.empty();
        }
        LocalDateTime end =
                rule.until().filter(until -> until.toLocalDate().isAfter(last)).orElse(made.get(made.size() - 1));
        return Optional.of(new CalendarTimes(
                schedule.start(),
                schedule.length(),
                schedule.allDay(),
                rule.until(moment(end, schedule.allDay())),
                without,
                schedule.others().stream()
                        .filter(one -> !made.contains(one) && told.contains(one))
                        .distinct()
                        .toList()));
    }

    /** The moment at which it ends, the first after the last day when it lasts whole days; empty when nobody said. */
    Optional<LocalDateTime> end() {
        if (allDay) {
            return Optional.of(start.plus(length.orElse(Duration.ZERO)).plusDays(1));
        }
        return length.map(start::plus);
    }

    /** A time on the clock of Paris, or a day, as the library writes it. */
    static ICalDate moment(LocalDateTime local, boolean allDay) {
        return allDay
                ? new ICalDate(
                        new DateTimeComponents(local.getYear(), local.getMonthValue(), local.getDayOfMonth()), false)
                : new ICalDate(Date.from(local.atZone(PARIS).toInstant()), true);
    }
}
