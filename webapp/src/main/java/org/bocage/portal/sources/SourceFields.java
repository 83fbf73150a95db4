package org.bocage.portal.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.tree.TreeWriter;
import org.bocage.editorial.form.values.RichText;
import org.jspecify.annotations.Nullable;

/** The fields of an item that a source fills, each as one text: so that what a source says can be compared with what stands there. */
final class SourceFields {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String SERIES = "recurrence";
    private static final String POSITION = "position";
    /** How an annonce is answered. */
    static final String WAYS = "commentRepondre";

    private SourceFields() {}

    /** Returns the value of a field as text; empty if it has none. */
    static String read(Node item, String field) throws RepositoryException {
        return switch (field) {
            case "debut", "fin" ->
                item.hasProperty(field)
                        ? local(item.getProperty(field).getDate()).toString()
                        : "";
            case "cloture", "priseDePoste" ->
                item.hasProperty(field) ? day(item.getProperty(field).getDate()).toString() : "";
            case "journee", "aDistance" ->
                String.valueOf(Source.text(item, field).equals("true"));
            case "themes", "domaines", "eligibles" ->
                Source.texts(item, field).stream().sorted().collect(Collectors.joining(" "));
            case SERIES -> item.hasNode(SERIES) ? series(item.getNode(SERIES)) : "";
            case POSITION -> item.hasNode(POSITION) ? position(item.getNode(POSITION)) : "";
            case WAYS -> ways(item);
            default -> Source.text(item, field);
        };
    }

    /** Whether two texts of a field say the same; the HTML of a text is written anew by each form. */
    static boolean same(String field, String one, String other) {
        boolean html = field.equals("description") || field.equals("corps");
        return one.equals(other) || (html && RichText.clean(one).equals(RichText.clean(other)));
    }

    /** Writes fields as they were {@link #read}. */
    static void write(Node item, Map<String, String> fields) throws RepositoryException {
        if (fields.containsKey(SERIES) && item.hasNode(SERIES)) {
            // with all that people chose, dates in nodes of their own included
            item.getNode(SERIES).remove();
        }
        if (fields.containsKey(WAYS) && item.hasNode(WAYS) && !ways(item).equals(fields.getOrDefault(WAYS, ""))) {
            // there may have been more of them
            item.getNode(WAYS).remove();
        }
        Map<String, String> others = new LinkedHashMap<>(fields);
        String position = others.remove(POSITION);
        TreeWriter.put(item, values(others));
        if (position != null) {
            placed(item, position);
        }
    }

    /** Returns latitude, longitude and how exact they are, with spaces between. */
    static String position(double latitude, double longitude, boolean isExact) {
        return latitude + " " + longitude + " " + (isExact ? "exacte" : "approximative");
    }

    private static String position(Node position) throws RepositoryException {
        String latitude = Source.text(position, "lat");
        String longitude = Source.text(position, "lon");
        return latitude.isEmpty() || longitude.isEmpty()
                ? ""
                : latitude + " " + longitude + " " + Source.text(position, "precision");
    }

    private static void placed(Node item, String position) throws RepositoryException {
        if (position.isEmpty()) {
            TreeWriter.put(item, Collections.singletonMap(POSITION, null));
            return;
        }
        String[] parts = position.split(" ");
        TreeWriter.put(item, Map.of(POSITION, Map.of("precision", parts[2])));
        Node node = item.getNode(POSITION);
        node.setProperty("lat", Double.parseDouble(parts[0]));
        node.setProperty("lon", Double.parseDouble(parts[1]));
    }

    private static Map<String, @Nullable Object> values(Map<String, String> fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Map<String, Map<String, @Nullable Object>> parts = new LinkedHashMap<>();
        fields.forEach((field, text) -> {
            int slash = field.indexOf('/');
            if (slash < 0) {
                values.put(field, value(field, text));
            } else {
                parts.computeIfAbsent(field.substring(0, slash), part -> new LinkedHashMap<>())
                        .put(field.substring(slash + 1), text.isEmpty() ? null : text);
            }
        });
        values.putAll(parts);
        return values;
    }

    private static @Nullable Object value(String field, String text) {
        return switch (field) {
            case "cloture", "priseDePoste" ->
                text.isEmpty() ? null : instant(LocalDate.parse(text).atStartOfDay());
            case "montantMin", "montantMax" -> text.isEmpty() ? null : Long.valueOf(text);
            case "journee", "aDistance" -> text.equals("true");
            case WAYS -> text.isEmpty() ? null : ways(text);
            case "themes", "domaines", "eligibles" -> text.isEmpty() ? new String[0] : text.split(" ");
            case "debut", "fin" -> text.isEmpty() ? null : instant(LocalDateTime.parse(text));
            case SERIES -> text.isEmpty() ? null : series(text.split("\n", -1));
            default -> text.isEmpty() ? null : text;
        };
    }

    /** Returns a way to answer, as one line of those of an annonce. */
    static String way(String kind, String value) {
        return kind + " " + value;
    }

    private static String ways(Node item) throws RepositoryException {
        List<String> lines = new ArrayList<>();
        if (item.hasNode(WAYS)) {
            for (NodeIterator all = item.getNode(WAYS).getNodes(); all.hasNext(); ) {
                Node one = all.nextNode();
                lines.add(way(Source.text(one, "genre"), Source.text(one, "valeur")));
            }
        }
        return String.join("\n", lines);
    }

    private static Map<String, @Nullable Object> ways(String lines) {
        Map<String, @Nullable Object> ways = new LinkedHashMap<>();
        for (String line : lines.split("\n", -1)) {
            String[] parts = line.split(" ", 2);
            ways.put(String.valueOf(ways.size()), Map.of("genre", parts[0], "valeur", parts[1]));
        }
        return ways;
    }

    /** Returns the day of an instant, here. */
    static LocalDate day(Calendar at) {
        return local(at).toLocalDate();
    }

    private static Calendar instant(LocalDateTime local) {
        return Dates.utc(local.atZone(PARIS).toInstant());
    }

    private static LocalDateTime local(Calendar at) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(at.getTimeInMillis()), PARIS);
    }

    /** How it comes back, in a line each: what people chose, the rule, the days without, the times besides. */
    static String series(String rule, List<LocalDate> without, List<LocalDateTime> besides) {
        return rule.isEmpty() && besides.isEmpty() ? "" : lines("", rule, days(without), times(besides));
    }

    private static String series(Node series) throws RepositoryException {
        String chosen = Source.text(series, "rythme");
        if (!chosen.isEmpty()) {
            chosen += " " + Source.text(series, "fois") + " "
                    + days(dates(series, "jusquAu").stream()
                            .map(LocalDateTime::toLocalDate)
                            .toList());
        }
        String rule = Source.text(series, "regle");
        List<LocalDateTime> besides = dates(series, "autresDates");
        if (chosen.isEmpty() && rule.isEmpty() && besides.isEmpty()) {
            return "";
        }
        List<LocalDate> without = dates(series, "exceptions").stream()
                .map(LocalDateTime::toLocalDate)
                .toList();
        return lines(chosen.strip(), rule, days(without), times(besides));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines);
    }

    private static String days(List<LocalDate> days) {
        return days.stream().sorted().map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    private static String times(List<LocalDateTime> times) {
        return times.stream().sorted().map(LocalDateTime::toString).collect(Collectors.joining(" "));
    }

    private static Map<String, @Nullable Object> series(String[] lines) {
        Map<String, @Nullable Object> series = new LinkedHashMap<>();
        series.put("regle", lines[1].isEmpty() ? null : lines[1]);
        series.put(
                "exceptions",
                instants(words(lines[2]).map(day -> LocalDate.parse(day).atStartOfDay())));
        series.put("autresDates", instants(words(lines[3]).map(LocalDateTime::parse)));
        return series;
    }

    private static Stream<String> words(String line) {
        return Arrays.stream(line.split(" ")).filter(word -> !word.isEmpty());
    }

    private static Calendar @Nullable [] instants(Stream<LocalDateTime> dates) {
        Calendar[] instants = dates.map(SourceFields::instant).toArray(Calendar[]::new);
        return instants.length == 0 ? null : instants;
    }

    /** Dates as values of one property, or in nodes of their own, as a form leaves them. */
    private static List<LocalDateTime> dates(Node node, String name) throws RepositoryException {
        List<LocalDateTime> found = new ArrayList<>();
        if (node.hasProperty(name)) {
            Property property = node.getProperty(name);
            for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                found.add(local(value.getDate()));
            }
        }
        if (node.hasNode(name)) {
            for (NodeIterator entries = node.getNode(name).getNodes(); entries.hasNext(); ) {
                for (PropertyIterator all = entries.nextNode().getProperties(); all.hasNext(); ) {
                    Property property = all.nextProperty();
                    if (property.getType() == PropertyType.DATE
                            && !property.getName().contains(":")) {
                        found.add(local(property.getDate()));
                    }
                }
            }
        }
        return found;
    }
}
