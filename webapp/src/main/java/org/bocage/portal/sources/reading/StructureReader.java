package org.bocage.portal.sources.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.bocage.cms.outgoing.ReceivedJson;
import tools.jackson.databind.JsonNode;

/** Reads lists of structures as GoGoCarto gives them out and takes them in: JSON or CSV, under the names that it has for their parts. */
public final class StructureReader {

    /** Most structures that are taken of one source. */
    static final int MOST = 2_000;

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_SUMMARY = 140;
    private static final int LONGEST_STREET = 160;
    private static final int LONGEST_UID = 500;
    private static final int LONGEST_WORD = 120;
    private static final int MOST_CATEGORIES = 50;
    private static final int DEEPEST = 3;
    private static final String NONE = "not-structures";
    private static final String[] NAME = {"name", "title", "nom", "titre"};

    private final Territory territory;
    private final String host;
    private final Set<Warning> warnings = new LinkedHashSet<>();
    private int ignored;

    /** @param host of the list, which makes identifiers that are numbers there its own */
    public StructureReader(Territory territory, String host) {
        this.territory = territory;
        this.host = host;
    }

    /**
     * Reads a list.
     *
     * @throws Unreadable when it is none, was cut, or is longer than any that is taken
     */
    public Reading read(byte[] bytes) throws Unreadable {
        String text = ReceivedText.of(bytes, warnings::add);
        List<Element> elements = text.stripLeading().matches("(?s)[\\[{].*") ? ofJson(bytes) : ofTable(text);
        if (elements.size() > MOST) {
            throw new Unreadable("too-many-structures");
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Element element : elements) {
            String title = ReceivedText.cut(element.plain(NAME), LONGEST_TITLE);
            if (title.isEmpty()) {
                warnings.add(Warning.of("no-title"));
                ignored++;
                continue;
            }
            StructureEntry entry = entry(title, element);
            if (known.add(entry.uid())) {
                entries.add(entry);
            } else {
                ignored++;
            }
        }
        return new Reading(entries, ignored, true, List.copyOf(warnings));
    }

    /** Texts of one structure, by the names of its parts in lower case, those of a part of a part after a point. */
    private record Element(Map<String, List<String>> parts) {

        /** Returns the first text that one of several names has; empty when none has one. */
        String first(String... names) {
            return Stream.of(names)
                    .flatMap(name -> parts.getOrDefault(name, List.of()).stream())
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        /** Returns the first of them as people read it, in one line. */
        String plain(String... names) {
            return ReceivedHtml.plain(first(names));
        }
    }

    private static List<Element> ofJson(byte[] bytes) throws Unreadable {
        JsonNode whole = ReceivedJson.whole(bytes).orElseThrow(() -> new Unreadable(NONE));
        JsonNode list = Stream.of(whole, whole.path("data"), whole.path("features"))
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseThrow(() -> new Unreadable(NONE));
        List<Element> elements = new ArrayList<>();
        for (JsonNode one : list) {
            Map<String, List<String>> parts = new LinkedHashMap<>();
            // GeoJSON (RFC 7946, section 3.2) keeps them apart from the place
            gather(one.path("properties").isObject() ? one.path("properties") : one, "", 0, parts);
            JsonNode place = one.path("geometry").path("coordinates");
            if (place.size() >= 2) {
                parts.put("longitude", List.of(text(place.get(0))));
                parts.put("latitude", List.of(text(place.get(1))));
            }
            elements.add(new Element(parts));
        }
        // a list of something else has no names
        if (!elements.isEmpty()
                && elements.stream().allMatch(one -> one.first(NAME).isEmpty())) {
            throw new Unreadable(NONE);
        }
        return elements;
    }

    private static void gather(JsonNode node, String prefix, int depth, Map<String, List<String>> parts) {
        for (Map.Entry<String, JsonNode> part : node.properties()) {
            String name = prefix + part.getKey().toLowerCase(Locale.ROOT);
            JsonNode value = part.getValue();
            if (value.isObject() && depth < DEEPEST) {
                gather(value, name + ".", depth + 1, parts);
            } else if (value.isArray()) {
                parts.put(
                        name,
                        value.valueStream()
                                .limit(MOST_CATEGORIES)
                                .map(one -> one.isObject() ? text(one.path("name")) : text(one))
                                .toList());
            } else {
                parts.put(name, List.of(text(value)));
            }
        }
    }

    private static String text(JsonNode value) {
        return value.isString() || value.isNumber() ? value.asString() : "";
    }

    private static List<Element> ofTable(String text) throws Unreadable {
        String head = text.lines().findFirst().orElse("");
        char delimiter = Stream.of(';', '\t', ',')
                .filter(one -> head.indexOf(one) >= 0)
                .findFirst()
                .orElse(',');
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .get();
        try (CSVParser table = CSVParser.parse(new StringReader(text), format)) {
            List<String> names = table.getHeaderNames().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            if (Stream.of(NAME).noneMatch(names::contains)) {
                throw new Unreadable(NONE);
            }
            List<Element> elements = new ArrayList<>();
            for (CSVRecord line : table) {
                if (elements.size() > MOST) {
                    break;
                }
                Map<String, List<String>> parts = new LinkedHashMap<>();
                for (int column = 0; column < Math.min(line.size(), names.size()); column++) {
                    parts.putIfAbsent(names.get(column), List.of(line.get(column)));
                }
                elements.add(new Element(parts));
            }
            return elements;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new Unreadable(NONE);
        }
    }

    private StructureEntry entry(String title, Element element) {
        String postcode = element.plain("address.postalcode", "postalcode", "codepostal", "code_postal");
        String locality = ReceivedText.cut(
                element.plain("address.addresslocality", "addresslocality", "city", "ville", "commune"), LONGEST_WORD);
        String line = element.plain("address.streetaddress", "streetaddress", "address", "adresse");
        String street = ReceivedText.cut(street(line), LONGEST_STREET);
        String description = element.first("description", "descriptionmore", "description_more");
        String summary = element.plain("abstract", "accroche");
        String told = element.first("uid", "id");
        String name = told.isEmpty() ? StructureEntry.otherKey(title, locality, street) : told;
        String uid = name.contains("@") ? name : name + "@" + host;
        String whole = Stream.of(line, postcode + " " + locality)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return new StructureEntry(
                uid.substring(0, Math.min(uid.length(), LONGEST_UID)),
                title,
                ReceivedText.cut(summary.isEmpty() ? ReceivedHtml.plain(description) : summary, LONGEST_SUMMARY),
                ReceivedHtml.clean(description.isEmpty() ? summary : description),
                categories(element),
                locality,
                whole.isEmpty() ? Optional.empty() : territory.commune(whole),
                street,
                point(element, !street.isEmpty()),
                telephone(element.plain("telephone", "phone", "tel")),
                matching(element.plain("email", "mail", "courriel"), "[^\\s@<>\"']{1,64}@[^\\s@<>\"']{3,190}"),
                matching(element.first("website", "site", "siteweb", "site_web"), "https://[^\\s\"'<>]{3,400}"),
                matching(element.first("sourceurl", "source_url", "permalink"), "https?://[^\\s\"'<>]{4,400}"),
                updated(element.first("updatedat", "updated_at")));
    }

    /** Returns what stands before the postcode in an address of one line. */
    private static String street(String line) {
        return line.replaceFirst("[,\\s]*\\b[0-9]{5}\\b.*$", "").strip();
    }

    private static List<String> categories(Element element) {
        return Stream.of("taxonomy", "categories", "categoriesfull", "category")
                .flatMap(name -> element.parts().getOrDefault(name, List.of()).stream())
                .flatMap(word -> Stream.concat(Stream.of(word), Stream.of(word.split("[,;|]"))))
                .map(ReceivedHtml::plain)
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_WORD)
                .distinct()
                .limit(MOST_CATEGORIES)
                .toList();
    }

    /** Returns where a structure is; empty when the source does not know, or knows its commune alone. */
    private static Optional<StructureEntry.Point> point(Element element, boolean hasStreet) {
        String precision = element.plain("precision");
        try {
            double latitude = degrees(element.plain("geo.latitude", "latitude", "lat"));
            double longitude = degrees(element.plain("geo.longitude", "longitude", "long", "lng", "lon"));
            boolean isSomewhere = Math.abs(latitude) <= 90
                    && Math.abs(longitude) <= 180
                    && !(latitude == 0 && longitude == 0)
                    && !precision.equals("commune");
            return isSomewhere
                    ? Optional.of(new StructureEntry.Point(
                            latitude, longitude, precision.isEmpty() ? hasStreet : precision.equals("exacte")))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double degrees(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    /** Returns a number of France as forms take it; empty for others. */
    private static String telephone(String text) {
        String digits = text.replaceAll("[^0-9+]", "").replaceFirst("^(\\+33|0033)0?", "0");
        return digits.matches("0[1-9][0-9]{8}") ? digits.replaceAll("(..)(?=.)", "$1 ") : "";
    }

    private static String matching(String text, String pattern) {
        return text.matches(pattern) ? text : "";
    }

    private static Optional<Instant> updated(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
