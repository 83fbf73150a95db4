package org.bocage.portal.sources.reading;

import biweekly.component.VEvent;
import biweekly.property.Categories;
import biweekly.property.RawProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Texts of an event of a calendar: its title, place and description. */
final class EventTexts {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PLACE = 120;
    private static final int LONGEST_STREET = 200;
    private static final int LONGEST_UID = 500;
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s\u00a0]+");
    /** One by itself is meant so: it stands before a colon in French. */
    private static final String NO_BREAK = "\u00a0";

    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s<>\"',;]{4,400}");

    /** Word that says no place, and then the address: « online - https://… », as Gancio has it. */
    private static final Pattern ON_LINE = Pattern.compile("^(?iu)(?:online|en ligne)[ \u00a0]?[-–:] (?=https://)");

    /** Where programs keep the HTML of a description, and the room of a video call. */
    private static final String HTML = "X-ALT-DESC";

    private static final String OWN_STATUS = "X-BOCAGE-STATUT";
    private static final Set<String> KNOWN = Set.of("reporte", "complet");
    private static final String CANCELLED = "annule";

    private static final List<String> ROOMS =
            List.of("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL");

    private final VEvent event;
    private final String title;
    private final Consumer<Warning> warnings;
    private final String location;
    private final Optional<String> commune;

    EventTexts(VEvent event, String title, Territory territory, Consumer<Warning> warnings) {
        this.event = event;
        this.title = title;
        this.warnings = warnings;
        String told = event.getLocation() == null ? "" : event.getLocation().getValue();
        String whole = ON_LINE.matcher(line(told == null ? "" : told.replaceAll("\\R+", ", ")))
                .replaceFirst("");
        this.commune = territory.commune(whole);
        this.location = withoutCommune(whole, territory);
    }

    /** The commune has a field of its own: at the end of an address it would be told twice. */
    private static String withoutCommune(String location, Territory territory) {
        int last = location.lastIndexOf(',');
        return territory.isCommune(location.substring(last + 1))
                ? location.substring(0, Math.max(last, 0)).strip()
                : location;
    }

    /** The title in one line, as people read it; empty when there is none. */
    static String title(VEvent event) {
        String told = event.getSummary() == null ? null : event.getSummary().getValue();
        return cut(line(told == null ? "" : told), LONGEST_TITLE);
    }

    private static String line(String text) {
        return BLANKS.matcher(HtmlUtils.htmlUnescape(text))
                .replaceAll(blanks -> blanks.group().equals(NO_BREAK) ? NO_BREAK : " ")
                .replaceAll("^[ \u00a0]|[ \u00a0]$", "");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest - 1) - 1))
                                .strip() + "…";
    }

    /** Returns the identifier given by the source, or else one made of title, date and place. */
    String uid(LocalDateTime start) {
        String told = event.getUid() == null ? null : event.getUid().getValue();
        String uid =
                told == null || told.isBlank() ? EventEntry.otherKey(title, start.toString(), place()) : told.strip();
        return uid.substring(0, Math.min(uid.length(), LONGEST_UID));
    }

    Instant stamp() {
        if (event.getLastModified() != null && event.getLastModified().getValue() != null) {
            return event.getLastModified().getValue().toInstant();
        }
        return event.getDateTimeStamp() == null || event.getDateTimeStamp().getValue() == null
                ? Instant.EPOCH
                : event.getDateTimeStamp().getValue().toInstant();
    }

    /** The name of the place: what stands before the first comma. */
    String place() {
        return ADDRESS.matcher(location).lookingAt() ? "" : cut(location.split(",", 2)[0].strip(), LONGEST_PLACE);
    }

    String street() {
        String[] parts = location.split(",", 2);
        return place().isEmpty() || parts.length < 2 ? "" : cut(parts[1].strip(), LONGEST_STREET);
    }

    String online() {
        Matcher inLocation = ADDRESS.matcher(location);
        if (inLocation.lookingAt()) {
            return inLocation.group();
        }
        for (RawProperty property : event.getExperimentalProperties()) {
            Matcher room = ADDRESS.matcher(property.getValue() == null ? "" : property.getValue());
            if (ROOMS.contains(CalendarReader.upper(property.getName())) && room.lookingAt()) {
                return room.group();
            }
        }
        return "";
    }

    Optional<String> commune() {
        return commune;
    }

    /** How it stands: iCalendar knows what is cancelled; a portal like this one says more in a property of its own. */
    String status() {
        RawProperty own = event.getExperimentalProperty(OWN_STATUS);
        String told =
                own == null || own.getValue() == null ? "" : own.getValue().strip();
        if (event.getStatus() != null && event.getStatus().isCancelled()) {
            return CANCELLED;
        }
        return KNOWN.contains(told) ? told : "prevu";
    }

    /** Returns the description, with the link where the source tells more. */
    String description() {
        RawProperty html = event.getExperimentalProperty(HTML);
        String text = html == null || html.getValue() == null
                ? event.getDescription() == null ? "" : event.getDescription().getValue()
                : unescaped(html.getValue());
        String told = text == null ? "" : text;
        if (told.length() > ReceivedHtml.LONGEST) {
            warnings.accept(Warning.of("long", title));
        }
        String clean = ReceivedHtml.clean(told);
        String link = event.getUrl() == null || event.getUrl().getValue() == null
                ? ""
                : event.getUrl().getValue().strip();
        boolean more =
                link.matches("https?://[^\\s<>\"']{4,500}") && !clean.contains(HtmlUtils.htmlEscape(link, "UTF-8"));
        return more ? (clean + "\n" + ReceivedHtml.clean("<p>" + anchor(link) + "</p>")).strip() : clean;
    }

    private static String anchor(String link) {
        String shown = link.replaceAll("^https?://(www\\.)?", "").replaceAll("[/?#].*$", "");
        return "<a href=\"" + HtmlUtils.htmlEscape(link, "UTF-8") + "\">" + HtmlUtils.htmlEscape(shown, "UTF-8")
                + "</a>";
    }

    private static String unescaped(String value) {
        return value.replace("\\n", "\n").replace("\\N", "\n").replaceAll("\\\\([,;\\\\])", "$1");
    }

    List<String> categories() {
        return event.getCategories().stream()
                .map(Categories::getValues)
                .flatMap(List::stream)
                .toList();
    }
}
