package org.bocage.portal.territory.france;

/** A point of WGS 84. */
public record GeoPoint(double latitude, double longitude) {

    private static final double EARTH_KM = 6_371;

    /** Along a great circle. */
    public double kilometresTo(GeoPoint other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double half = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(east / 2));
        return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
    }

    private static double square(double number) {
        return number * number;
    }
}
