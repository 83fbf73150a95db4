package org.bocage.cms.repository;

import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;

/** Instants as JCR takes them. */
public final class Dates {

    private Dates() {}

    /** An instant as a calendar in UTC, to the millisecond: what a property of type Date is set to. */
    public static Calendar utc(Instant at) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }
}
