package org.bocage.cms.repository.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** Instants as JCR takes and keeps them, and days as forms send them. */
public final class Dates {

    private static final int LAST_YEAR = 9999;

    private Dates() {}

    /** An instant as a calendar in UTC, to the millisecond: what a property of type Date is set to. */
    public static Calendar utc(Instant at) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }

    /**
     * When an item was made: {@code mgnl:created}, which what was imported may lack, else {@code jcr:created} (JSR 283, 3.7.11.7); the
     * epoch when nothing tells.
     */
    public static Calendar created(Node item) throws RepositoryException {
        for (String date : List.of("mgnl:created", "jcr:created")) {
            if (item.hasProperty(date)) {
                return item.getProperty(date).getDate();
            }
        }
        return utc(Instant.EPOCH);
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
