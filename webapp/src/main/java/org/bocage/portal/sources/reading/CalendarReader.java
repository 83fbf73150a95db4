package org.bocage.portal.sources.reading;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads iCalendar (RFC 5545) as people's programs write it. Parsing is biweekly's; what is added here: that the file is whole, what
 * a zone's name means, and what an event of ours makes of an event of theirs.
 */
public final class CalendarReader {

    /** More events than this are not read. */
    static final int MOST = 2_000;

    private static final int MOST_WARNINGS = 100;
    private static final Pattern BEGIN = Pattern.compile("(?im)^BEGIN:VCALENDAR\\s*$");
    private static final Pattern END = Pattern.compile("(?im)^END:VCALENDAR\\s*$");

    private final Territory territory;
    private final ZoneId zone;
    private final YearMonth now;
    private final Set<Warning> warnings = new LinkedHashSet<>();
    private int ignored;

    /**
     * @param zone of the source: where a time without a zone happens
     * @param now from where series that must be written out are written out
     */
    public CalendarReader(Territory territory, ZoneId zone, YearMonth now) {
        this.territory = territory;
        this.zone = zone;
        this.now = now;
    }

    /**
     * Reads a calendar.
     *
     * @throws Unreadable when it is none, was cut, or holds too much: nothing of it is to be taken then
     */
    public Reading read(byte[] bytes) throws Unreadable {
        String text = ReceivedText.of(bytes, this::warn);
        requireWhole(text);
        Map<Entry.Key, EventEntry> byKey = new LinkedHashMap<>();
        int count = 0;
        try (ICalReader reader = new ICalReader(text)) {
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                count += calendar.getEvents().size();
                if (count > MOST) {
                    throw new Unreadable("too-many");
                }
                for (VEvent event : calendar.getEvents()) {
                    entry(event, calendar.getTimezoneInfo())
                            .ifPresent(one -> byKey.merge(one.key(), one, CalendarReader::newer));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reading(apart(byKey), ignored, true, List.copyOf(warnings));
    }

    private static void requireWhole(String text) throws Unreadable {
        if (!text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, "BEGIN:VCALENDAR".length())) {
            throw new Unreadable("not-a-calendar");
        }
        if (count(BEGIN, text) != count(END, text)) {
            throw new Unreadable("cut");
        }
    }

    private static int count(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static EventEntry newer(EventEntry one, EventEntry other) {
        return EventEntry.BY_AGE.compare(one, other) <= 0 ? other : one;
    }

    private void warn(Warning warning) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(warning);
        }
    }

    private Optional<EventEntry> entry(VEvent event, TimezoneInfo zones) {
        String title = EventTexts.title(event);
        if (event.getClassification() != null
                && !event.getClassification().isPublic()
                && event.getClassification().getValue() != null) {
            ignored++;
            return Optional.empty();
        }
        if (title.isEmpty()
                || event.getDateStart() == null
                || event.getDateStart().getValue() == null) {
            warn(Warning.of(title.isEmpty() ? "no-title" : "no-date", title));
            ignored++;
            return Optional.empty();
        }
        EventTimes times = new EventTimes(event, zones, zone, now, title, this::warn);
        EventTexts texts = new EventTexts(event, title, territory, this::warn);
        String recurrenceId = times.recurrenceId();
        return Optional.of(new EventEntry(
                texts.uid(times.start()),
                recurrenceId,
                event.getSequence() == null || event.getSequence().getValue() == null
                        ? 0
                        : event.getSequence().getValue(),
                texts.stamp(),
                title,
                times.start(),
                times.length(),
                times.allDay(),
                times.zone(),
                recurrenceId.isEmpty() ? times.rule() : "",
                times.exceptions(),
                recurrenceId.isEmpty() ? times.others() : List.of(),
                texts.status(),
                texts.place(),
                texts.street(),
                texts.online(),
                texts.commune(),
                texts.description(),
                texts.categories()));
    }

    /** Of a series those days are taken out on which one occurrence is told by itself. */
    private static List<Entry> apart(Map<Entry.Key, EventEntry> byKey) {
        Map<String, Set<LocalDate>> moved = new HashMap<>();
        for (EventEntry one : byKey.values()) {
            if (!one.recurrenceId().isEmpty()) {
                moved.computeIfAbsent(one.uid(), uid -> new HashSet<>())
                        .add(LocalDateTime.parse(one.recurrenceId()).toLocalDate());
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (EventEntry one : byKey.values()) {
            boolean series = one.recurrenceId().isEmpty();
            entries.add(series && moved.containsKey(one.uid()) ? one.without(moved.get(one.uid())) : one);
        }
        return entries;
    }

    /** A word as it is compared. */
    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
