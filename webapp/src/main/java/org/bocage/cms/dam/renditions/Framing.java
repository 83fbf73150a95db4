package org.bocage.cms.dam.renditions;

import java.awt.Rectangle;
import org.bocage.cms.dam.decoding.PictureSize;

/**
 * The part of a picture that shows, in pixels of the original, and the scale it is shown at.
 *
 * @param scale at most 1
 */
record Framing(double x, double y, double width, double height, double scale) {

    /** The same within a picture of which this one is a part. */
    Framing shifted(double left, double top) {
        return new Framing(x + left, y + top, width, height, scale);
    }

    PictureSize output() {
        return new PictureSize(rounded(width * scale), rounded(height * scale));
    }

    /** The same part in a copy of the original that was decoded smaller. */
    Rectangle in(PictureSize decoded, PictureSize original) {
        double ratioX = (double) decoded.width() / original.width();
        double ratioY = (double) decoded.height() / original.height();
        int left = Math.min((int) Math.round(x * ratioX), decoded.width() - 1);
        int top = Math.min((int) Math.round(y * ratioY), decoded.height() - 1);
        return new Rectangle(
                left,
                top,
                Math.min(rounded(width * ratioX), decoded.width() - left),
                Math.min(rounded(height * ratioY), decoded.height() - top));
    }

    private static int rounded(double side) {
        return Math.max(1, (int) Math.round(side));
    }
}
