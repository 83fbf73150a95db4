package org.bocage.editorial.view;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.bocage.cms.repository.dates.FrenchDays;

/**
 * An instant as people read it.
 *
 * @param iso value of {@code <time datetime>}, ISO 8601
 * @param day « 23 novembre », with the year unless it is this one
 * @param time « 9 h 12 », empty when only the day matters
 */
public record Moment(String iso, String day, String time) {

    private static final DateTimeFormatter THIS_YEAR = FrenchDays.format("d MMMM");
    private static final DateTimeFormatter OTHER_YEAR = FrenchDays.format("d MMMM yyyy");

    /** An instant in the zone of the clock, which also says what this year is. */
    public static Moment of(Instant when, Clock clock) {
        var local = when.atZone(clock.getZone());
        var thisYear = local.getYear() == LocalDate.now(clock).getYear();
        return new Moment(
                when.truncatedTo(ChronoUnit.SECONDS).toString(),
                (thisYear ? THIS_YEAR : OTHER_YEAR).format(local),
                FrenchDays.hour(local.toLocalTime()));
    }
}
