package org.bocage.portal.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * One time that an event happens.
 *
 * @param day on which it starts, where it happens
 * @param lastDay on which it is still going on
 * @param from its first instant
 * @param to the first instant after it
 */
record Occurrence(LocalDate day, LocalDate lastDay, Instant from, Instant to) {

    /** The name of its node. */
    String name() {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
