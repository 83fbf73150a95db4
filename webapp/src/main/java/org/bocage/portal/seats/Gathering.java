package org.bocage.portal.seats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.editorial.workflow.Review;

/**
 * One date of an event for which seats are taken. Those of a series have their seats each; an event of one date keeps them
 * when it is put off.
 *
 * @param event identifier
 * @param name of the event in addresses
 * @param day of a series, {@code 2026-06-04}; else {@link #ONLY}
 * @param occurrence name of the node of the date
 * @param when in words
 * @param place in words; may be empty
 * @param seats how many there are
 * @param start when it begins
 * @param end when it is over
 * @param takesPlace whether it was not called off
 * @param onRequest whether the organiser says yes or no to each who asks
 * @param questions asked of each who registers
 * @param online whether it was read as it stands on line
 */
record Gathering(
        String event,
        String name,
        String title,
        String day,
        String occurrence,
        String when,
        String place,
        int seats,
        Instant start,
        Instant end,
        boolean takesPlace,
        boolean onRequest,
        List<Question> questions,
        boolean online) {

    static final String ONLY = "unique";

    private static final DateTimeFormatter DAY = FrenchDays.format("EEEE d MMMM");
    private static final String MODE = "inscription/mode";
    private static final String SEATS = "inscription/places";
    private static final String ON_REQUEST = "inscription/surDemande";
    private static final String HERE = "places";

    /** The dates of an event as it is written, in their order; none when its seats are not taken here. */
    static List<Gathering> of(Node event) throws RepositoryException {
        return of(event, false);
    }

    /** As {@link #of(Node)}, of an event of the published store. */
    static List<Gathering> online(Node event) throws RepositoryException {
        return of(event, true);
    }

    private static List<Gathering> of(Node event, boolean online) throws RepositoryException {
        List<Gathering> all = new ArrayList<>();
        if (!text(event, MODE).equals(HERE) || !event.hasProperty(SEATS) || !event.hasNode("occurrences")) {
            return all;
        }
        List<Question> questions = Question.of(event);
        for (NodeIterator dates = event.getNode("occurrences").getNodes(); dates.hasNext(); ) {
            Node date = dates.nextNode();
            Instant end = date.getProperty("fin").getDate().toInstant();
            all.add(new Gathering(
                    event.getIdentifier(),
                    event.getName(),
                    Review.title(event),
                    event.hasNode("recurrence") ? text(date, "jour") : ONLY,
                    date.getName(),
                    words(date, text(event, "journee").equals("true")),
                    text(event, "lieu/nom"),
                    (int) event.getProperty(SEATS).getLong(),
                    date.hasProperty("debut")
                            ? date.getProperty("debut").getDate().toInstant()
                            : end,
                    end,
                    !text(event, "statut").equals("annule"),
                    text(event, ON_REQUEST).equals("true"),
                    questions,
                    online));
        }
        all.sort(Comparator.comparing(Gathering::end));
        return all;
    }

    /** One of the dates of an event; without a day the next one to come, else the last one. */
    static Optional<Gathering> of(List<Gathering> all, String day, Instant now) {
        Optional<Gathering> found = all.stream()
                .filter(one ->
                        day.isEmpty() ? one.end().isAfter(now) : one.day().equals(day))
                .findFirst();
        return found.isEmpty() && day.isEmpty() && !all.isEmpty() ? Optional.of(all.get(all.size() - 1)) : found;
    }

    /** Whether one may still come. */
    boolean isOpen(Instant now) {
        return takesPlace && end.isAfter(now);
    }

    /** Whether it is over. */
    boolean isOver(Instant now) {
        return !end.isAfter(now);
    }

    /** Whether it began, so that one knows who is there. */
    boolean isBegun(Instant now) {
        return !start.isAfter(now);
    }

    /** Path of its page on the site. */
    String address() {
        return "/agenda/" + name + (day.equals(ONLY) ? "" : "/" + day);
    }

    private static String words(Node date, boolean allDay) throws RepositoryException {
        String day = DAY.format(LocalDate.parse(text(date, "jour")));
        String time = text(date, "heure")
                .replaceFirst("^0", "")
                .replace(":", "\u00a0h\u00a0")
                .replace("h\u00a000", "h");
        return allDay || time.isEmpty() ? day : day + " à " + time;
    }

    static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }
}
