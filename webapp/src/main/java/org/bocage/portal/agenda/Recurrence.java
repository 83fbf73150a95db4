package org.bocage.portal.agenda;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.io.CannotParseException;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

/**
 * How something comes back. Expanded in local time, as if there were no summer time, so that half past six stays half past
 * six (RFC 5545, 3.3.10).
 */
public final class Recurrence {

    /** Enough for 27 years of days; beyond, a rule is no longer an agenda's. */
    private static final int MOST_STEPS = 10_000;

    private static final TimeZone LOCAL = TimeZone.getTimeZone("UTC");
    private static final Set<Frequency> FREQUENCIES =
            EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
    private static final int WEEK = 7;
    private static final int LAST = 5;
    /** From the day after this one on, a weekday is there for the fifth time in its month. */
    static final int DAYS_BEFORE_THE_FIFTH = 28;

    private final biweekly.util.Recurrence rule;

    private Recurrence(biweekly.util.Recurrence rule) {
        this.rule = rule;
    }

    /** A rule as people choose it, for something that starts then; empty when the word is none of ours. */
    static Optional<Recurrence> of(String pace, LocalDateTime start, Optional<LocalDate> until, int times) {
        biweekly.util.Recurrence.Builder builder;
        switch (pace) {
            case "jour" -> builder = new biweekly.util.Recurrence.Builder(Frequency.DAILY);
            case "semaine" -> builder = new biweekly.util.Recurrence.Builder(Frequency.WEEKLY);
            case "quinzaine" -> builder = new biweekly.util.Recurrence.Builder(Frequency.WEEKLY).interval(2);
            case "mois-jour" -> builder = sameRank(start.toLocalDate());
            case "mois-date" -> builder = new biweekly.util.Recurrence.Builder(Frequency.MONTHLY);
            case "annee" -> builder = new biweekly.util.Recurrence.Builder(Frequency.YEARLY);
            default -> {
                return Optional.empty();
            }
        }
        if (times > 0) {
            builder.count(times);
        } else {
            until.ifPresent(day -> builder.until(local(day.atTime(LocalTime.MAX)), true));
        }
        return Optional.of(new Recurrence(builder.build()));
    }

    /** The second Tuesday, the last Friday: the fifth counts as the last. */
    private static biweekly.util.Recurrence.Builder sameRank(LocalDate day) {
        int rank = (day.getDayOfMonth() - 1) / WEEK + 1;
        DayOfWeek weekday = DayOfWeek.valueOf(day.getDayOfWeek().name());
        return new biweekly.util.Recurrence.Builder(Frequency.MONTHLY).byDay(rank == LAST ? -1 : rank, weekday);
    }

    /**
     * A rule as calendars write it; empty when it is none, or has parts that we do not follow.
     *
     * @param zone in which what it is about happens: the end of a rule is told in universal time
     */
    public static Optional<Recurrence> of(String rrule, ZoneId zone) {
        ParseContext context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        try {
            biweekly.util.Recurrence rule = new RecurrenceRuleScribe()
                    .parseText(rrule, ICalDataType.RECUR, new ICalParameters(), context)
                    .getValue();
            boolean followed = rule != null
                    && FREQUENCIES.contains(rule.getFrequency())
                    && rule.getBySetPos().isEmpty()
                    && rule.getByHour().isEmpty()
                    && rule.getByMinute().isEmpty()
                    && rule.getBySecond().isEmpty();
            return followed ? Optional.of(new Recurrence(endingLocally(rule, zone))) : Optional.empty();
        } catch (CannotParseException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static biweekly.util.Recurrence endingLocally(biweekly.util.Recurrence rule, ZoneId zone) {
        ICalDate until = rule.getUntil();
        if (until == null) {
            return rule;
        }
        DateTimeComponents told = until.getRawComponents();
        LocalDate day = LocalDate.of(told.getYear(), told.getMonth(), told.getDate());
        LocalDateTime last = !until.hasTime()
                ? day.atTime(LocalTime.MAX)
                : day.atTime(told.getHour(), told.getMinute(), Math.min(told.getSecond(), 59));
        if (told.isUtc()) {
            last = last.atZone(ZoneOffset.UTC).withZoneSameInstant(zone).toLocalDateTime();
        }
        return new biweekly.util.Recurrence.Builder(rule)
                .until(local(last), true)
                .build();
    }

    /** The times it starts at, the first one always among them, up to a day. */
    List<LocalDateTime> from(LocalDateTime start, LocalDate last) {
        List<LocalDateTime> found = new ArrayList<>();
        found.add(start);
        DateIterator all = rule.getDateIterator(new ICalDate(local(start), true), LOCAL);
        for (int step = 0; step < MOST_STEPS && all.hasNext(); step++) {
            LocalDateTime next = LocalDateTime.ofInstant(all.next().toInstant(), ZoneOffset.UTC);
            if (next.toLocalDate().isAfter(last)) {
                break;
            }
            if (next.isAfter(start)) {
                found.add(next);
            }
        }
        return found;
    }

    /** Whether something that starts then follows the rule from its first time on. */
    boolean beginsWith(LocalDateTime start) {
        DateIterator all = rule.getDateIterator(new ICalDate(local(start), true), LOCAL);
        return all.hasNext()
                && LocalDateTime.ofInstant(all.next().toInstant(), ZoneOffset.UTC)
                        .equals(start);
    }

    /** The last day and hour of a rule that has one, in local time. */
    Optional<LocalDateTime> until() {
        return Optional.ofNullable(rule.getUntil())
                .map(date -> LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC));
    }

    /** The rule as calendars write it, with another end when it has one. */
    biweekly.util.Recurrence until(ICalDate end) {
        return rule.getUntil() == null
                ? rule
                : new biweekly.util.Recurrence.Builder(rule).until(end).build();
    }

    private static Date local(LocalDateTime time) {
        return Date.from(time.toInstant(ZoneOffset.UTC));
    }
}
