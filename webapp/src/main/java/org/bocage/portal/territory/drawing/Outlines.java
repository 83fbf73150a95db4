package org.bocage.portal.territory.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bocage.portal.territory.france.FrenchCommune;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The boundaries of communes, from a file of GeoJSON (RFC 7946): a polygon or several for each, whose properties name its INSEE code.
 *
 * @param byCode in degrees of WGS 84, east and north
 */
public record Outlines(Map<String, Geometry> byCode) {

    /** No outlines: communes are drawn from their points. */
    public static final Outlines NONE = new Outlines(Map.of());

    /** Most points of all outlines together: twice those of a large département in files simplified to fifty metres. */
    static final int MOST_POINTS = 300_000;

    /** Properties that hold the code in the files of IGN, INSEE, Etalab and OpenStreetMap. */
    private static final List<String> CODES = List.of(
            "code", "code_insee", "insee_com", "INSEE_COM", "insee", "codgeo", "CODGEO", "com_code", "ref:INSEE");

    /** Reads one feature of several: what comes after it is no mistake. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    public Outlines {
        byCode = Map.copyOf(byCode);
    }

    /**
     * Reads the outlines of some communes; what is no polygon is left out.
     *
     * @throws IOException when the file is no GeoJSON, or these outlines have more than 300,000 points
     */
    public static Outlines read(InputStream file, Set<String> codes) throws IOException {
        Map<String, Geometry> outlines = new HashMap<>();
        int[] left = {MOST_POINTS};
        read(file, (code, geometry) -> {
            Geometry outline = codes.contains(code) ? outline(geometry, left) : null;
            if (outline != null && !outline.isEmpty()) {
                outlines.merge(
                        code, outline, (one, other) -> GeometryFixer.fix(GEOMETRY.buildGeometry(List.of(one, other))));
            }
        });
        return new Outlines(outlines);
    }

    /**
     * Returns the codes of the communes that a file has something for.
     *
     * @throws IOException when it is no GeoJSON
     */
    public static Set<String> codes(InputStream file) throws IOException {
        Set<String> codes = new TreeSet<>();
        read(file, (code, geometry) -> codes.add(code));
        return codes;
    }

    @FunctionalInterface
    private interface FeatureReader {
        void read(String code, JsonNode geometry) throws IOException;
    }

    /** Reads one feature after the other: a file may be large. */
    private static void read(InputStream file, FeatureReader reader) throws IOException {
        try (JsonParser parser = JSON.createParser(file)) {
            boolean isCollection = false;
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME
                        && parser.currentName().equals("features")) {
                    isCollection = parser.nextToken() == JsonToken.START_ARRAY;
                    while (isCollection && parser.nextToken() != JsonToken.END_ARRAY) {
                        JsonNode feature = JSON.readTree(parser);
                        String code = code(feature.path("properties"));
                        if (!code.isEmpty()) {
                            reader.read(code, feature.path("geometry"));
                        }
                    }
                } else if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
            if (!isCollection) {
                throw new IOException("It has no list of features");
            }
        } catch (JacksonException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
    }

    private static String code(JsonNode properties) {
        for (String name : CODES) {
            String code = properties.path(name).asString("").strip();
            if (!code.isEmpty()) {
                return code;
            }
        }
        return "";
    }

    private static @Nullable Geometry outline(JsonNode geometry, int[] left) throws IOException {
        JsonNode parts = geometry.path("coordinates");
        List<Polygon> polygons = new ArrayList<>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygons.add(polygon(parts, left));
            case "MultiPolygon" -> {
                for (JsonNode part : parts) {
                    polygons.add(polygon(part, left));
                }
            }
            default -> {
                return null;
            }
        }
        return GeometryFixer.fix(GEOMETRY.buildGeometry(polygons));
    }

    private static Polygon polygon(JsonNode rings, int[] left) throws IOException {
        List<LinearRing> all = new ArrayList<>();
        for (JsonNode ring : rings) {
            all.add(ring(ring, left));
        }
        if (all.isEmpty()) {
            return GEOMETRY.createPolygon();
        }
        return GEOMETRY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions, int[] left) throws IOException {
        left[0] -= positions.size();
        if (left[0] < 0) {
            throw new IOException("It has more than " + MOST_POINTS + " points");
        }
        List<Coordinate> corners = new ArrayList<>();
        for (JsonNode position : positions) {
            double east = position.path(0).asDouble(Double.NaN);
            double north = position.path(1).asDouble(Double.NaN);
            if (!(Math.abs(east) <= 180 && Math.abs(north) <= 90)) {
                throw new IOException("A point is not in degrees of longitude and latitude");
            }
            corners.add(new Coordinate(east, north));
        }
        if (corners.size() < 3) {
            return GEOMETRY.createLinearRing();
        }
        if (!corners.get(0).equals2D(corners.get(corners.size() - 1))) {
            corners.add(corners.get(0).copy());
        }
        return GEOMETRY.createLinearRing(corners.toArray(Coordinate[]::new));
    }

    /** Whether every one of some communes has an outline. */
    boolean cover(List<FrenchCommune> communes) {
        return !communes.isEmpty() && communes.stream().map(FrenchCommune::code).allMatch(byCode::containsKey);
    }
}
