package org.bocage.portal.moving.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bocage.portal.sources.reading.CalendarReader;
import org.bocage.portal.sources.reading.Entry;
import org.bocage.portal.sources.reading.EventEntry;
import org.bocage.portal.sources.reading.Reading;
import org.bocage.portal.sources.reading.Territory;
import org.bocage.portal.sources.reading.Unreadable;

/** A calendar (RFC 5545), read as those of partners are, but taken once and for all. */
final class CalendarExport implements SiteExport {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final long MOST_BYTES = 20L << 20;

    private final Path path;
    private final Territory territory;
    private final YearMonth now;

    CalendarExport(Path path, Territory territory, YearMonth now) {
        this.path = path;
        this.territory = territory;
        this.now = now;
    }

    @Override
    public String program() {
        return "ical";
    }

    @Override
    public void read(ExportVisitor visitor) throws UnreadableExport, IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw new UnreadableExport("calendar.too-many", 0);
        }
        try {
            Reading reading = new CalendarReader(territory, PARIS, now).read(Files.readAllBytes(path));
            for (Entry entry : reading.entries()) {
                if (entry instanceof EventEntry event) {
                    visitor.item(item(event));
                }
            }
            if (reading.ignored() > 0) {
                visitor.aside("calendar", String.valueOf(reading.ignored()), "");
            }
        } catch (Unreadable e) {
            throw (UnreadableExport) new UnreadableExport("calendar." + e.key(), 0).initCause(e);
        }
    }

    private static FormerItem item(EventEntry event) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(FormerItem.TITLE, event.title());
        fields.put(FormerItem.TEXT, event.description());
        fields.put("debut", local(event, event.start()));
        event.length()
                .filter(length -> !length.isZero())
                .ifPresent(
                        length -> fields.put("fin", local(event, event.start().plus(length))));
        fields.put("journee", event.allDay() ? "oui" : "");
        fields.put("lieu", event.place());
        fields.put("adresse", event.street());
        fields.put("commune", event.commune().orElse(""));
        fields.put("enLigne", event.online());
        fields.put("statut", event.status());
        fields.put("recurrence", event.rule());
        fields.put(FormerItem.CATEGORIES, String.join("\n", event.categories()));
        fields.values().removeIf(String::isBlank);
        return new FormerItem(
                "ical:" + event.uid() + (event.recurrenceId().isEmpty() ? "" : ":" + event.recurrenceId()),
                "evenement",
                "",
                null,
                "",
                FormerState.PUBLISHED,
                fields,
                List.of(),
                List.of());
    }

    private static String local(EventEntry event, LocalDateTime at) {
        return TIME.format(at.atZone(event.zone()).withZoneSameInstant(PARIS));
    }
}
