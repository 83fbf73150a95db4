package org.bocage.portal.agenda;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.CalendarScale;
import biweekly.property.Conference;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ExceptionDates;
import biweekly.property.Image;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.RecurrenceDates;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.bocage.portal.feeds.OctetFolding;

/**
 * Writes calendars (RFC 5545, with RFC 7986). The library falls short in two places: it folds by letters, not by octets, and
 * takes the definition of a time zone from a site elsewhere, which is said here instead.
 */
final class CalendarText {

    static final String TYPE = "text/calendar; charset=utf-8";
    /** The status of the portal that iCalendar has no word for. */
    private static final String OWN_STATUS = "X-BOCAGE-STATUT";

    private static final String PRODUCT = "-//Portail ESS//FR";
    private static final int REFRESH_HOURS = 6;

    private CalendarText() {}

    /**
     * The text of a calendar.
     *
     * @param name what subscribers call it
     * @param source its own address
     * @param mail of who publishes it; a published event has an organiser (RFC 5546, 3.2.1)
     */
    static String of(String name, String source, String mail, List<CalendarEntry> entries) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setCalendarScale(CalendarScale.gregorian());
        calendar.setMethod(Method.PUBLISH);
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.addExperimentalProperty("X-WR-TIMEZONE", CalendarTimes.PARIS.getId());
        // RFC 7986 asks for the kinds of these two, which the library takes for granted
        calendar.setSource(source).getParameters().setValue(ICalDataType.URI);
        calendar.setRefreshInterval(Duration.builder().hours(REFRESH_HOURS).build())
                .getParameters()
                .setValue(ICalDataType.DURATION);
        calendar.getTimezoneInfo()
                .setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(CalendarTimes.PARIS), paris()));
        entries.forEach(
                entry -> calendar.addEvent(event(entry, entry.contact().isEmpty() ? name : entry.contact(), mail)));
        return OctetFolding.fold(unfolded(calendar));
    }

    private static String unfolded(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(CalendarEntry entry, String organiser, String mail) {
        VEvent event = new VEvent();
        event.setUid(entry.uid());
        event.setDateTimeStamp(Date.from(entry.changed()));
        event.setLastModified(Date.from(entry.changed()));
        event.setSequence((int) entry.sequence());
        event.setSummary(entry.title());
        event.setOrganizer(new Organizer(organiser, mail));
        event.setStatus(status(entry.status()));
        event.addExperimentalProperty(OWN_STATUS, entry.status());
        if (!entry.description().isEmpty()) {
            event.setDescription(entry.description());
        }
        if (!entry.place().isEmpty()) {
            event.setLocation(entry.place());
        }
        if (!entry.contact().isEmpty()) {
            event.addContact(entry.contact());
        }
        if (!entry.online().isEmpty()) {
            event.addConference(new Conference(entry.online()));
        }
        if (!entry.picture().isEmpty()) {
            event.addImage(new Image(null, entry.picture()));
        }
        event.setUrl(entry.address());
        event.addCategories(entry.categories());
        times(event, entry.times());
        return event;
    }

    private static Status status(String status) {
        return switch (status) {
            case "annule" -> Status.cancelled();
            case "reporte" -> Status.tentative();
            default -> Status.confirmed();
        };
    }

    private static void times(VEvent event, CalendarTimes times) {
        boolean hours = !times.allDay();
        event.setDateStart(new DateStart(CalendarTimes.moment(times.start(), times.allDay()), hours));
        times.end().ifPresent(end -> event.setDateEnd(new DateEnd(CalendarTimes.moment(end, times.allDay()), hours)));
        if (times.rule() != null) {
            event.setRecurrenceRule(times.rule());
        }
        if (!times.without().isEmpty()) {
            ExceptionDates without = new ExceptionDates();
            for (LocalDateTime one : times.without()) {
                without.getValues().add(CalendarTimes.moment(one, times.allDay()));
            }
            event.addExceptionDates(without);
        }
        if (!times.besides().isEmpty()) {
            RecurrenceDates besides = new RecurrenceDates();
            for (LocalDateTime one : times.besides()) {
                besides.getDates().add(CalendarTimes.moment(one, times.allDay()));
            }
            event.addRecurrenceDates(besides);
        }
    }

    /** Europe/Paris since 1996, and since 1981 in summer. */
    private static VTimezone paris() {
        UtcOffset winter = new UtcOffset(true, 1, 0);
        UtcOffset summer = new UtcOffset(true, 2, 0);
        VTimezone zone = new VTimezone(CalendarTimes.PARIS.getId());
        DaylightSavingsTime daylight = new DaylightSavingsTime();
        turn(daylight, "CEST", winter, summer, new DateTimeComponents(1981, 3, 29, 2, 0, 0, false), 3);
        zone.addDaylightSavingsTime(daylight);
        StandardTime standard = new StandardTime();
        turn(standard, "CET", summer, winter, new DateTimeComponents(1996, 10, 27, 3, 0, 0, false), 10);
        zone.addStandardTime(standard);
        return zone;
    }

    private static void turn(
            Observance observance, String name, UtcOffset from, UtcOffset to, DateTimeComponents since, int month) {
        observance.setTimezoneOffsetFrom(from);
        observance.setTimezoneOffsetTo(to);
        observance.addTimezoneName(name);
        observance.setDateStart(since);
        observance.setRecurrenceRule(new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(month)
                .byDay(-1, DayOfWeek.SUNDAY)
                .build());
    }
}
