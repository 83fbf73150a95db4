package org.bocage.portal.territory.drawing;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.portal.territory.france.FrenchCommune;
import org.bocage.portal.territory.france.FrenchCommunes;
import org.bocage.portal.territory.france.GeoPoint;
import org.bocage.portal.territory.france.TerritoryChoice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Maps of territories of all sizes, as geometry. */
@Tag("fast")
class TerritoryDrawingTests {

    private static final FrenchCommunes COMMUNES = new FrenchCommunes();
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** Radius of a bush, as the style sheet draws it. */
    private static final double BUSH = 11;

    /** Area of a gap that nobody sees: some five units by six, of a thousand that the drawing is wide. */
    private static final double SPECK = 30;

    private static final Map<String, TerritoryChoice> TERRITORIES = new LinkedHashMap<>();

    static {
        TERRITORIES.put("one commune", named("Plogoff"));
        TERRITORIES.put("three of Corsica", named("Corte", "Casamaccioli", "Calacuccia"));
        TERRITORIES.put("three far from each other", named("Ajaccio", "Bastia", "Corte"));
        TERRITORIES.put("two intercommunalities", of(COMMUNES.ofEpci("200043990"), COMMUNES.ofEpci("200070662")));
        TERRITORIES.put(
                "a hundred of Haute-Saône",
                of(
                        COMMUNES.ofEpci(COMMUNES.intercommunalities("val de gray")
                                .get(0)
                                .code()),
                        COMMUNES.ofEpci(COMMUNES.intercommunalities("quatre rivières")
                                .get(0)
                                .code())));
        TERRITORIES.put("a département with islands", of(COMMUNES.ofDepartement("29")));
        TERRITORIES.put("a département", of(COMMUNES.ofDepartement("70")));
        TERRITORIES.put(
                "nine hundred",
                new TerritoryChoice(Stream.of("35", "22", "50")
                        .flatMap(departement -> COMMUNES.ofDepartement(departement).stream())
                        .limit(TerritoryChoice.MOST)
                        .toList()));
        TERRITORIES.put("communes whose centres nobody knows", of(COMMUNES.ofDepartement("987")));
        TERRITORIES.put("some centres unknown", of(COMMUNES.ofEpci("200066637")));
    }

    private static TerritoryChoice of(List<FrenchCommune> communes) {
        return new TerritoryChoice(communes);
    }

    private static TerritoryChoice of(List<FrenchCommune> communes, List<FrenchCommune> others) {
        return of(communes).with(others);
    }

    private static TerritoryChoice named(String... names) {
        return new TerritoryChoice(COMMUNES.written(List.of(names)).communes());
    }

    static Set<String> territories() {
        return TERRITORIES.keySet();
    }

    private static TerritoryDrawing drawing(String territory) {
        return TerritoryDrawing.of(choice(territory));
    }

    private static TerritoryChoice choice(String territory) {
        return Objects.requireNonNull(TERRITORIES.get(territory));
    }

    @ParameterizedTest
    @MethodSource("territories")
    void every_commune_has_a_plot_around_its_point_within_the_drawing(String territory) {
        TerritoryDrawing drawing = drawing(territory);
        assertThat(drawing.plots())
                .extracting(Plot::code)
                .containsExactlyElementsOf(choice(territory).codes());
        assertThat(drawing.width()).isEqualTo(1000);
        assertThat(drawing.height()).isBetween(100, 1000);
        for (Plot plot : drawing.plots()) {
            Polygon shape = shape(plot);
            assertThat(shape.isValid()).as(plot.code()).isTrue();
            assertThat(shape.getArea()).as(plot.code()).isGreaterThan(20);
            assertThat(shape.buffer(1).contains(point(plot.pointX(), plot.pointY())))
                    .as(plot.code())
                    .isTrue();
            assertThat(shape.buffer(1).contains(point(plot.x(), plot.y())))
                    .as(plot.code())
                    .isTrue();
            assertThat(shape.getEnvelopeInternal().getMinX()).isGreaterThan(10);
            assertThat(shape.getEnvelopeInternal().getMinY()).isGreaterThan(10);
            assertThat(shape.getEnvelopeInternal().getMaxX()).isLessThan(drawing.width() - 10.0);
            assertThat(shape.getEnvelopeInternal().getMaxY()).isLessThan(drawing.height() - 10.0);
        }
    }

    @ParameterizedTest
    @MethodSource("territories")
    void no_plot_lies_on_another(String territory) {
        List<Polygon> shapes = drawing(territory).plots().stream()
                .map(TerritoryDrawingTests::shape)
                .toList();
        for (int i = 0; i < shapes.size(); i++) {
            for (int other = 0; other < i; other++) {
                Polygon shape = shapes.get(i);
                if (shape.getEnvelopeInternal().intersects(shapes.get(other).getEnvelopeInternal())) {
                    assertThat(shape.intersection(shapes.get(other)).getArea()).isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("territories")
    void plots_hedges_and_bushes_leave_no_hole_but_where_a_commune_is_missing(String territory) {
        TerritoryDrawing drawing = drawing(territory);
        List<Geometry> all = drawing.plots().stream()
                .map(plot -> shape(plot).buffer(drawing.hedge() / 2 + 0.5))
                .collect(toCollection(ArrayList::new));
        bushes(drawing).forEach(bush -> all.add(bush.buffer(BUSH)));
        double usual = drawing.plots().stream()
                .mapToDouble(plot -> shape(plot).getArea())
                .sorted()
                .skip(drawing.plots().size() / 2)
                .findFirst()
                .orElse(0);
        assertThat(holes(UnaryUnionOp.union(all)))
                .filteredOn(hole -> hole.getArea() > SPECK)
                .allSatisfy(hole -> assertThat(hole.getArea()).isGreaterThan(usual / 3));
    }

    private static List<Polygon> holes(Geometry land) {
        List<Polygon> holes = new ArrayList<>();
        for (int part = 0; part < land.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) land.getGeometryN(part);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                LineString ring = polygon.getInteriorRingN(hole);
                holes.add(GEOMETRY.createPolygon(ring.getCoordinates()));
            }
        }
        return holes;
    }

    @Test
    void a_departement_without_enclave_has_no_hole_at_all() {
        TerritoryDrawing drawing = drawing("a département");
        Geometry land = UnaryUnionOp.union(drawing.plots().stream()
                .map(plot -> shape(plot).buffer(drawing.hedge() / 2 + 0.5))
                .toList());
        assertThat(land.getNumGeometries()).isEqualTo(1);
        assertThat(holes(land)).allSatisfy(hole -> assertThat(hole.getArea()).isLessThan(SPECK));
    }

    @Test
    void an_island_lies_apart_with_water_around_it() {
        TerritoryDrawing drawing = drawing("a département with islands");
        Map<String, Polygon> shapes = new LinkedHashMap<>();
        drawing.plots().forEach(plot -> shapes.put(plot.code(), shape(plot)));
        List<String> islands = choice("a département with islands").communes().stream()
                .filter(commune -> commune.neighbours().isEmpty())
                .map(FrenchCommune::code)
                .toList();
        assertThat(islands).contains("29155", "29083");
        for (String island : islands) {
            shapes.forEach((code, shape) -> {
                if (!code.equals(island)) {
                    assertThat(shape.distance(Objects.requireNonNull(shapes.get(island))))
                            .as("%s and %s", island, code)
                            .isGreaterThan(drawing.hedge() + 1);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("territories")
    void neighbours_have_unlike_fills_and_all_fills_are_used_alike(String territory) {
        Map<String, Integer> fills = new LinkedHashMap<>();
        drawing(territory).plots().forEach(plot -> fills.put(plot.code(), plot.fill()));
        long alike = 0;
        long pairs = 0;
        for (FrenchCommune commune : choice(territory).communes()) {
            for (String neighbour : commune.neighbours()) {
                if (fills.containsKey(neighbour)) {
                    pairs++;
                    alike += Objects.equals(fills.get(neighbour), fills.get(commune.code())) ? 1 : 0;
                }
            }
        }
        assertThat(alike * 50).isLessThanOrEqualTo(pairs);
        for (int fill = 0; fill < 8; fill++) {
            assertThat(Collections.frequency(fills.values(), fill))
                    .isBetween(fills.size() / 8 / 2, fills.size() / 8 * 3 / 2 + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("territories")
    void the_same_communes_in_any_order_give_the_same_drawing(String territory) {
        List<FrenchCommune> shuffled = new ArrayList<>(choice(territory).communes());
        Collections.shuffle(shuffled, new Random(29));
        assertThat(TerritoryDrawing.of(new TerritoryChoice(shuffled))).isEqualTo(drawing(territory));
    }

    @Test
    void nine_hundred_communes_are_written_in_less_than_120_kilobytes() {
        TerritoryDrawing drawing = drawing("nine hundred");
        assertThat(drawing.plots()).hasSize(900);
        assertThat(drawing.plots().stream()
                        .mapToInt(plot -> plot.path().length())
                        .sum())
                .isLessThan(120_000);
        assertThat(drawing.isRoomy()).isFalse();
        assertThat(drawing.bushes()).isEmpty();
    }

    @Test
    void up_to_a_hundred_communes_there_is_room_for_bushes_and_names() {
        for (String territory :
                List.of("one commune", "three of Corsica", "two intercommunalities", "a hundred of Haute-Saône")) {
            assertThat(drawing(territory).isRoomy()).as(territory).isTrue();
        }
        assertThat(drawing("one commune").bushes()).isEmpty();
        assertThat(bushes(drawing("two intercommunalities"))).hasSizeGreaterThan(40);
    }

    @Test
    void a_name_is_cut_at_its_hyphens_and_blanks() {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        drawing("two intercommunalities").plots().forEach(plot -> lines.put(plot.code(), plot.lines()));
        assertThat(lines)
                .containsEntry("35012", List.of("Bain-de-", "Bretagne"))
                .containsEntry("35168", List.of("Val d’Anast"))
                .containsEntry("35316", List.of("Saint-", "Sulpice-", "des-Landes"));
    }

    @Test
    void places_lie_from_each_other_as_their_degrees_say() {
        TerritoryDrawing drawing = drawing("two intercommunalities");
        Map<String, Plot> plots = new LinkedHashMap<>();
        drawing.plots().forEach(plot -> plots.put(plot.code(), plot));
        for (FrenchCommune commune : choice("two intercommunalities").communes()) {
            for (FrenchCommune other : choice("two intercommunalities").communes()) {
                GeoPoint from = commune.centre().orElseThrow();
                GeoPoint to = other.centre().orElseThrow();
                Plot here = Objects.requireNonNull(plots.get(commune.code()));
                Plot there = Objects.requireNonNull(plots.get(other.code()));
                assertThat((double) there.pointX() - here.pointX())
                        .isCloseTo((to.longitude() - from.longitude()) * drawing.east(), within(1.01));
                assertThat((double) there.pointY() - here.pointY())
                        .isCloseTo((from.latitude() - to.latitude()) * drawing.north(), within(1.01));
            }
        }
    }

    @Test
    void parts_beyond_an_ocean_are_drawn_nearer() {
        TerritoryDrawing drawing = TerritoryDrawing.of(of(
                COMMUNES.ofEpci("200043990"),
                COMMUNES.written(List.of("Saint-Denis (La Réunion)", "Sainte-Marie (La Réunion)"))
                        .communes()));
        assertThat(drawing.plots()).hasSize(20);
        assertThat(drawing.isRoomy()).isTrue();
        assertThat(drawing.plots())
                .allSatisfy(plot -> assertThat(shape(plot).getArea()).isGreaterThan(1_000));
    }

    @Test
    void no_commune_is_an_empty_drawing() {
        assertThat(TerritoryDrawing.of(new TerritoryChoice(List.of())).plots()).isEmpty();
    }

    private static Point point(double x, double y) {
        return GEOMETRY.createPoint(new Coordinate(x, y));
    }

    private static List<Point> bushes(TerritoryDrawing drawing) {
        return PlotPaths.STEP
                .matcher(drawing.bushes().replace("h0", ""))
                .results()
                .map(step -> PlotPaths.numbers(step.group(2)))
                .map(numbers -> point(numbers[0], numbers[1]))
                .toList();
    }

    private static Polygon shape(Plot plot) {
        return (Polygon) PlotPaths.shape(plot.path());
    }
}
