package org.bocage.portal.territory.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bocage.portal.territory.france.FrenchCommune;
import org.bocage.portal.territory.france.GeoPoint;

/**
 * Where the communes of a territory stand on the plane, in kilometres, and how far their plots reach. Parts of the territory
 * that are far away stand nearer; communes whose centre nobody knows stand in rows below the others.
 */
final class TerritoryLayout {

    /** Kilometres of a degree of latitude. */
    static final double NORTH_KM = 110.574;

    /** Kilometres of a degree of longitude at the equator. */
    private static final double EAST_KM = 111.32;

    /** Reach of a commune that has no other near it, in kilometres. */
    private static final double ALONE_KM = 5;

    /** Part of the way to the nearest one that communes reach of which none are neighbours. */
    private static final double STRANGERS = 0.45;

    /** Least part of the whole territory that a reach is. */
    private static final double SMALLEST = 1.0 / 45;

    /** Times the reach that is empty between parts of a territory, at most; there may be an ocean. */
    private static final double MOST_EMPTY = 3;

    /** Part of the reach that islands have. */
    private static final double ISLAND = 0.6;

    /** Times the way to where plots meet that they stretch, so that no gap is left there. */
    private static final double BEYOND = 1.05;

    /** Part of a hedge that lies before the line between two communes, on each side; the rest lies on the plots. */
    private static final double BEFORE_LINE = 0.31;

    /** Part of the reach that is water on each side, between an island and the nearest shore. */
    private static final double WATER = 0.12;

    /** Most of the way between two communes that a hedge or water takes, on each side. */
    private static final double MOST_BETWEEN = 0.3;

    /** Times the reach from one commune to the next in a row of those whose centre nobody knows. */
    private static final double IN_ROW = 1.5;

    /** Times the reach from the others to the first of these rows. */
    private static final double BELOW = 2.2;

    private final NeighbourGraph neighbours;
    private final double eastKm;
    private final double reach;
    private final double[] reaches;
    private final List<Spot> spots;
    private final List<List<Spot>> meetings;

    TerritoryLayout(List<FrenchCommune> communes) {
        neighbours = new NeighbourGraph(communes);
        eastKm = eastKm(communes);
        List<Optional<Spot>> known = known(communes, eastKm);
        double usual = usualReach(known, neighbours);
        List<Optional<Spot>> closed = closed(known, MOST_EMPTY * usual);
        List<Spot> others = closed.stream().flatMap(Optional::stream).toList();
        reach = Math.max(usual, SMALLEST * Math.max(extent(xs(others)), extent(ys(others))));
        reaches = communes.stream()
                .mapToDouble(commune -> commune.neighbours().isEmpty() ? ISLAND * reach : reach)
                .toArray();
        spots = spots(closed, reach);
        meetings = PlotMeetings.of(spots, neighbours, reach);
    }

    private static double eastKm(List<FrenchCommune> communes) {
        double middle = communes.stream()
                .flatMap(commune -> commune.centre().stream())
                .mapToDouble(GeoPoint::latitude)
                .average()
                .orElse(0);
        return EAST_KM * Math.cos(Math.toRadians(middle));
    }

    /** Where each commune is, if it is known; of two in one place, the first. */
    private static List<Optional<Spot>> known(List<FrenchCommune> communes, double eastKm) {
        Set<Spot> taken = new HashSet<>();
        return communes.stream()
                .map(commune -> commune.centre()
                        .map(centre -> new Spot(centre.longitude() * eastKm, -centre.latitude() * NORTH_KM))
                        .filter(taken::add))
                .toList();
    }

    /** The usual way from one neighbour to the next; without neighbours, a little less than half of the way to the nearest. */
    private static double usualReach(List<Optional<Spot>> known, NeighbourGraph neighbours) {
        List<Spot> spots = known.stream().flatMap(Optional::stream).toList();
        if (spots.size() < 2) {
            return ALONE_KM;
        }
        double[] ways = IntStream.range(0, known.size())
                .boxed()
                .flatMap(i -> neighbours.of(i).stream()
                        .filter(other -> other > i)
                        .flatMap(other ->
                                known.get(i).stream().flatMap(here -> known.get(other).map(here::distanceTo).stream())))
                .mapToDouble(Double::doubleValue)
                .toArray();
        return ways.length > 0
                ? median(ways)
                : STRANGERS
                        * median(spots.stream()
                                .mapToDouble(spot -> toNearest(spot, spots))
                                .toArray());
    }

    /** The places, moved together where there is nothing between them from north to south, or from west to east. */
    private static List<Optional<Spot>> closed(List<Optional<Spot>> known, double mostEmpty) {
        List<Spot> spots = known.stream().flatMap(Optional::stream).toList();
        Map<Double, Double> xs = closed(xs(spots), mostEmpty);
        Map<Double, Double> ys = closed(ys(spots), mostEmpty);
        return known.stream()
                .map(place -> place.map(
                        spot -> new Spot(xs.getOrDefault(spot.x(), spot.x()), ys.getOrDefault(spot.y(), spot.y()))))
                .toList();
    }

    private static Map<Double, Double> closed(double[] places, double mostEmpty) {
        double[] sorted = places.clone();
        Arrays.sort(sorted);
        Map<Double, Double> moved = new HashMap<>();
        double back = 0;
        for (int i = 0; i < sorted.length; i++) {
            back += i == 0 ? 0 : Math.max(0, sorted[i] - sorted[i - 1] - mostEmpty);
            moved.put(sorted[i], sorted[i] - back);
        }
        return moved;
    }

    private static double toNearest(Spot spot, List<Spot> spots) {
        return spots.stream()
                .filter(other -> !other.equals(spot))
                .mapToDouble(spot::distanceTo)
                .min()
                .orElse(ALONE_KM);
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double[] xs(List<Spot> spots) {
        return spots.stream().mapToDouble(Spot::x).toArray();
    }

    private static double[] ys(List<Spot> spots) {
        return spots.stream().mapToDouble(Spot::y).toArray();
    }

    private static double extent(double[] numbers) {
        return DoubleStream.of(numbers).max().orElse(0)
                - DoubleStream.of(numbers).min().orElse(0);
    }

    private static List<Spot> spots(List<Optional<Spot>> known, double reach) {
        List<Spot> others = known.stream().flatMap(Optional::stream).toList();
        double left = DoubleStream.of(xs(others)).min().orElse(0);
        double top = others.isEmpty() ? 0 : DoubleStream.of(ys(others)).max().orElse(0) + BELOW * reach;
        double step = IN_ROW * reach;
        int below = known.size() - others.size();
        int inRow = (int) Math.max(1 + extent(xs(others)) / step, Math.ceil(Math.sqrt(1.4 * below)));
        List<Spot> spots = new ArrayList<>();
        int next = 0;
        for (Optional<Spot> spot : known) {
            int row = next / inRow;
            // every other row half a step to the right
            Spot inRows = new Spot(left + (next % inRow + row % 2 / 2.0) * step, top + row * Math.sqrt(0.75) * step);
            spots.add(spot.orElse(inRows));
            next += spot.isPresent() ? 0 : 1;
        }
        return List.copyOf(spots);
    }

    int size() {
        return spots.size();
    }

    Spot spot(int commune) {
        return spots.get(commune);
    }

    NeighbourGraph neighbours() {
        return neighbours;
    }

    /** How far most plots reach where no other stops them. */
    double reach() {
        return reach;
    }

    /** Kilometres that a degree of longitude has here. */
    double eastKm() {
        return eastKm;
    }

    /**
     * The shapes of all plots on a drawing.
     *
     * @param hedge width of the hedges between them
     * @param sides of a plot that has no other near it
     */
    List<PlotShape> shapes(MapFrame frame, double hedge, int sides) {
        return IntStream.range(0, size())
                .mapToObj(commune -> shape(commune, frame, hedge * BEFORE_LINE, sides))
                .toList();
    }

    private PlotShape shape(int commune, MapFrame frame, double margin, int sides) {
        Spot own = frame.place(spot(commune));
        List<Spot> corners = new ArrayList<>(PlotShape.around(own, reaches[commune] * frame.factor() - margin, sides)
                .corners());
        meetings.get(commune).forEach(meeting -> corners.add(own.between(frame.place(meeting), BEYOND)));
        double farthest = corners.stream().mapToDouble(own::distanceTo).max().orElse(0);
        PlotShape shape = PlotShape.hull(corners);
        for (int other = 0; other < size(); other++) {
            Spot there = frame.place(spot(other));
            double way = own.distanceTo(there);
            if (other != commune && way * (0.5 - MOST_BETWEEN) < farthest) {
                double between =
                        neighbours.isApart(commune, other) ? Math.max(margin, WATER * reach * frame.factor()) : margin;
                shape = shape.nearer(own, there, Math.min(between, MOST_BETWEEN * way));
            }
        }
        return shape;
    }
}
