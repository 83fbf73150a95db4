package org.bocage.portal.territory.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Paths of plots read as geometry. */
final class PlotPaths {

    static final Pattern STEP = Pattern.compile("([MLQlz])([^MLQlz]*)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private PlotPaths() {}

    /** The outline of a plot, of one piece or several; a round corner in four steps. */
    static Geometry shape(String path) {
        List<Polygon> pieces = new ArrayList<>();
        List<Coordinate> corners = new ArrayList<>();
        for (MatchResult step : STEP.matcher(path).results().toList()) {
            int[] numbers = numbers(step.group(2));
            switch (step.group(1)) {
                case "M", "L" -> corners.add(new Coordinate(numbers[0], numbers[1]));
                case "Q" -> round(corners, numbers);
                case "l" -> {
                    for (int i = 0; i < numbers.length; i += 2) {
                        Coordinate before = corners.get(corners.size() - 1);
                        corners.add(new Coordinate(before.x + numbers[i], before.y + numbers[i + 1]));
                    }
                }
                default -> {
                    corners.add(corners.get(0));
                    pieces.add(GEOMETRY.createPolygon(corners.toArray(Coordinate[]::new)));
                    corners.clear();
                }
            }
        }
        return pieces.size() == 1 ? pieces.get(0) : GEOMETRY.createMultiPolygon(pieces.toArray(Polygon[]::new));
    }

    private static void round(List<Coordinate> corners, int[] numbers) {
        Coordinate from = corners.get(corners.size() - 1);
        for (int step = 1; step <= 4; step++) {
            double t = step / 4.0;
            corners.add(new Coordinate(
                    (1 - t) * (1 - t) * from.x + 2 * t * (1 - t) * numbers[0] + t * t * numbers[2],
                    (1 - t) * (1 - t) * from.y + 2 * t * (1 - t) * numbers[1] + t * t * numbers[3]));
        }
    }

    static int[] numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
    }
}
