package org.bocage.editorial.administration.theme;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import net.coobird.thumbnailator.Thumbnails;

/** Pictures that are made from a logo, and the grounds on which it would not be seen. */
final class LogoPictures {

    /** Side of the icon, in pixels: browsers show it smaller. */
    static final int ICON = 512;

    /** Size of the picture that others show of a shared address (Open Graph). */
    static final int SHARED_WIDTH = 1_200;

    static final int SHARED_HEIGHT = 630;

    private static final int ICON_MARGIN = 40;
    private static final int ICON_CORNER = 112;
    private static final int SHARED_LOGO_WIDTH = 760;
    private static final int SHARED_LOGO_HEIGHT = 330;
    private static final int HILLS = 120;
    private static final int OPAQUE = 128;
    /** Contrast under which a pixel is lost on its ground. */
    private static final double LOST = 1.6;
    /** Share of the pixels that may be lost. */
    private static final double MOST_LOST = 0.4;
    /** Pixels looked at along the longer side: enough to tell light from dark. */
    private static final int LOOKED_AT = 120;

    private LogoPictures() {}

    /** Draws the icon of tabs and home screens: the whole logo on paper with round corners. */
    static BufferedImage icon(BufferedImage logo, Light ground) {
        BufferedImage icon = new BufferedImage(ICON, ICON, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = graphics(icon);
        graphics.setColor(Color.decode(ground.ground()));
        graphics.fill(new RoundRectangle2D.Double(0, 0, ICON, ICON, ICON_CORNER, ICON_CORNER));
        draw(logo, graphics, ICON, ICON, ICON - 2 * ICON_MARGIN, ICON - 2 * ICON_MARGIN);
        graphics.dispose();
        return icon;
    }

    /** Draws the picture of a shared address: the logo on paper, above two hills in the colours of the site. */
    static BufferedImage shared(BufferedImage logo, Light ground, String first, String second) {
        BufferedImage picture = new BufferedImage(SHARED_WIDTH, SHARED_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(picture);
        graphics.setColor(Color.decode(ground.ground()));
        graphics.fillRect(0, 0, SHARED_WIDTH, SHARED_HEIGHT);
        hill(graphics, second, SHARED_HEIGHT - HILLS - 34, -70);
        hill(graphics, first, SHARED_HEIGHT - HILLS, 50);
        draw(logo, graphics, SHARED_WIDTH, SHARED_HEIGHT - HILLS, SHARED_LOGO_WIDTH, SHARED_LOGO_HEIGHT);
        graphics.dispose();
        return picture;
    }

    private static void hill(Graphics2D graphics, String colour, int top, int swing) {
        Path2D hill = new Path2D.Double();
        hill.moveTo(0, top + 40);
        hill.curveTo(
                SHARED_WIDTH / 3.0, top + 40 - swing, SHARED_WIDTH * 2 / 3.0, top + 40 + swing, SHARED_WIDTH, top + 20);
        hill.lineTo(SHARED_WIDTH, SHARED_HEIGHT);
        hill.lineTo(0, SHARED_HEIGHT);
        hill.closePath();
        graphics.setColor(Color.decode(colour));
        graphics.fill(hill);
    }

    private static Graphics2D graphics(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return graphics;
    }

    /** Draws a logo in the middle of a frame, as large as it may be. */
    private static void draw(
            BufferedImage logo, Graphics2D graphics, int frameWidth, int frameHeight, int mostWidth, int mostHeight) {
        double scale = Math.min((double) mostWidth / logo.getWidth(), (double) mostHeight / logo.getHeight());
        BufferedImage sized = resized(logo, scale);
        graphics.drawImage(sized, (frameWidth - sized.getWidth()) / 2, (frameHeight - sized.getHeight()) / 2, null);
    }

    private static BufferedImage resized(BufferedImage logo, double scale) {
        int width = (int) Math.max(1, Math.round(logo.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(logo.getHeight() * scale));
        try {
            return Thumbnails.of(logo)
                    .imageType(BufferedImage.TYPE_INT_ARGB)
                    .forceSize(width, height)
                    .asBufferedImage();
        } catch (IOException e) {
            // nothing is read and nothing written
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a logo would hardly be seen on the page in some light, unless something lies under it. */
    static boolean isLost(BufferedImage logo, Light light) {
        double scale = Math.min(1, (double) LOOKED_AT / Math.max(logo.getWidth(), logo.getHeight()));
        BufferedImage small = resized(logo, scale);
        int seen = 0;
        int lost = 0;
        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++) {
                int pixel = small.getRGB(x, y);
                if (pixel >>> 24 >= OPAQUE) {
                    seen++;
                    String colour = String.format(Locale.ROOT, "#%06x", pixel & 0xffffff);
                    lost += Oklch.contrast(colour, light.ground()) < LOST ? 1 : 0;
                }
            }
        }
        return lost > seen * MOST_LOST;
    }
}
