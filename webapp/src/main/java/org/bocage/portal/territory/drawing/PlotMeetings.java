package org.bocage.portal.territory.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Points where plots meet though they are far from their communes: between two neighbours halfway, between three as far from each.
 * Plots stretch to them, so that there is no hole between neighbours.
 */
final class PlotMeetings {

    /**
     * Part of the way between two neighbours at which a third commune still meets them: more than in a triangle with a right
     * angle, and less than in one so flat that they would meet far outside.
     */
    private static final double FARTHEST = 0.75;

    /** Part of the reach within which plots meet anyway. */
    private static final double NEAREST = 0.9;

    private final List<Spot> spots;
    private final NeighbourGraph neighbours;
    private final double nearest;
    private final List<List<Spot>> found = new ArrayList<>();

    private PlotMeetings(List<Spot> spots, NeighbourGraph neighbours, double reach) {
        this.spots = spots;
        this.neighbours = neighbours;
        nearest = NEAREST * reach;
        spots.forEach(spot -> found.add(new ArrayList<>()));
    }

    /** The points of each plot. */
    static List<List<Spot>> of(List<Spot> spots, NeighbourGraph neighbours, double reach) {
        PlotMeetings meetings = new PlotMeetings(spots, neighbours, reach);
        for (int i = 0; i < spots.size(); i++) {
            List<Integer> around = List.copyOf(neighbours.of(i));
            for (int first = 0; first < around.size(); first++) {
                meetings.meet(i, around.get(first));
                for (int second = first + 1; second < around.size(); second++) {
                    meetings.meet(i, around.get(first), around.get(second));
                }
            }
        }
        return meetings.found;
    }

    private void meet(int commune, int neighbour) {
        add(spots.get(commune).between(spots.get(neighbour), 0.5), commune, neighbour);
    }

    private void meet(int commune, int neighbour, int other) {
        Spot a = spots.get(commune);
        Spot b = spots.get(neighbour);
        Spot c = spots.get(other);
        double longest = Math.max(a.distanceTo(b), a.distanceTo(c));
        if (neighbours.areNeighbours(neighbour, other)) {
            longest = Math.max(longest, b.distanceTo(c));
        }
        Spot point = asFarFrom(a, b, c);
        if (point.distanceTo(a) < FARTHEST * longest) {
            add(point, commune, neighbour, other);
        }
    }

    /** Adds a point that is farther than the reach, and nearer to no other commune. */
    private void add(Spot point, int... communes) {
        double far = point.distanceTo(spots.get(communes[0]));
        if (far > nearest && spots.stream().noneMatch(spot -> spot.distanceTo(point) < far * (1 - 1e-6))) {
            for (int commune : communes) {
                found.get(commune).add(point);
            }
        }
    }

    /** The point as far from each of three; far away where they stand in a row. */
    private static Spot asFarFrom(Spot a, Spot b, Spot c) {
        double bx = b.x() - a.x();
        double by = b.y() - a.y();
        double cx = c.x() - a.x();
        double cy = c.y() - a.y();
        double cross = 2 * (bx * cy - by * cx);
        if (Math.abs(cross) < 1e-9) {
            return new Spot(Double.MAX_VALUE, 0);
        }
        double toB = bx * bx + by * by;
        double toC = cx * cx + cy * cy;
        return new Spot(a.x() + (cy * toB - by * toC) / cross, a.y() + (bx * toC - cx * toB) / cross);
    }
}
