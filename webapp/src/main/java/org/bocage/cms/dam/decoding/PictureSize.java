package org.bocage.cms.dam.decoding;

/**
 * The size of a picture held upright, in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record PictureSize(int width, int height) {

    /** Refuses an empty picture. */
    public PictureSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture of " + width + "×" + height + " pixels holds nothing");
        }
    }

    long pixels() {
        return (long) width * height;
    }

    int longestSide() {
        return Math.max(width, height);
    }

    PictureSize turned() {
        return new PictureSize(/* width= */ height, /* height= */ width);
    }
}
