package org.bocage.cms.dam.decoding;

import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Format, size and orientation of a picture, read from its first bytes before its pixels are decoded.
 *
 * @param stored the size as stored, possibly lying on its side
 * @param orientation how the stored picture has to be turned
 */
public record PictureHeader(PictureFormat format, PictureSize stored, Orientation orientation) {

    /** The size of the picture held upright. */
    public PictureSize upright() {
        return switch (orientation) {
            case LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM -> stored.turned();
            case TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT -> stored;
        };
    }
}
