package org.bocage.portal.agenda;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;

/** A calendar as another library than ours reads it. */
public record OtherCalendar(Calendar calendar) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    public static OtherCalendar of(String text) {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        try {
            return new OtherCalendar(new CalendarBuilder().build(new StringReader(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserException e) {
            throw new AssertionError("no calendar: " + e.getMessage(), e);
        }
    }

    public List<VEvent> events() {
        return calendar.getComponents(Component.VEVENT);
    }

    VEvent event(String title) {
        return events().stream()
                .filter(one -> value(one, Property.SUMMARY).equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event " + title));
    }

    List<String> titles() {
        return events().stream().map(one -> value(one, Property.SUMMARY)).toList();
    }

    public static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    /** When something starts, on the clock of Paris, between two days. */
    public static Set<LocalDateTime> starts(VEvent event, LocalDate first, LocalDate last) {
        Temporal start = event.<DtStart<Temporal>>getProperty(Property.DTSTART)
                .orElseThrow()
                .getDate();
        Period<? extends Temporal> asked = start instanceof LocalDate
                ? new Period<>(first, last)
                : new Period<>(first.atStartOfDay(PARIS), last.atStartOfDay(PARIS));
        Set<LocalDateTime> starts = new TreeSet<>();
        for (Period<Temporal> one : event.<Temporal>calculateRecurrenceSet(asked)) {
            starts.add(local(one.getStart()));
        }
        return starts;
    }

    public static LocalDateTime start(VEvent event) {
        return local(event.<DtStart<Temporal>>getProperty(Property.DTSTART)
                .orElseThrow()
                .getDate());
    }

    public static LocalDateTime end(VEvent event) {
        return local(
                event.<DtEnd<Temporal>>getProperty(Property.DTEND).orElseThrow().getDate());
    }

    private static LocalDateTime local(Temporal at) {
        if (at instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        if (at instanceof ZonedDateTime zoned) {
            return zoned.withZoneSameInstant(PARIS).toLocalDateTime();
        }
        if (at instanceof OffsetDateTime offset) {
            return offset.atZoneSameInstant(PARIS).toLocalDateTime();
        }
        return at instanceof Instant instant ? instant.atZone(PARIS).toLocalDateTime() : LocalDateTime.from(at);
    }
}
