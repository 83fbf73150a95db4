package org.bocage.portal.territory.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bocage.portal.territory.france.FrenchCommune;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** The outlines of the communes of a territory as they lie on its map: simplified together, so that no gap opens between two. */
final class OutlinedMap {

    /** How far a simplified outline may stray, in units of the drawing. */
    private static final double STRAY = 3;

    /** Part of a hedge that lies on each of the two plots. */
    private static final double ON_PLOT = 0.31;

    /** Least part of the largest piece of a commune that another piece has to be drawn. */
    private static final double SPECK = 0.01;

    /** How far the corners stand apart, at least, that have bushes. */
    private static final double BUSHY = 40;

    /** How exact the place of a name is, in units of the drawing. */
    private static final double NAME = 2;

    private final MapFrame frame;
    private final double eastKm;
    private final List<Geometry> outlines;

    /**
     * Lays the outlines on the drawing.
     *
     * @param eastKm kilometres of a degree of longitude
     * @param largest the most units that a kilometre may have
     */
    OutlinedMap(Outlines all, List<FrenchCommune> communes, double eastKm, double largest) {
        this.eastKm = eastKm;
        AffineTransformation plane = AffineTransformation.scaleInstance(eastKm, -TerritoryLayout.NORTH_KM);
        List<Geometry> onPlane = communes.stream()
                .map(commune -> plane.transform(all.byCode().get(commune.code())))
                .toList();
        this.frame = MapFrame.around(
                onPlane.stream()
                        .flatMap(outline -> Arrays.stream(outline.getCoordinates()))
                        .map(corner -> new Spot(corner.x, corner.y))
                        .toList(),
                largest);
        AffineTransformation drawing = AffineTransformation.scaleInstance(frame.factor(), frame.factor())
                .translate(-frame.left(), -frame.top());
        Geometry[] drawn = onPlane.stream().map(drawing::transform).toArray(Geometry[]::new);
        this.outlines = List.of(CoverageSimplifier.simplify(drawn, STRAY));
    }

    MapFrame frame() {
        return frame;
    }

    /** Where the middle of a commune lies, else the middle of its plot. */
    Spot point(FrenchCommune commune, Spot middle) {
        return commune.centre()
                .map(centre -> frame.place(
                        new Spot(centre.longitude() * eastKm, -centre.latitude() * TerritoryLayout.NORTH_KM)))
                .orElse(middle);
    }

    /** The pieces of a plot within its hedges, the largest one first; specks are left out. */
    List<PlotShape> pieces(int commune, double hedge) {
        Geometry outline = outlines.get(commune);
        Geometry within = outline.buffer(-hedge * ON_PLOT);
        List<Polygon> pieces = polygons(within.isEmpty() ? outline : within);
        double largest = pieces.stream().mapToDouble(Polygon::getArea).max().orElse(0);
        return pieces.stream()
                .filter(piece -> piece.getArea() >= largest * SPECK)
                .sorted((one, other) -> Double.compare(other.getArea(), one.getArea()))
                .flatMap(piece -> Stream.concat(
                        Stream.of(piece.getExteriorRing()),
                        IntStream.range(0, piece.getNumInteriorRing()).mapToObj(piece::getInteriorRingN)))
                .map(OutlinedMap::shape)
                .toList();
    }

    /** The largest piece of each plot, with a corner every here and there: where bushes may stand. */
    List<PlotShape> edges(double hedge) {
        return IntStream.range(0, outlines.size())
                .mapToObj(commune -> pieces(commune, hedge).get(0).without(BUSHY))
                .toList();
    }

    /** The point of a plot that lies farthest from its edge, where a name has most room. */
    Spot middle(int commune) {
        List<Polygon> pieces = new ArrayList<>(polygons(outlines.get(commune)));
        pieces.sort((one, other) -> Double.compare(other.getArea(), one.getArea()));
        Point middle = MaximumInscribedCircle.getCenter(pieces.get(0), NAME);
        return new Spot(middle.getX(), middle.getY());
    }

    private static List<Polygon> polygons(Geometry geometry) {
        return IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(geometry::getGeometryN)
                .filter(Polygon.class::isInstance)
                .map(Polygon.class::cast)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static PlotShape shape(LinearRing ring) {
        Coordinate[] corners = ring.getCoordinates();
        return new PlotShape(Arrays.stream(corners, 0, corners.length - 1)
                .map(corner -> new Spot(corner.x, corner.y))
                .toList());
    }
}
