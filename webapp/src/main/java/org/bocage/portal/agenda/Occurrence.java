package org.bocage.portal.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * One time that an event happens.
 *
 * @param day on which it starts, where it happens
 * @param lastDay on which it is still going on
 * @param from its first instant
 * @param to the first instant after it
 * @param zone of its place
 */
public record Occurrence(LocalDate day, LocalDate lastDay, Instant from, Instant to, ZoneId zone) {

    /** Returns its start in the local time of the place, {@code 18:30}. */
    String startsAt() {
        return clock(from);
    }

    /** Returns its end in the local time of the place. */
    String endsAt() {
        return clock(to);
    }

    private String clock(Instant at) {
        return at.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** The name of its node. */
    String name() {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
