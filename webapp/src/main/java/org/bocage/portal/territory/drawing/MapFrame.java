package org.bocage.portal.territory.drawing;

import java.util.List;

/**
 * How the plane in kilometres lies on the drawing.
 *
 * @param factor units of the drawing that a kilometre has
 * @param left where the drawing begins, in its units
 * @param height of the drawing
 */
record MapFrame(double factor, double left, double top, int height) {

    static final int WIDTH = 1000;

    /** Kilometres as they are. */
    static final MapFrame PLANE = new MapFrame(1, 0, 0, 0);

    private static final int MOST_HEIGHT = 1000;
    private static final int MARGIN = 20;

    /** The largest frame, no larger than a factor, that holds all points, in the middle of its width. */
    static MapFrame around(List<Spot> spots, double largest) {
        double left = spots.stream().mapToDouble(Spot::x).min().orElse(0);
        double top = spots.stream().mapToDouble(Spot::y).min().orElse(0);
        double width = spots.stream().mapToDouble(Spot::x).max().orElse(1) - left;
        double height = spots.stream().mapToDouble(Spot::y).max().orElse(1) - top;
        double factor = Math.min(largest, Math.min((WIDTH - 2 * MARGIN) / width, (MOST_HEIGHT - 2 * MARGIN) / height));
        return new MapFrame(factor, left * factor - (WIDTH - width * factor) / 2, top * factor - MARGIN, (int)
                Math.round(height * factor + 2 * MARGIN));
    }

    /** A point of the plane, on the drawing. */
    Spot place(Spot spot) {
        return new Spot(spot.x() * factor - left, spot.y() * factor - top);
    }
}
