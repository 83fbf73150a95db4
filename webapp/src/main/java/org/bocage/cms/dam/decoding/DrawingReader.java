package org.bocage.cms.dam.decoding;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/** Draws SVG as pixels. Scripts, links and animations are left behind, and nothing outside of the drawing is loaded. */
public final class DrawingReader {

    /** Frame that a drawing fills, in pixels. */
    static final int WIDTH = 1_600;

    static final int HEIGHT = 800;

    /** Longer sides for each shorter one: beyond, there is nothing to see. */
    private static final float LONGEST = 20;

    private static final DocumentLimits LIMITS = new DocumentLimits(30, 5, 5_000);

    private DrawingReader() {}

    /**
     * Draws a drawing as large as the frame takes it, in its own shape, on a transparent ground.
     *
     * @throws UnreadableFileException when it is no drawing, is damaged, shows nothing, or is a mere line
     */
    public static BufferedImage read(byte[] svg) throws UnreadableFileException {
        try {
            SVGDocument drawing = load(svg);
            if (drawing == null) {
                throw new UnreadableFileException(Refusal.UNREADABLE, "No drawing");
            }
            FloatSize size = drawing.size();
            float longest = Math.max(size.width, size.height);
            float shortest = Math.min(size.width, size.height);
            if (!Float.isFinite(longest) || !(shortest > 0) || longest / shortest > LONGEST) {
                throw new UnreadableFileException(Refusal.UNREADABLE, "A drawing of " + size);
            }
            return draw(drawing, Math.min(WIDTH / size.width, HEIGHT / size.height));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw new UnreadableFileException(Refusal.UNREADABLE, "The drawing cannot be read: " + e);
        }
    }

    private static @Nullable SVGDocument load(byte[] svg) {
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .documentLimits(LIMITS)
                .build();
        return new SVGLoader().load(new ByteArrayInputStream(svg), null, context);
    }

    private static BufferedImage draw(SVGDocument drawing, float scale) throws UnreadableFileException {
        FloatSize size = drawing.size();
        int width = Math.max(1, Math.round(size.width * scale));
        int height = Math.max(1, Math.round(size.height * scale));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            drawing.render((Component) null, graphics, new ViewBox(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        if (!Pixels.hasInk(picture)) {
            throw new UnreadableFileException(Refusal.UNREADABLE, "Nothing is drawn");
        }
        return picture;
    }
}
