package org.bocage.cms.dam.decoding;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Conversions and tests of the pixels of a decoded picture. */
public final class Pixels {

    /** Most colours of a PNG palette; a drawing or a logo has fewer, a photo has thousands. */
    private static final int FEW_COLOURS = 256;

    private Pixels() {}

    /** The picture in the colour space of the web, with transparency if it has any; opaque ones take three bytes a pixel. */
    static BufferedImage inSrgb(BufferedImage decoded) {
        boolean alpha = decoded.getColorModel().hasAlpha();
        int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR;
        if (decoded.getType() == type) {
            return decoded;
        }
        BufferedImage converted = new BufferedImage(decoded.getWidth(), decoded.getHeight(), type);
        ColorSpace colours = decoded.getColorModel().getColorSpace();
        if (colours.getType() == ColorSpace.TYPE_GRAY && alpha) {
            spreadGrey(decoded, converted);
        } else if (colours.isCS_sRGB() || colours.getType() == ColorSpace.TYPE_GRAY) {
            draw(decoded, converted);
        } else {
            // a photo with a profile of its own: drawing would convert pixel by pixel, a hundred times slower
            new ColorConvertOp(null).filter(decoded, converted);
        }
        return converted;
    }

    /** Whether a picture with transparency shows anything at all. */
    static boolean hasInk(BufferedImage picture) {
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            read(picture, y, row);
            if (Arrays.stream(row).anyMatch(pixel -> pixel >>> 24 != 0)) {
                return true;
            }
        }
        return false;
    }

    /** A picture as it was when it was taken, from how it is stored (EXIF, tag 0x0112). */
    static BufferedImage turned(BufferedImage stored, Orientation orientation) {
        int w = stored.getWidth();
        int h = stored.getHeight();
        // the columns of a matrix: where x goes, where y goes, where the origin goes
        AffineTransform turn = switch (orientation) {
            case TOP_LEFT -> new AffineTransform(1, 0, 0, 1, 0, 0);
            case TOP_RIGHT -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case BOTTOM_RIGHT -> new AffineTransform(-1, 0, 0, -1, w, h);
            case BOTTOM_LEFT -> new AffineTransform(1, 0, 0, -1, 0, h);
            case LEFT_TOP -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case RIGHT_TOP -> new AffineTransform(0, 1, -1, 0, h, 0);
            case RIGHT_BOTTOM -> new AffineTransform(0, -1, -1, 0, h, w);
            case LEFT_BOTTOM -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        boolean lying = turn.getScaleX() == 0;
        BufferedImage upright = new BufferedImage(lying ? h : w, lying ? w : h, stored.getType());
        Graphics2D graphics = upright.createGraphics();
        graphics.drawImage(stored, turn, null);
        graphics.dispose();
        return upright;
    }

    static boolean hasTransparency(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return false;
        }
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            read(picture, y, row);
            if (Arrays.stream(row).anyMatch(pixel -> pixel >>> 24 != 0xFF)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasFewColours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            read(picture, y, row);
            for (int x = 0; x < row.length; x++) {
                if ((x == 0 || row[x] != row[x - 1]) && colours.add(row[x]) && colours.size() > FEW_COLOURS) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Reads the colours of a line as {@link BufferedImage#getRGB} does, which looks at each one by itself. */
    private static void read(BufferedImage picture, int y, int[] row) {
        Raster raster = picture.getRaster();
        switch (picture.getType()) {
            case BufferedImage.TYPE_INT_ARGB -> raster.getDataElements(0, y, row.length, 1, row);
            case BufferedImage.TYPE_3BYTE_BGR -> {
                byte[] samples = new byte[3 * row.length];
                raster.getDataElements(0, y, row.length, 1, samples);
                for (int x = 0; x < row.length; x++) {
                    row[x] = 0xFF << 24
                            | (samples[3 * x] & 0xFF) << 16
                            | (samples[3 * x + 1] & 0xFF) << 8
                            | (samples[3 * x + 2] & 0xFF);
                }
            }
            default -> picture.getRGB(0, y, row.length, 1, row, 0, row.length);
        }
    }

    public static BufferedImage withoutAlpha(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        draw(picture, opaque);
        return opaque;
    }

    private static void draw(BufferedImage from, BufferedImage to) {
        Graphics2D graphics = to.createGraphics();
        graphics.drawImage(from, 0, 0, null);
        graphics.dispose();
    }

    /** Java takes grey with alpha for linear light and would brighten it; in files it is as sRGB. */
    private static void spreadGrey(BufferedImage grey, BufferedImage to) {
        Raster raster = grey.getRaster();
        int shift = grey.getColorModel().getComponentSize(0) - 8;
        int[] samples = new int[grey.getWidth() * 2];
        int[] row = new int[grey.getWidth()];
        for (int y = 0; y < grey.getHeight(); y++) {
            raster.getPixels(0, y, row.length, 1, samples);
            for (int x = 0; x < row.length; x++) {
                row[x] = (samples[2 * x + 1] >> shift) << 24 | (samples[2 * x] >> shift) * 0x010101;
            }
            to.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
    }
}
