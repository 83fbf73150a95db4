package org.bocage.cms.repository;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.TimeZone;

/** Instants as JCR takes them, and days as forms send them. */
public final class Dates {

    private static final int LAST_YEAR = 9999;

    private Dates() {}

    /** An instant as a calendar in UTC, to the millisecond: what a property of type Date is set to. */
    public static Calendar utc(Instant at) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }

    /** A day as a form sends it, {@code 2026-11-28}, of a year of four digits (HTML, 2.3.5.2); whatever else was typed is none. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.getYear() >= 0 && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
