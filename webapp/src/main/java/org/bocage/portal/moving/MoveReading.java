package org.bocage.portal.moving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bocage.portal.moving.reading.ExportVisitor;
import org.bocage.portal.moving.reading.FormerAuthor;
import org.bocage.portal.moving.reading.FormerItem;
import org.bocage.portal.moving.reading.FormerPicture;
import org.bocage.portal.moving.reading.FormerState;

/** First look into an export: what there is of each kind, and the first ten of each. */
final class MoveReading implements ExportVisitor {

    /** Contents of a kind that one sees before they are taken in. */
    static final int SHOWN = 10;

    private static final int MOST_FIELDS = 80;
    private static final int MOST_AUTHORS = 500;
    private static final int LONGEST_SAMPLE = 160;
    private static final int LONGEST_SHOWN = 4_000;

    private final Map<String, Counted> kinds = new LinkedHashMap<>();
    private final Map<String, FormerAuthor> authors = new LinkedHashMap<>();
    private final Map<String, Integer> asides = new TreeMap<>();
    private String site = "";
    private int pictures;
    private int cut;

    /** A kind while it is counted. */
    private static final class Counted {
        final String kind;
        final String category;
        final Map<String, MoveContents.Field> fields = new LinkedHashMap<>();
        final List<FormerItem> first = new ArrayList<>();
        int count;
        int published;
        int hidden;

        Counted(String kind, String category) {
            this.kind = kind;
            this.category = category;
        }
    }

    @Override
    public void site(String address) {
        site = site.isEmpty() ? address : site;
    }

    @Override
    public void author(FormerAuthor author) {
        if (authors.size() < MOST_AUTHORS) {
            authors.putIfAbsent(author.key(), author);
        }
    }

    @Override
    public void picture(FormerPicture picture) {
        pictures++;
    }

    @Override
    public void aside(String reason, String what, String address) {
        asides.merge(reason, 1, Integer::sum);
    }

    @Override
    public void cut(int line) {
        cut = Math.max(line, 1);
    }

    @Override
    public void item(FormerItem item) {
        boolean isKnown = kinds.containsKey(MoveContents.key(item));
        String category = isKnown || kinds.size() < MoveContents.MOST_KINDS ? item.category() : "";
        Counted counted = kinds.computeIfAbsent(
                MoveContents.key(item.kind(), category), key -> new Counted(item.kind(), category));
        counted.count++;
        counted.published += item.state() == FormerState.PUBLISHED ? 1 : 0;
        counted.hidden += item.state() == FormerState.PRIVATE ? 1 : 0;
        item.fields().forEach((name, value) -> {
            if (counted.fields.containsKey(name) || counted.fields.size() < MOST_FIELDS) {
                counted.fields.merge(
                        name,
                        new MoveContents.Field(1, shortened(value, LONGEST_SAMPLE)),
                        (one, other) -> new MoveContents.Field(one.filled() + 1, one.sample()));
            }
        });
        if (!item.author().isEmpty() && authors.size() < MOST_AUTHORS) {
            authors.putIfAbsent(item.author(), new FormerAuthor(item.author(), item.author(), ""));
        }
        if (counted.first.size() < SHOWN) {
            Map<String, String> fields = new LinkedHashMap<>();
            item.fields().forEach((name, value) -> fields.put(name, shortened(value, LONGEST_SHOWN)));
            counted.first.add(new FormerItem(
                    item.id(),
                    item.kind(),
                    item.category(),
                    item.created(),
                    item.author(),
                    item.state(),
                    fields,
                    item.addresses(),
                    item.pictures()));
        }
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    MoveContents contents() {
        Map<String, MoveContents.Kind> all = new LinkedHashMap<>();
        kinds.forEach((key, one) -> all.put(
                key,
                new MoveContents.Kind(
                        one.kind,
                        one.category,
                        one.count,
                        one.published,
                        one.hidden,
                        new LinkedHashMap<>(one.fields))));
        return new MoveContents(
                site, MoveContents.sorted(all), List.copyOf(authors.values()), pictures, Map.copyOf(asides), cut);
    }

    /** The first contents of each kind. */
    Map<String, List<FormerItem>> first() {
        Map<String, List<FormerItem>> first = new LinkedHashMap<>();
        kinds.forEach((key, one) -> first.put(key, List.copyOf(one.first)));
        return first;
    }
}
