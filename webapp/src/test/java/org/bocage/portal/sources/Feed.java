package org.bocage.portal.sources;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A calendar being written. */
final class Feed {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private final List<String> lines = new ArrayList<>();

    /** Adds an event of two hours in the evening, with more lines. */
    Feed event(String uid, String title, LocalDateTime start, String... more) {
        lines.addAll(List.of("BEGIN:VEVENT", "UID:" + uid, "DTSTAMP:20260101T000000Z", "SUMMARY:" + title));
        lines.add("DTSTART;TZID=Europe/Paris:" + at(start));
        lines.add("DTEND;TZID=Europe/Paris:" + at(start.plusHours(2)));
        lines.addAll(List.of(more));
        lines.add("END:VEVENT");
        return this;
    }

    static String at(LocalDateTime time) {
        return LOCAL.format(time);
    }

    @Override
    public String toString() {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//essai//FR\r\n"
                + (lines.isEmpty() ? "" : String.join("\r\n", lines) + "\r\n") + "END:VCALENDAR\r\n";
    }
}
