package org.bocage.portal.territory.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The shape of a plot, convex: all that lies within reach of a point and is nearer to it than to others.
 *
 * @param corners in the order in which one walks around it
 */
record PlotShape(List<Spot> corners) {

    /** How far a rounded corner stays behind the corner, in units of the drawing. */
    private static final double MOST_LOST = 5;

    /** Cosine of half the angle of a corner that is one of a curve: 150 degrees and more. */
    private static final double FLAT = 0.26;

    /** A regular shape around a point, of which no side is nearer than the reach. */
    static PlotShape around(Spot middle, double reach, int sides) {
        double radius = reach / Math.cos(Math.PI / sides);
        return new PlotShape(IntStream.range(0, sides)
                .mapToObj(side -> 2 * Math.PI * side / sides)
                .map(angle -> new Spot(middle.x() + radius * Math.cos(angle), middle.y() + radius * Math.sin(angle)))
                .toList());
    }

    /** The smallest convex shape around points (Andrew's monotone chain). */
    static PlotShape hull(List<Spot> points) {
        List<Spot> sorted = points.stream()
                .sorted(Comparator.comparingDouble(Spot::x).thenComparingDouble(Spot::y))
                .toList();
        List<Spot> hull = new ArrayList<>();
        addSide(hull, sorted);
        List<Spot> back = new ArrayList<>(sorted);
        Collections.reverse(back);
        addSide(hull, back);
        return new PlotShape(hull);
    }

    private static void addSide(List<Spot> hull, List<Spot> points) {
        List<Spot> side = new ArrayList<>();
        for (Spot point : points) {
            while (side.size() > 1 && !turns(side.get(side.size() - 2), side.get(side.size() - 1), point)) {
                side.remove(side.size() - 1);
            }
            side.add(point);
        }
        hull.addAll(side.subList(0, side.size() - 1));
    }

    private static boolean turns(Spot a, Spot b, Spot c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()) > 0;
    }

    /** The part that is nearer to a point of it than to another, less a margin before the line between the two. */
    PlotShape nearer(Spot own, Spot other, double margin) {
        double length = own.distanceTo(other);
        double limit = length / 2 - margin;
        List<Spot> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Spot before = corners.get((i == 0 ? corners.size() : i) - 1);
            Spot corner = corners.get(i);
            double from = depth(before, own, other, length) - limit;
            double to = depth(corner, own, other, length) - limit;
            if ((from <= 0) != (to <= 0)) {
                kept.add(before.between(corner, from / (from - to)));
            }
            if (to <= 0) {
                kept.add(corner);
            }
        }
        return new PlotShape(kept);
    }

    /** How far a point lies on the way from one to another. */
    private static double depth(Spot spot, Spot own, Spot other, double length) {
        return ((spot.x() - own.x()) * (other.x() - own.x()) + (spot.y() - own.y()) * (other.y() - own.y())) / length;
    }

    /** Without corners that stand nearer than this to the one before, as long as three remain. */
    PlotShape without(double nearest) {
        List<Spot> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Spot before = corners.get((i == 0 ? corners.size() : i) - 1);
            if (corners.get(i).distanceTo(before) > nearest) {
                kept.add(corners.get(i));
            }
        }
        return kept.size() < 3 ? this : new PlotShape(kept);
    }

    /** The centre of its area. */
    Spot centre() {
        double area = 0;
        double x = 0;
        double y = 0;
        Spot origin = corners.get(0);
        for (int i = 0; i < corners.size(); i++) {
            Spot a = corners.get(i);
            Spot b = corners.get((i + 1) % corners.size());
            double cross = (a.x() - origin.x()) * (b.y() - origin.y()) - (b.x() - origin.x()) * (a.y() - origin.y());
            area += cross;
            x += (a.x() + b.x() - 2 * origin.x()) * cross;
            y += (a.y() + b.y() - 2 * origin.y()) * cross;
        }
        return area == 0 ? origin : new Spot(origin.x() + x / 3 / area, origin.y() + y / 3 / area);
    }

    /** The path of it with corners as they are, each written by its step from the one before. */
    String angular() {
        StringBuilder path =
                new StringBuilder("M").append(corners.get(0).written()).append('l');
        for (int i = 1; i < corners.size(); i++) {
            Spot before = corners.get(i - 1);
            Spot corner = corners.get(i);
            long right = Math.round(corner.x()) - Math.round(before.x());
            long down = Math.round(corner.y()) - Math.round(before.y());
            path.append(i == 1 || right < 0 ? "" : " ").append(right);
            path.append(down < 0 ? "" : " ").append(down);
        }
        return path.append('z').toString();
    }

    /**
     * The path of it with rounded corners.
     *
     * @param seed number from which the radii follow, of four sizes
     * @param scale of the radii
     */
    String rounded(int seed, double scale) {
        StringBuilder path = new StringBuilder();
        String last = "";
        for (int i = 0; i < corners.size(); i++) {
            Spot before = corners.get((i == 0 ? corners.size() : i) - 1);
            Spot corner = corners.get(i);
            Spot after = corners.get((i + 1) % corners.size());
            double radius = radius(before, corner, after, (12 + (seed * 7 + i * 5) % 4 * 5) * scale);
            String start = corner.towards(before, Math.min(radius, corner.distanceTo(before) / 2))
                    .written();
            String end = corner.towards(after, Math.min(radius, corner.distanceTo(after) / 2))
                    .written();
            if (!start.equals(last)) {
                path.append(i == 0 ? 'M' : 'L').append(start);
            }
            path.append('Q').append(corner.written()).append(' ').append(end);
            last = end;
        }
        return path.append('z').toString();
    }

    /** The wished radius, less at a sharp corner, which would lose more than a bush hides; and any at one that is nearly flat. */
    private static double radius(Spot before, Spot corner, Spot after, double wished) {
        double sharpness = corner.distanceTo(corner.towards(before, 1).between(corner.towards(after, 1), 0.5));
        return sharpness < FLAT ? Double.MAX_VALUE : Math.min(wished, 2 * MOST_LOST / sharpness);
    }
}
