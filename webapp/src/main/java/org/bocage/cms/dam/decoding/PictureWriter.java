package org.bocage.cms.dam.decoding;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes pixels, and nothing but pixels: no metadata of the original can pass. */
public final class PictureWriter {

    /** Quality of kept pictures: they are encoded again in each rendition, so they lose little. */
    public static final float KEPT_QUALITY = 0.9f;

    public static final float SHOWN_QUALITY = 0.8f;

    private static final Logger log = LoggerFactory.getLogger(PictureWriter.class);

    private final boolean webp;

    /** @param webp whether the native encoder of WebP works on this machine */
    public PictureWriter(boolean webp) {
        this.webp = webp;
    }

    public static PictureWriter ofThisMachine() {
        return new PictureWriter(writesWebp());
    }

    public boolean canWriteWebp() {
        return webp;
    }

    /** The universal format that suits a picture: PNG for transparency and flat colours, else JPEG. */
    public static PictureFormat universalFormat(BufferedImage picture, PictureFormat origin) {
        boolean flat = origin != PictureFormat.JPEG && Pixels.hasFewColours(picture);
        return flat || Pixels.hasTransparency(picture) ? PictureFormat.PNG : PictureFormat.JPEG;
    }

    public static byte[] encode(BufferedImage picture, PictureFormat format, float quality) throws IOException {
        ImageWriter writer =
                ImageIO.getImageWritersByMIMEType(format.mimeType()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            BufferedImage pixels = format == PictureFormat.JPEG ? Pixels.withoutAlpha(picture) : picture;
            writer.write(null, new IIOImage(pixels, null, null), parameters(writer, format, quality));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam parameters(ImageWriter writer, PictureFormat format, float quality) {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (format == PictureFormat.PNG) {
            return parameters;
        }
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType(format == PictureFormat.WEBP ? "Lossy" : "JPEG");
        parameters.setCompressionQuality(quality);
        if (format == PictureFormat.JPEG) {
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        return parameters;
    }

    private static boolean writesWebp() {
        try {
            encode(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), PictureFormat.WEBP, SHOWN_QUALITY);
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            // another processor, or a temporary folder where nothing may be executed
            log.warn("WebP cannot be written on this machine, renditions are JPEG and PNG: {}", e.toString());
            return false;
        }
    }
}
