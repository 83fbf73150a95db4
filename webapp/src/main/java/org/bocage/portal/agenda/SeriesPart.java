package org.bocage.portal.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.workflow.Review;

/**
 * The part of a series that is changed by itself (AG-09): one date, or one and those that follow. It becomes an event of its
 * own, and the series goes on, or ends, without it: no date is lost, and none is there twice.
 *
 * @param schedule of the whole series
 * @param day the date that was chosen
 * @param following whether those after it belong to the part
 */
record SeriesPart(Schedule schedule, LocalDate day, boolean following) {

    private static final String SERIES = "recurrence";
    private static final String PARTS = "parties";

    /** Of a part, the identifier of the event that it became. */
    private static final String BECAME = "evenement";

    private static final String RULE = "regle";
    private static final String PACE = "rythme";
    private static final String TIMES = "fois";
    private static final String LAST = "jusquAu";
    private static final String WITHOUT = "exceptions";
    private static final String BESIDES = "autresDates";
    private static final String COUNT = "COUNT=";

    /** The series without the part, which is known from now on by the event that it became. */
    void leave(Node event, String became) throws RepositoryException {
        Node all = event.hasNode(PARTS) ? event.getNode(PARTS) : event.addNode(PARTS, "mgnl:contentNode");
        Node part = all.addNode(String.valueOf(all.getNodes().getSize()), "mgnl:contentNode");
        part.setProperty("jour", day.toString());
        part.setProperty("suite", following);
        part.setProperty(BECAME, became);
        Node series = event.getNode(SERIES);
        if (!following) {
            List<LocalDateTime> without = new ArrayList<>(EventDates.dates(series, WITHOUT, zone()));
            without.add(day.atStartOfDay());
            write(series, WITHOUT, without);
            return;
        }
        LocalDate last = day.minusDays(1);
        if (series.hasProperty(RULE)) {
            series.setProperty(RULE, ending(series.getProperty(RULE).getString(), "UNTIL=" + basic(last)));
        } else {
            remove(series, TIMES);
            series.setProperty(LAST, instant(last.atStartOfDay()));
        }
        write(
                series,
                WITHOUT,
                EventDates.dates(series, WITHOUT, zone()).stream()
                        .filter(this::before)
                        .toList());
        write(series, BESIDES, schedule.others().stream().filter(this::before).toList());
    }

    /** Returns what makes a series whole again: its rule and its dates as it had them then, without the note of the part. */
    static Review.Edit whole(Node then, String became) throws RepositoryException {
        Node before = then.getNode(SERIES);
        Map<String, Value> rule = new HashMap<>();
        for (String name : List.of(RULE, PACE, TIMES, LAST)) {
            if (before.hasProperty(name)) {
                rule.put(name, before.getProperty(name).getValue());
            }
        }
        Value[] without = EventDates.values(before, WITHOUT).toArray(Value[]::new);
        Value[] besides = EventDates.values(before, BESIDES).toArray(Value[]::new);
        return event -> {
            Node series = event.getNode(SERIES);
            for (String name : List.of(RULE, PACE, TIMES, LAST)) {
                remove(series, name);
                if (rule.containsKey(name)) {
                    series.setProperty(name, rule.get(name));
                }
            }
            set(series, WITHOUT, without);
            set(series, BESIDES, besides);
            Optional<Node> note = note(event, became);
            if (note.isPresent()) {
                note.get().remove();
            }
        };
    }

    /** Returns the note that a series keeps of the part that became an event; empty when it keeps none. */
    static Optional<Node> note(Node event, String became) throws RepositoryException {
        if (event.hasNode(PARTS)) {
            for (NodeIterator parts = event.getNode(PARTS).getNodes(); parts.hasNext(); ) {
                Node one = parts.nextNode();
                if (one.hasProperty(BECAME)
                        && one.getProperty(BECAME).getString().equals(became)) {
                    return Optional.of(one);
                }
            }
        }
        return Optional.empty();
    }

    /** Makes the part of a copy of the series. */
    void become(Node copy) throws RepositoryException {
        Node series = copy.getNode(SERIES);
        if (!following) {
            series.remove();
            start(copy, time());
            return;
        }
        LocalDateTime first = nextOfRule().orElse(null);
        List<LocalDateTime> others =
                schedule.others().stream().filter(one -> !before(one)).toList();
        if (first == null) {
            // none of the rule is left, only what was added to it by hand
            remove(series, RULE);
            remove(series, PACE);
            start(copy, time());
        } else {
            start(copy, first);
            shorten(series);
        }
        write(
                series,
                WITHOUT,
                EventDates.dates(series, WITHOUT, zone()).stream()
                        .filter(one -> !before(one))
                        .toList());
        write(series, BESIDES, others);
    }

    /** Of so many times of a series, those that are left; the fifth Tuesday stays the last one, wherever the next falls. */
    private void shorten(Node series) throws RepositoryException {
        int over = schedule.recurrence()
                .map(rule -> rule.from(schedule.start(), day.minusDays(1)).size()
                        - (rule.beginsWith(schedule.start()) ? 0 : 1))
                .orElse(0);
        if (series.hasProperty(RULE)) {
            String rule = series.getProperty(RULE).getString();
            int at = rule.indexOf(COUNT);
            if (at >= 0) {
                int times = Integer.parseInt(rule.substring(at + COUNT.length()).replaceFirst("[^0-9].*", ""));
                series.setProperty(RULE, ending(rule, COUNT + Math.max(1, times - over)));
            }
            return;
        }
        long left = series.hasProperty(TIMES)
                ? Math.max(1, series.getProperty(TIMES).getLong() - over)
                : 0;
        if (left > 0) {
            series.setProperty(TIMES, left);
        }
        if (series.getProperty(PACE).getString().equals("mois-jour")
                && schedule.start().getDayOfMonth() > Recurrence.DAYS_BEFORE_THE_FIFTH) {
            String weekday = schedule.start().getDayOfWeek().name().substring(0, 2);
            String end = left > 0
                    ? ";" + COUNT + left
                    : series.hasProperty(LAST)
                            ? ";UNTIL=" + basic(local(series.getProperty(LAST).getValue()))
                            : "";
            series.setProperty(RULE, "FREQ=MONTHLY;BYDAY=-1" + weekday + end);
            remove(series, PACE);
            remove(series, TIMES);
            remove(series, LAST);
        }
    }

    /** The first time of the rule that belongs to the part, those that were taken out included. */
    private Optional<LocalDateTime> nextOfRule() {
        LocalDate horizon = day.plusMonths(Schedule.MONTHS_AHEAD);
        return schedule.recurrence().stream()
                .flatMap(rule -> rule.from(schedule.start(), horizon).stream())
                .filter(one -> !before(one))
                .findFirst();
    }

    /** When it begins on the day that was chosen. */
    private LocalDateTime time() {
        return schedule.others().stream()
                .filter(one ->
                        one.toLocalDate().equals(day) && nextOfRule().stream().noneMatch(this::isThatDay))
                .findFirst()
                .orElse(day.atTime(
                        schedule.allDay() ? LocalTime.MIN : schedule.start().toLocalTime()));
    }

    private boolean isThatDay(LocalDateTime one) {
        return one.toLocalDate().equals(day);
    }

    private boolean before(LocalDateTime one) {
        return one.toLocalDate().isBefore(day);
    }

    private void start(Node event, LocalDateTime start) throws RepositoryException {
        event.setProperty("debut", instant(start));
        Optional<Duration> length = schedule.length();
        if (length.isPresent()) {
            event.setProperty("fin", instant(start.plus(length.get())));
        }
    }

    private static String ending(String rule, String end) {
        return rule.replaceAll(";?(COUNT|UNTIL)=[^;]*", "") + ";" + end;
    }

    private static String basic(LocalDate day) {
        return day.toString().replace("-", "");
    }

    private void write(Node series, String name, List<LocalDateTime> dates) throws RepositoryException {
        List<Value> values = new ArrayList<>();
        for (LocalDateTime one : dates) {
            values.add(series.getSession().getValueFactory().createValue(instant(one)));
        }
        set(series, name, values.toArray(Value[]::new));
    }

    private static void set(Node series, String name, Value[] values) throws RepositoryException {
        remove(series, name);
        if (series.hasNode(name)) {
            series.getNode(name).remove();
        }
        if (values.length > 0) {
            series.setProperty(name, values);
        }
    }

    private static void remove(Node node, String name) throws RepositoryException {
        if (node.hasProperty(name)) {
            node.getProperty(name).remove();
        }
    }

    private java.util.Calendar instant(LocalDateTime local) {
        return Dates.utc(local.atZone(zone()).toInstant());
    }

    private LocalDate local(Value date) throws RepositoryException {
        return LocalDate.ofInstant(Instant.ofEpochMilli(date.getDate().getTimeInMillis()), zone());
    }

    private ZoneId zone() {
        return schedule.zone();
    }
}
