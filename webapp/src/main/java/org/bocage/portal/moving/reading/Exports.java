package org.bocage.portal.moving.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import org.bocage.portal.sources.reading.Territory;

/** Tells of a file which program made it. */
public final class Exports {

    private Exports() {}

    /**
     * The export that a file is, by what it says and not by its name.
     *
     * @param name what whoever sent it calls it
     * @param territory where the places of a calendar lie
     * @param now the month in which it is read
     * @throws UnreadableExport when it is none that is known
     */
    public static SiteExport of(Path path, String name, Territory territory, YearMonth now)
            throws IOException, UnreadableExport {
        ExportFile file = new ExportFile(path);
        if (file.isBinary()) {
            throw new UnreadableExport("unknown", 0);
        }
        String head = file.head().strip();
        String small = head.toLowerCase(Locale.ROOT);
        if (small.isEmpty()) {
            throw new UnreadableExport("empty", 0);
        }
        if (small.startsWith("begin:vcalendar")) {
            return new CalendarExport(path, territory, now);
        }
        if (small.startsWith("begin:vcard")) {
            return new CardExport(file);
        }
        if (small.contains("wordpress.org/export") || (small.startsWith("<?xml") && small.contains("<rss"))) {
            return new WordPressExport(file);
        }
        if (small.contains("<spip")) {
            return SpipExport.ofXml(file);
        }
        if (small.startsWith("{") || small.startsWith("[")) {
            return new BazaarExport(file);
        }
        if (small.startsWith("<")) {
            throw new UnreadableExport("unknown", 0);
        }
        if (small.indexOf('\0') >= 0 || small.indexOf('\n') < 0) {
            throw new UnreadableExport("unknown", 0);
        }
        String header = small.lines().findFirst().orElse("");
        return header.contains("id_article") ? SpipExport.ofSheet(file) : new SheetExport(file, name);
    }
}
