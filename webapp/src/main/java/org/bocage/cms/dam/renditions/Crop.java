package org.bocage.cms.dam.renditions;

import org.bocage.cms.dam.decoding.PictureSize;

/**
 * The part of a picture that is shown, as shares of the upright picture. The original keeps all of it.
 *
 * @param x left edge, from 0
 * @param y upper edge, from 0
 * @param width above 0; {@code x + width} is at most 1
 * @param height above 0; {@code y + height} is at most 1
 */
public record Crop(double x, double y, double width, double height) {

    /** All of the picture. */
    public static final Crop WHOLE = new Crop(0, 0, 1, 1);

    /** Less would be a few pixels of a photo. */
    public static final double SMALLEST = 0.05;

    private static final double ROUNDING = 1e-6;

    /** Refuses a part that is too small or reaches beyond the picture. */
    public Crop {
        if (!(x >= 0
                && y >= 0
                && width >= SMALLEST
                && height >= SMALLEST
                && x + width <= 1 + ROUNDING
                && y + height <= 1 + ROUNDING)) {
            throw new IllegalArgumentException(
                    "The part " + x + "," + y + " " + width + "×" + height + " is not within the picture");
        }
    }

    public boolean isWhole() {
        return equals(WHOLE);
    }

    PictureSize of(PictureSize original) {
        return new PictureSize(Math.max(1, (int) Math.round(original.width() * width)), Math.max(1, (int)
                Math.round(original.height() * height)));
    }

    /** Where a point of the picture lies in this part; at its edge when it is outside. */
    FocalPoint within(FocalPoint focus) {
        return new FocalPoint(share((focus.x() - x) / width), share((focus.y() - y) / height));
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
