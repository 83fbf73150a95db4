package org.bocage.portal.territory.drawing;

/** A point of the plane: kilometres before the map is scaled, units of the drawing after. South is down. */
record Spot(double x, double y) {

    double distanceTo(Spot other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The point some way from here towards another. */
    Spot towards(Spot other, double distance) {
        double whole = distanceTo(other);
        return whole == 0 ? this : between(other, distance / whole);
    }

    /** The point at a part of the way to another. */
    Spot between(Spot other, double part) {
        return new Spot(x + part * (other.x - x), y + part * (other.y - y));
    }

    /** The point as SVG writes it, in whole units. */
    String written() {
        return Math.round(x) + " " + Math.round(y);
    }
}
