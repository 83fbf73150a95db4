package org.bocage.cms.dam.renditions;

/**
 * Point that a crop keeps in sight, as shares of the upright picture.
 *
 * @param x from 0 (left) to 1 (right)
 * @param y from 0 (top) to 1 (bottom)
 */
public record FocalPoint(double x, double y) {

    /** Where a crop looks when nobody said otherwise. */
    public static final FocalPoint CENTRE = new FocalPoint(0.5, 0.5);

    /** Refuses a point outside the picture. */
    public FocalPoint {
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw new IllegalArgumentException("The focal point " + x + "," + y + " is not within 0 to 1");
        }
    }
}
