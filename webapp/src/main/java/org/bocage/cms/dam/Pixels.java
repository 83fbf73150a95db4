package org.bocage.cms.dam;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What the pixels of a decoded picture are. */
final class Pixels {

    /** What a PNG holds in a palette; a drawing or a logo has fewer, a photo has thousands. */
    private static final int FEW_COLOURS = 256;

    private Pixels() {}

    /** The picture in the colour space of the web, with transparency if it has any. */
    static BufferedImage inSrgb(BufferedImage decoded) {
        boolean alpha = decoded.getColorModel().hasAlpha();
        int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
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

    static boolean hasTransparency(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return false;
        }
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
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
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                if ((x == 0 || row[x] != row[x - 1]) && colours.add(row[x]) && colours.size() > FEW_COLOURS) {
                    return false;
                }
            }
        }
        return true;
    }

    static BufferedImage withoutAlpha(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
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
