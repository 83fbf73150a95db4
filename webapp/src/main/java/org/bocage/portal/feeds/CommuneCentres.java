package org.bocage.portal.feeds;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bocage.cms.repository.ConfigFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where the communes lie, as {@code config/territory/communes.csv} says, by their INSEE code. */
@Component
public class CommuneCentres {

    private static final Logger log = LoggerFactory.getLogger(CommuneCentres.class);
    private static final String FILE = "territory/communes.csv";
    private static final CSVFormat FORM =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Mean, in kilometres. */
    private static final double EARTH_RADIUS = 6371.0088;

    private final Map<String, Point> byCode = new HashMap<>();

    /** A point of WGS 84. */
    record Point(double latitude, double longitude) {}

    CommuneCentres(ConfigFiles files) throws IOException {
        String text = files.text(FILE).orElse("");
        for (CSVRecord line : FORM.parse(new StringReader(text))) {
            try {
                byCode.put(
                        line.get("code_insee"),
                        new Point(Double.parseDouble(line.get("latitude")), Double.parseDouble(line.get("longitude"))));
            } catch (IllegalArgumentException e) {
                log.warn("{}, line {}: no point: {}", FILE, line.getRecordNumber() + 1, e.getMessage());
            }
        }
    }

    /** How far apart two communes are, as the crow flies; empty where one of them is not of the territory. */
    public OptionalDouble kilometres(String code, String other) {
        Point a = byCode.get(code);
        Point b = byCode.get(other);
        if (a == null || b == null) {
            return OptionalDouble.empty();
        }
        double north = Math.sin(Math.toRadians(b.latitude() - a.latitude()) / 2);
        double east = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
        double part = north * north
                + Math.cos(Math.toRadians(a.latitude())) * Math.cos(Math.toRadians(b.latitude())) * east * east;
        return OptionalDouble.of(2 * EARTH_RADIUS * Math.asin(Math.sqrt(part)));
    }

    Optional<Point> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
