package org.bocage.portal.territory;

import java.io.IOException;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bocage.cms.repository.config.ConfigFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The communes of the territory, as {@code config/territory/communes.csv} says: where each lies, and which act together (their
 * EPCI). Known by their INSEE codes.
 */
@Component
public final class Communes {

    /** How far one goes to be still near one's home. */
    static final double NEAR_KM = 15;

    private static final Logger log = LoggerFactory.getLogger(Communes.class);
    private static final String FILE = "territory/communes.csv";
    private static final double EARTH_KM = 6_371;
    private static final CSVFormat FORM =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, Point> centres = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** A point of WGS 84. */
    public record Point(double latitude, double longitude) {

        /** Along a great circle. */
        double kilometresTo(Point other) {
            double north = Math.toRadians(other.latitude - latitude);
            double east = Math.toRadians(other.longitude - longitude);
            double half = square(Math.sin(north / 2))
                    + Math.cos(Math.toRadians(latitude))
                            * Math.cos(Math.toRadians(other.latitude))
                            * square(Math.sin(east / 2));
            return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
        }

        private static double square(double number) {
            return number * number;
        }
    }

    /**
     * Communes that act together.
     *
     * @param name as addresses have it
     * @param codes of its communes
     */
    public record Group(String name, String title, Set<String> codes) {}

    Communes(ConfigFiles files) throws IOException {
        for (CSVRecord line : FORM.parse(new StringReader(files.text(FILE).orElse("")))) {
            try {
                String code = line.get("code_insee");
                centres.put(
                        code,
                        new Point(Double.parseDouble(line.get("latitude")), Double.parseDouble(line.get("longitude"))));
                String title = line.isMapped("epci_nom") ? line.get("epci_nom").strip() : "";
                if (!title.isEmpty()) {
                    groups.computeIfAbsent(name(title), name -> new Group(name, title, new LinkedHashSet<>()))
                            .codes()
                            .add(code);
                }
            } catch (IllegalArgumentException e) {
                log.warn("{}, line {}: no point: {}", FILE, line.getRecordNumber() + 1, e.getMessage());
            }
        }
    }

    private static String name(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Where a commune lies. */
    public Optional<Point> centre(String code) {
        return Optional.ofNullable(centres.get(code));
    }

    /** How far apart two communes are, as the crow flies; empty where one of them is not of the territory. */
    public OptionalDouble kilometres(String code, String other) {
        Point here = centres.get(code);
        Point there = centres.get(other);
        return here == null || there == null ? OptionalDouble.empty() : OptionalDouble.of(here.kilometresTo(there));
    }

    /** Returns the groups of communes that act together, in the order of the file. */
    public List<Group> groups() {
        return List.copyOf(groups.values());
    }

    /** The group that addresses call so. */
    public Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    /** A commune and its neighbours: those whose points lie within 15 km of its own. One that nobody knows has none. */
    public Set<String> around(String code) {
        Set<String> near = new LinkedHashSet<>(Set.of(code));
        centre(code)
                .ifPresent(here -> centres.forEach((other, there) -> {
                    if (here.kilometresTo(there) <= NEAR_KM) {
                        near.add(other);
                    }
                }));
        return near;
    }
}
