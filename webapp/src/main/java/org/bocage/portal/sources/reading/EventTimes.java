package org.bocage.portal.sources.reading;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RawProperty;
import biweekly.property.RecurrenceDates;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bocage.portal.agenda.Occurrence;
import org.bocage.portal.agenda.Recurrence;
import org.bocage.portal.agenda.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * When an event of a calendar happens, on the clock of the source's zone: what is told in another zone, or in universal time, is
 * told in that one. A series of another clock is written out, for its times do not stay the same here.
 */
final class EventTimes {

    private final TimezoneInfo zones;
    private final ZoneId zone;
    private final String title;
    private final Consumer<Warning> warnings;
    private final boolean allDay;
    private final LocalDateTime start;
    private final Optional<Duration> length;
    private final String rule;
    private final Set<LocalDate> exceptions = new HashSet<>();
    private final List<LocalDateTime> others = new ArrayList<>();
    private final String recurrenceId;

    EventTimes(VEvent event, TimezoneInfo zones, ZoneId zone, YearMonth now, String title, Consumer<Warning> warnings) {
        this.zones = zones;
        this.zone = zone;
        this.title = title;
        this.warnings = warnings;
        ICalDate first = event.getDateStart().getValue();
        this.allDay = !first.hasTime();
        this.start = local(event.getDateStart(), first);
        this.length = length(event);
        this.recurrenceId =
                event.getRecurrenceId() == null || event.getRecurrenceId().getValue() == null
                        ? ""
                        : local(event.getRecurrenceId(), event.getRecurrenceId().getValue())
                                .toString();
        String followed = followed(event);
        for (ExceptionDates dates : event.getExceptionDates()) {
            dates.getValues().forEach(date -> exceptions.add(local(dates, date).toLocalDate()));
        }
        for (RecurrenceDates dates : event.getRecurrenceDates()) {
            dates.getDates().forEach(date -> others.add(local(dates, date)));
            for (Period period : dates.getPeriods()) {
                others.add(local(dates, period.getStartDate()));
            }
        }
        ZoneId clock = clock(event.getDateStart(), first);
        if (followed.isEmpty() || allDay || Zones.sameClock(clock, zone, instant(event.getDateStart(), first))) {
            this.rule = followed;
        } else {
            this.rule = "";
            writeOut(followed, instant(event.getDateStart(), first).atZone(clock), now);
        }
        others.sort(null);
        Schedule here = new Schedule(
                start, Optional.empty(), allDay, zone, Recurrence.of(rule, zone), Set.copyOf(exceptions), others);
        if (here.comesTwiceADay(now.atDay(1))) {
            warnings.accept(Warning.of("twice", title));
        }
    }

    /** The rule, when we follow it. */
    private String followed(VEvent event) {
        List<RawProperty> unread = event.getExperimentalProperties("RRULE");
        if (event.getRecurrenceRule() == null || event.getRecurrenceRule().getValue() == null) {
            if (!unread.isEmpty()) {
                warnings.accept(Warning.of("rule", title));
            }
            return "";
        }
        String written = new biweekly.io.scribe.property.RecurrenceRuleScribe()
                .writeText(
                        event.getRecurrenceRule(),
                        new biweekly.io.WriteContext(biweekly.ICalVersion.V2_0, zones, null));
        if (Recurrence.of(written, zone).isEmpty()) {
            warnings.accept(Warning.of("rule", title));
            return "";
        }
        return written;
    }

    private void writeOut(String followed, ZonedDateTime first, YearMonth now) {
        Schedule there = new Schedule(
                first.toLocalDateTime(),
                Optional.empty(),
                false,
                first.getZone(),
                Recurrence.of(followed, first.getZone()),
                Set.of(),
                List.of());
        there.occurrences(now.atDay(1)).stream()
                .map(Occurrence::from)
                .map(at -> LocalDateTime.ofInstant(at, zone))
                .filter(at -> at.isAfter(start))
                .forEach(others::add);
    }

    private Optional<Duration> length(VEvent event) {
        Optional<Duration> told = Optional.empty();
        if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
            told = Optional.of(Duration.between(
                    start, local(event.getDateEnd(), event.getDateEnd().getValue())));
        } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
            told = Optional.of(Duration.ofMillis(event.getDuration().getValue().toMillis()));
        }
        if (told.isPresent() && told.get().isNegative()) {
            warnings.accept(Warning.of("end", title));
            return Optional.empty();
        }
        if (allDay) {
            // the end of whole days is the first day after them
            long days = told.map(Duration::toDays).orElse(1L);
            return Optional.of(Duration.ofDays(Math.max(0, days - 1)));
        }
        return told.filter(one -> !one.isZero()).map(one -> one.truncatedTo(ChronoUnit.MINUTES));
    }

    /** A date on the clock of the source. */
    private LocalDateTime local(ICalProperty property, ICalDate date) {
        DateTimeComponents raw = raw(date);
        if (!date.hasTime()) {
            return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate()).atStartOfDay();
        }
        return LocalDateTime.ofInstant(instant(property, date), zone).truncatedTo(ChronoUnit.MINUTES);
    }

    private Instant instant(ICalProperty property, ICalDate date) {
        TimezoneAssignment assigned = zones.getTimezone(property);
        if (!raw(date).isUtc() && name(property, assigned).flatMap(Zones::named).isEmpty() && assigned != null) {
            return date.toInstant();
        }
        return wall(raw(date)).atZone(clock(property, date)).toInstant();
    }

    /** The clock a date is told by: that of its zone if anybody knows it, else the source's. */
    private ZoneId clock(ICalProperty property, ICalDate date) {
        if (raw(date).isUtc()) {
            return ZoneOffset.UTC;
        }
        Optional<String> name = name(property, zones.getTimezone(property));
        Optional<ZoneId> known = name.flatMap(Zones::named);
        if (known.isEmpty() && name.isPresent() && zones.getTimezone(property) == null) {
            warnings.accept(Warning.of("zone", name.get()));
        }
        return known.orElse(zone);
    }

    private static Optional<String> name(ICalProperty property, @Nullable TimezoneAssignment assigned) {
        if (assigned == null) {
            return Optional.ofNullable(property.getParameters().getTimezoneId());
        }
        if (assigned.getGlobalId() != null) {
            return Optional.of(assigned.getGlobalId());
        }
        return Optional.ofNullable(assigned.getComponent())
                .flatMap(component -> Optional.ofNullable(component.getTimezoneId()))
                .flatMap(id -> Optional.ofNullable(id.getValue()));
    }

    private static DateTimeComponents raw(ICalDate date) {
        DateTimeComponents raw = date.getRawComponents();
        return raw == null ? new DateTimeComponents(date) : raw;
    }

    private static LocalDateTime wall(DateTimeComponents raw) {
        return LocalDateTime.of(
                raw.getYear(),
                raw.getMonth(),
                raw.getDate(),
                raw.getHour(),
                raw.getMinute(),
                Math.min(raw.getSecond(), 59));
    }

    boolean allDay() {
        return allDay;
    }

    ZoneId zone() {
        return zone;
    }

    LocalDateTime start() {
        return start;
    }

    Optional<Duration> length() {
        return length;
    }

    String rule() {
        return rule;
    }

    Set<LocalDate> exceptions() {
        return Set.copyOf(exceptions);
    }

    List<LocalDateTime> others() {
        return List.copyOf(others);
    }

    String recurrenceId() {
        return recurrenceId;
    }
}
