package org.bocage.cms.repository.exchange;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Calendar;
import java.util.Date;
import org.bocage.cms.repository.dates.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Moves the dates of demo content by whole days; the hour on the wall in Paris stays. A series keeps what makes it one:
 * {@code demoSerie: semaine} its weekday, {@code demoSerie: mois} its weekday and rank in the month.
 *
 * @param days how far
 * @param series {@code semaine}, {@code mois}; empty for what happens once
 */
public record DemoShift(long days, String series) {

    /** Dates stay as they are written. */
    public static final DemoShift NONE = new DemoShift(0, "");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int WEEK = 7;

    /** The shift of a node's dates, given the one of the node above. */
    DemoShift within(@Nullable Object itsSeries) {
        return itsSeries == null ? this : new DemoShift(days, String.valueOf(itsSeries));
    }

    Date apply(Date date) {
        ZonedDateTime at = date.toInstant().atZone(PARIS);
        return Date.from(at.with(moved(at.toLocalDate())).toInstant());
    }

    Calendar apply(Calendar date) {
        return Dates.utc(apply(date.getTime()).toInstant());
    }

    private LocalDate moved(LocalDate day) {
        return switch (series) {
            case "semaine" -> day.plusWeeks(Math.round((double) days / WEEK));
            case "mois" -> sameRank(day, day.plusDays(days));
            default -> day.plusDays(days);
        };
    }

    private static LocalDate sameRank(LocalDate day, LocalDate near) {
        DayOfWeek weekday = day.getDayOfWeek();
        int rank = (day.getDayOfMonth() - 1) / WEEK + 1;
        LocalDate found = near.with(TemporalAdjusters.dayOfWeekInMonth(rank, weekday));
        return found.getMonth() == near.getMonth() ? found : near.with(TemporalAdjusters.lastInMonth(weekday));
    }
}
