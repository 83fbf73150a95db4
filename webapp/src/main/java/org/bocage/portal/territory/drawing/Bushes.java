package org.bocage.portal.territory.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The bushes of the map: one wherever corners of plots meet, on the hedge between them. */
final class Bushes {

    /** How near corners are that meet, in units of the drawing. */
    private static final double NEAR = 26;

    /** How far a bush stands from the next one, at least. */
    private static final double APART = 15;

    private Bushes() {}

    /** The bushes as a path of points, as SVG writes it. */
    static String path(TerritoryLayout layout, List<PlotShape> shapes) {
        List<Spot> planted = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            int own = i;
            List<Spot> others = IntStream.range(0, shapes.size())
                    .filter(other -> other != own && !layout.neighbours().isApart(own, other))
                    .mapToObj(shapes::get)
                    .flatMap(shape -> shape.corners().stream())
                    .toList();
            for (Spot corner : shapes.get(i).corners()) {
                others.stream()
                        .filter(other -> other.distanceTo(corner) < NEAR)
                        .min(Comparator.comparingDouble(corner::distanceTo))
                        .map(other -> corner.between(other, 0.5))
                        .filter(bush -> planted.stream().noneMatch(other -> other.distanceTo(bush) < APART))
                        .ifPresent(planted::add);
            }
        }
        StringBuilder path = new StringBuilder();
        planted.forEach(bush -> path.append('M').append(bush.written()).append("h0"));
        return path.toString();
    }
}
