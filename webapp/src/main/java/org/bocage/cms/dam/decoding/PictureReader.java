package org.bocage.cms.dam.decoding;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Reads pictures that nobody vouches for: header first, then the pixels, never more than memory allows. */
public final class PictureReader {

    static {
        // the bytes are in memory already
        ImageIO.setUseCache(false);
        // in a servlet container the readers are in WEB-INF/lib, where the first look of ImageIO may have missed them
        ImageIO.scanForPlugins();
    }

    /** Beyond it a picture is decoded at a fraction of its size: the photo of a phone is 39 MB, at three bytes a pixel. */
    public static final long MOST_DECODED_PIXELS = 13_000_000;

    /** These take four bytes, twice while they are brought into the order that we use. */
    private static final long MOST_TRANSPARENT_PIXELS = MOST_DECODED_PIXELS / 2;

    private static final int MOST_JPEG_SCANS = 100;

    private final DamOptions options;

    public PictureReader(DamOptions options) {
        this.options = options;
    }

    /** Reads the header, and refuses what would be too large to decode. */
    public PictureHeader header(byte[] picture) throws UnreadableFileException {
        PictureFormat format = ContentSniffer.pictureFormat(picture);
        PictureSize stored =
                reading(picture, format, reader -> new PictureSize(reader.getWidth(0), reader.getHeight(0)));
        if (!options.admits(stored)) {
            throw new UnreadableFileException(
                    Refusal.TOO_MANY_PIXELS, stored.width() + "×" + stored.height() + " pixels are too many");
        }
        if (format == PictureFormat.JPEG && JpegScans.count(picture) > MOST_JPEG_SCANS) {
            throw new UnreadableFileException(Refusal.UNFOLDS_TOO_LARGE, "More than " + MOST_JPEG_SCANS + " scans");
        }
        return new PictureHeader(format, stored, ExifOrientation.of(picture, format));
    }

    /**
     * Decodes a picture upright, in sRGB. What has to be turned is made small first: a turned picture is there twice.
     *
     * @param scale the scale at which it will be used, at most 1: the result may be smaller than stored, but hardly
     *     ever smaller than this
     */
    public BufferedImage upright(byte[] picture, PictureHeader header, double scale) throws IOException {
        return header.orientation() == Orientation.TOP_LEFT
                ? decoded(picture, header, scale)
                : Pixels.turned(shrunk(decoded(picture, header, scale), header, scale), header.orientation());
    }

    private static BufferedImage decoded(byte[] picture, PictureHeader header, double scale)
            throws UnreadableFileException {
        return reading(picture, header.format(), reader -> {
            long most = hasAlpha(reader) ? MOST_TRANSPARENT_PIXELS : MOST_DECODED_PIXELS;
            return Pixels.inSrgb(decode(reader, subsampling(header.stored(), scale, most)));
        });
    }

    private static BufferedImage shrunk(BufferedImage decoded, PictureHeader header, double scale) throws IOException {
        int width = (int) Math.round(header.stored().width() * scale);
        int height = (int) Math.round(header.stored().height() * scale);
        return decoded.getWidth() <= width
                ? decoded
                : Thumbnails.of(decoded).forceSize(width, height).asBufferedImage();
    }

    /** Every which pixel is read: at least two are kept for one that will show, as long as memory allows. */
    public static int subsampling(PictureSize stored, double scale, long most) {
        int step = Math.max(1, (int) Math.floor(1 / (2 * scale)));
        while (stored.pixels() / ((long) step * step) > most) {
            step++;
        }
        return step;
    }

    private static boolean hasAlpha(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        return types.hasNext() && types.next().getColorModel().hasAlpha();
    }

    private static BufferedImage decode(ImageReader reader, int step) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage decoded = reader.read(0, parameters);
        // a JPEG cut short is completed with grey and a warning of libjpeg
        if (warnings.stream().anyMatch(warning -> warning.contains("premature end"))) {
            throw new IIOException("Cut short: " + warnings);
        }
        return decoded;
    }

    private static <T> T reading(byte[] picture, PictureFormat format, Reading<T> reading)
            throws UnreadableFileException {
        ImageReader reader = readerFor(format);
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            // metadata is ignored: in PNG it can unfold to any size
            reader.setInput(input, true, true);
            return reading.with(reader);
        } catch (IOException | RuntimeException e) {
            // readers answer garbled input with any RuntimeException, index out of bounds or negative size
            throw new UnreadableFileException(Refusal.UNREADABLE, "Unreadable " + format, e);
        } finally {
            reader.dispose();
        }
    }

    /** For WebP the reader written in Java: the native one would parse what strangers send outside the JVM's checks. */
    private static ImageReader readerFor(PictureFormat format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(format.mimeType());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (format != PictureFormat.WEBP || reader.getClass().getName().startsWith("com.twelvemonkeys.")) {
                return reader;
            }
        }
        throw new IllegalStateException("No reader of " + format + " on the class path");
    }

    @FunctionalInterface
    private interface Reading<T> {
        T with(ImageReader reader) throws IOException;
    }
}
