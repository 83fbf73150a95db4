package org.bocage.e2e;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;

/** Gives every field of an item that its definitions declare a value that is found in no other field of any item. */
final class MarkedFields {

    /** Fields that the review or the store writes itself, or that tell where an item is. */
    private static final Set<String> OF_THE_HOST = Set.of(
            "name", "etat", "visibilite", "publie", "auteur", "publierLe", "depublierLe", "acces", "interne", "type");

    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final long FIRST_NUMBER = 7_919_104_000L;
    private static final LocalDate FIRST_DAY = LocalDate.of(1931, 1, 1);

    private static int next;

    private final ContentType type;
    private final String of;
    private final Map<String, List<String>> marks = new LinkedHashMap<>();

    /** @param of letters that no other item's marks begin with */
    MarkedFields(ContentType type, String of) {
        this.type = type;
        this.of = of;
    }

    /** By path of the field, {@code contact/telephone}: the texts its value is told by. */
    Map<String, List<String>> marks() {
        return marks;
    }

    void plant(Node item) throws RepositoryException {
        plant(item, type.properties(), "");
        item.setProperty("champInconnu", text("champInconnu"));
    }

    private void plant(Node node, List<ContentType.Property> properties, String prefix) throws RepositoryException {
        for (ContentType.Property property : properties) {
            String path = prefix + property.name();
            ContentType.SubModel inner = type.subModels().get(property.type());
            if (inner != null) {
                Node child = child(node, property.name());
                plant(property.multiple() ? child(child, "0") : child, inner.properties(), path + "/");
            } else if (!OF_THE_HOST.contains(path) && !property.type().contains(":")) {
                set(node, property, path);
            }
        }
    }

    private void set(Node node, ContentType.Property property, String path) throws RepositoryException {
        next++;
        switch (property.type()) {
            case "Boolean" -> node.setProperty(property.name(), false);
            case "Long", "Double" -> {
                node.setProperty(property.name(), FIRST_NUMBER + next);
                marks.put(path, List.of(String.valueOf(FIRST_NUMBER + next)));
            }
            case "Date" -> {
                // beyond the number of any month: the words of one day are in those of no other
                LocalDate day = FIRST_DAY.plusMonths(next / 16).withDayOfMonth(13 + next % 16);
                node.setProperty(property.name(), noon(day));
                marks.put(path, List.of(day.toString(), IN_WORDS.format(day)));
            }
            case "asset" -> {}
            default -> {
                // a source's own words are kept as JSON
                String text = path.equals("importe") ? "{\"titre\":\"" + text(path) + "\"}" : text(path);
                if (property.multiple()) {
                    node.setProperty(property.name(), new String[] {text});
                } else {
                    node.setProperty(property.name(), text);
                }
            }
        }
    }

    private String text(String path) {
        String text = "zq" + of + path.replace("/", "").toLowerCase(Locale.ROOT) + "qz";
        marks.put(path, new ArrayList<>(List.of(text)));
        return text;
    }

    private static Node child(Node node, String name) throws RepositoryException {
        return node.hasNode(name) ? node.getNode(name) : node.addNode(name, "mgnl:contentNode");
    }

    private static Calendar noon(LocalDate day) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(day.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli());
        return calendar;
    }
}
