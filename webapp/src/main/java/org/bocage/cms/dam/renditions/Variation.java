package org.bocage.cms.dam.renditions;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.bocage.cms.dam.decoding.PictureSize;
import org.jspecify.annotations.Nullable;

/**
 * A size of picture that the theme declares (Magnolia's image variation).
 *
 * @param name letters, digits, hyphens and underscores
 * @param width in pixels, never exceeded
 * @param boundHeight in pixels, never exceeded; none: as the width makes it
 * @param crop whether the picture is cut to the shape of {@code width}×{@code boundHeight}, or fits within them whole
 */
public record Variation(String name, int width, @Nullable Integer boundHeight, boolean crop) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    static final int LONGEST = 8_000;

    /** Refuses a name unfit for an address, and sizes out of reason. */
    public Variation {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The variation name " + name + " is not made of 1 to 50 letters");
        }
        if (isOutOfRange(width) || (boundHeight != null && isOutOfRange(boundHeight))) {
            throw new IllegalArgumentException("The variation " + name + " has a side out of 1 to " + LONGEST);
        }
        if (crop && boundHeight == null) {
            throw new IllegalArgumentException("The variation " + name + " crops, so it needs a height");
        }
    }

    /** A variation that cuts the picture to exactly this shape. */
    public static Variation cropped(String name, int width, int height) {
        return new Variation(name, width, height, true);
    }

    /** A variation that shows the whole picture within this frame. */
    public static Variation within(String name, int width, int height) {
        return new Variation(name, width, height, false);
    }

    /** A variation that shows the whole picture at most this wide. */
    public static Variation wide(String name, int width) {
        return new Variation(name, width, null, false);
    }

    /** The height never exceeded, in pixels. */
    public OptionalInt height() {
        return boundHeight == null ? OptionalInt.empty() : OptionalInt.of(boundHeight);
    }

    /** The size its rendition of a picture has: what templates write in {@code width} and {@code height}. */
    public PictureSize sizeFor(PictureSize original) {
        return frame(original, FocalPoint.CENTRE).output();
    }

    /** Which part of the picture shows, and how large. Never larger than it is in the picture. */
    Framing frame(PictureSize original, FocalPoint focus) {
        double keptWidth = original.width();
        double keptHeight = original.height();
        if (crop) {
            double shape = (double) width / height().orElseThrow();
            keptWidth = Math.min(keptWidth, keptHeight * shape);
            keptHeight = keptWidth / shape;
        }
        double scale = Math.min(1, width / keptWidth);
        scale = Math.min(scale, height().orElse(Integer.MAX_VALUE) / keptHeight);
        return new Framing(
                within(focus.x() * original.width() - keptWidth / 2, original.width() - keptWidth),
                within(focus.y() * original.height() - keptHeight / 2, original.height() - keptHeight),
                keptWidth,
                keptHeight,
                scale);
    }

    /** Which part of the picture shows when only a part of it is to be seen at all. */
    Framing frame(PictureSize original, PictureView view) {
        Crop crop = view.crop();
        return frame(crop.of(original), crop.within(view.focus()))
                .shifted(crop.x() * original.width(), crop.y() * original.height());
    }

    private static double within(double start, double last) {
        return Math.max(0, Math.min(start, last));
    }

    private static boolean isOutOfRange(int side) {
        return side < 1 || side > LONGEST;
    }
}
