package org.bocage.portal.territory.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bocage.portal.territory.france.FrenchCommune;
import org.bocage.portal.territory.france.FrenchCommunes;
import org.bocage.portal.territory.france.TerritoryChoice;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Maps drawn from boundaries that come in a file. */
class OutlinesTests {

    private static final FrenchCommunes FRANCE = new FrenchCommunes();
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final TerritoryChoice CHOICE = new TerritoryChoice(FRANCE.ofEpci("200043990"));
    private static final Map<String, Geometry> BOUNDARIES = boundaries(CHOICE);

    /** A gap that nobody sees, of a drawing that is a thousand units wide. */
    private static final double SPECK = 30;

    /** Jagged boundaries around the points of communes: those of two neighbours are one line. */
    private static Map<String, Geometry> boundaries(TerritoryChoice choice) {
        Map<Coordinate, String> codes = new HashMap<>();
        for (FrenchCommune commune : choice.communes()) {
            var centre = commune.centre().orElseThrow();
            codes.put(new Coordinate(centre.longitude(), centre.latitude()), commune.code());
        }
        VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
        voronoi.setSites(codes.keySet());
        Envelope all = new Envelope();
        codes.keySet().forEach(all::expandToInclude);
        all.expandBy(0.05);
        voronoi.setClipEnvelope(all);
        Geometry cells = voronoi.getDiagram(GEOMETRY);
        Map<String, Geometry> boundaries = new HashMap<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            Geometry cell = cells.getGeometryN(i);
            Geometry jagged = Densifier.densify(cell, 0.004).copy();
            jagged.apply((Coordinate corner) -> {
                long east = Math.round(corner.x * 1e5);
                long north = Math.round(corner.y * 1e5);
                corner.setX(east / 1e5 + ((east * 31 + north * 17) % 11) * 6e-5);
                corner.setY(north / 1e5 + ((east * 13 + north * 29) % 11) * 6e-5);
            });
            jagged.geometryChanged();
            codes.forEach((site, code) -> {
                if (cell.contains(GEOMETRY.createPoint(site))) {
                    boundaries.put(code, jagged);
                }
            });
        }
        return boundaries;
    }

    private static String ring(Geometry polygon) {
        return Arrays.stream(polygon.getCoordinates())
                .map(corner -> "[" + corner.x + "," + corner.y + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String feature(String property, String code, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"" + property + "\":\"" + code + "\"},\"geometry\":{\"type\":\""
                + type + "\",\"coordinates\":" + coordinates + "}}";
    }

    private static String collection(Stream<String> features) {
        return "{\"type\":\"FeatureCollection\",\"crs\":{\"features\":[1]},\"features\":["
                + features.collect(Collectors.joining(",")) + "]}";
    }

    private static String file(String property) {
        return collection(BOUNDARIES.entrySet().stream()
                .map(one -> feature(property, one.getKey(), "Polygon", "[" + ring(one.getValue()) + "]")));
    }

    private static Outlines read(String file) throws IOException {
        return Outlines.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), Set.copyOf(CHOICE.codes()));
    }

    private static Map<String, Geometry> shapes(TerritoryDrawing drawing) {
        return drawing.plots().stream().collect(Collectors.toMap(Plot::code, plot -> PlotPaths.shape(plot.path())));
    }

    @Test
    void plots_follow_the_boundaries_of_a_file() throws IOException {
        for (String property : List.of("code", "INSEE_COM", "codgeo")) {
            TerritoryDrawing drawing = TerritoryDrawing.of(CHOICE, read(file(property)));
            Map<String, Geometry> shapes = shapes(drawing);
            assertThat(shapes.keySet()).containsExactlyInAnyOrderElementsOf(CHOICE.codes());
            for (Plot plot : drawing.plots()) {
                Geometry shape = Objects.requireNonNull(shapes.get(plot.code()));
                Geometry boundary = Objects.requireNonNull(BOUNDARIES.get(plot.code()));
                double area = boundary.getArea() * drawing.east() * drawing.north();
                assertThat(shape.getArea()).as(plot.code()).isBetween(area * 0.75, area);
                assertThat(shape.buffer(2).contains(point(plot.pointX(), plot.pointY())))
                        .as(plot.code())
                        .isTrue();
                assertThat(shape.contains(point(plot.x(), plot.y())))
                        .as(plot.code())
                        .isTrue();
            }
            assertThat(drawing.isRoomy()).isTrue();
            assertThat(drawing.bushes()).isNotEmpty();
        }
    }

    @Test
    void between_two_plots_there_is_a_hedge_and_no_gap() throws IOException {
        TerritoryDrawing drawing = TerritoryDrawing.of(CHOICE, read(file("code")));
        List<Geometry> shapes = List.copyOf(shapes(drawing).values());
        for (int i = 0; i < shapes.size(); i++) {
            for (int other = 0; other < i; other++) {
                assertThat(shapes.get(i).intersection(shapes.get(other)).getArea())
                        .isLessThan(1);
            }
        }
        Geometry land = UnaryUnionOp.union(shapes.stream()
                .map(shape -> shape.buffer(drawing.hedge() / 2 + 1))
                .toList());
        assertThat(land.getNumGeometries()).isEqualTo(1);
        Polygon whole = (Polygon) land.getGeometryN(0);
        assertThat(GEOMETRY.createPolygon(whole.getExteriorRing()).getArea())
                .isLessThan(whole.getArea() + shapes.size() * SPECK);
    }

    @Test
    void a_commune_of_several_pieces_has_them_all_but_specks() throws IOException {
        String code = CHOICE.codes().get(0);
        Geometry first = Objects.requireNonNull(BOUNDARIES.get(code));
        double east = first.getEnvelopeInternal().getMaxX() + 1;
        double north = first.getEnvelopeInternal().getMaxY();
        String island = square(east, north, 0.02);
        String speck = square(east + 0.1, north, 0.0005);
        String several = collection(Stream.concat(
                BOUNDARIES.entrySet().stream()
                        .filter(one -> !one.getKey().equals(code))
                        .map(one -> feature("code", one.getKey(), "Polygon", "[" + ring(one.getValue()) + "]")),
                Stream.of(feature(
                        "code", code, "MultiPolygon", "[[" + ring(first) + "],[" + island + "],[" + speck + "]]"))));
        String path = TerritoryDrawing.of(CHOICE, read(several)).plots().stream()
                .filter(plot -> plot.code().equals(code))
                .findFirst()
                .orElseThrow()
                .path();
        assertThat(path.chars().filter(letter -> letter == 'M').count()).isEqualTo(2);
    }

    private static String square(double east, double north, double side) {
        return "[[" + east + "," + north + "],[" + (east + side) + "," + north + "],[" + (east + side) + ","
                + (north + side) + "],[" + east + "," + (north + side) + "]]";
    }

    @Test
    void a_file_that_lacks_a_commune_leaves_the_map_as_it_is_without_it() throws IOException {
        String lacking = collection(BOUNDARIES.entrySet().stream()
                .skip(1)
                .map(one -> feature("code", one.getKey(), "Polygon", "[" + ring(one.getValue()) + "]")));
        assertThat(TerritoryDrawing.of(CHOICE, read(lacking))).isEqualTo(TerritoryDrawing.of(CHOICE));
        assertThat(TerritoryDrawing.of(CHOICE, Outlines.NONE)).isEqualTo(TerritoryDrawing.of(CHOICE));
        String points = collection(CHOICE.codes().stream().map(code -> feature("code", code, "Point", "[2,47]")));
        assertThat(TerritoryDrawing.of(CHOICE, read(points))).isEqualTo(TerritoryDrawing.of(CHOICE));
    }

    @Test
    void the_communes_of_a_file_are_known_without_its_boundaries() throws IOException {
        assertThat(Outlines.codes(new ByteArrayInputStream(file("code").getBytes(StandardCharsets.UTF_8))))
                .containsExactlyInAnyOrderElementsOf(CHOICE.codes());
    }

    @Test
    void what_is_no_geojson_or_no_degrees_or_too_large_is_refused() {
        String code = CHOICE.codes().get(0);
        for (String broken : List.of(
                "", "code;nom", "[]", "{\"type\":\"FeatureCollection\"}", "{\"features\":[{", "{\"features\":1}")) {
            assertThatThrownBy(() -> read(broken)).as(broken).isInstanceOf(IOException.class);
        }
        String lambert = collection(Stream.of(feature("code", code, "Polygon", "[[[352000,6789000],[1,2],[3,4]]]")));
        assertThatThrownBy(() -> read(lambert)).isInstanceOf(IOException.class).hasMessageContaining("degrees");
        String many = collection(Stream.of(feature(
                "code",
                code,
                "Polygon",
                IntStream.range(0, Outlines.MOST_POINTS + 1)
                        .mapToObj(i -> "[1,2]")
                        .collect(Collectors.joining(",", "[[", "]]")))));
        assertThatThrownBy(() -> read(many)).isInstanceOf(IOException.class).hasMessageContaining("points");
    }

    @Test
    void odd_shapes_do_not_stop_the_drawing() throws IOException {
        String code = CHOICE.codes().get(0);
        for (String odd :
                List.of("[]", "[[]]", "[[[2,47]]]", "[[[2,47],[2,47],[2,47]]]", "[[[2,47],[3,48],[3,47],[2,48]]]")) {
            String file = collection(Stream.concat(
                    BOUNDARIES.entrySet().stream()
                            .filter(one -> !one.getKey().equals(code))
                            .map(one -> feature("code", one.getKey(), "Polygon", "[" + ring(one.getValue()) + "]")),
                    Stream.of(feature("code", code, "Polygon", odd))));
            assertThat(TerritoryDrawing.of(CHOICE, read(file)).plots())
                    .as(odd)
                    .hasSize(CHOICE.communes().size());
        }
    }

    private static Geometry point(double x, double y) {
        return GEOMETRY.createPoint(new Coordinate(x, y));
    }
}
