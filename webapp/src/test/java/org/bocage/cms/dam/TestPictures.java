package org.bocage.cms.dam;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.bocage.cms.dam.decoding.Pixels;

/** Pictures as cameras, designers and attackers make them; the same at each run. */
public final class TestPictures {

    public static final String CAMERA_SERIAL = "SN-4711-BOCAGE";

    private TestPictures() {}

    /** Something like a photo: light across it, soft discs, and the grain of a sensor. */
    public static BufferedImage photo(int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = photo.createGraphics();
        graphics.setColor(new Color(110, 140, 90));
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < 40; i++) {
            graphics.setColor(new Color(random.nextInt(0xFFFFFF)));
            int side = 1 + random.nextInt(Math.max(1, width / 6));
            graphics.fillOval(random.nextInt(width), random.nextInt(height), side, side);
        }
        graphics.dispose();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int light = 40 * x / width + random.nextInt(24) - 12;
                Color colour = new Color(photo.getRGB(x, y));
                photo.setRGB(x, y, rgb(colour.getRed() + light, colour.getGreen() + light, colour.getBlue() + light));
            }
        }
        return photo;
    }

    /** A photo with one red square whose centre is at this share of it. */
    public static BufferedImage photoWithRedSquare(int width, int height, double x, double y) {
        BufferedImage photo = photo(width, height, 5);
        Graphics2D graphics = photo.createGraphics();
        graphics.setColor(Color.RED);
        int side = width / 20;
        graphics.fillRect((int) (x * width) - side / 2, (int) (y * height) - side / 2, side, side);
        graphics.dispose();
        return photo;
    }

    public static BufferedImage plain(int width, int height, Color colour) {
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return plain;
    }

    public static BufferedImage plainOpaque(int width, int height, Color colour) {
        return Pixels.withoutAlpha(plain(width, height, colour));
    }

    public static byte[] greyWithAlpha(int width, int height, int grey, int alpha) {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, new int[] {grey, alpha});
            }
        }
        return encoded(new BufferedImage(model, raster, false, null), "png");
    }

    /** A JPEG in four inks, all cyan, as layout programs export it: inverted, with Adobe's segment. */
    public static byte[] printersJpeg(int width, int height) throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                inks.setPixel(x, y, new int[] {0, 255, 255, 255});
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(inks, null, null), writer.getDefaultWriteParam());
        } finally {
            writer.dispose();
        }
        byte[] adobe = concat(ascii("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, 0});
        return withSegment(bytes.toByteArray(), 0xEE, adobe);
    }

    public static byte[] encoded(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalStateException("No writer of " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A photo of any size with a corner of its own colour each: red, green, blue and white, from the top left as one reads. */
    static byte[] photoWithCorners(int width, int height) {
        // one byte a pixel, so that fifty million fit a test
        IndexColorModel colours = new IndexColorModel(
                8, 5, new byte[] {90, -1, 0, 0, -1}, new byte[] {110, 0, -1, 0, -1}, new byte[] {90, 0, 0, -1, -1});
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        int side = Math.min(width, height) / 8;
        byte[] block = new byte[side * side];
        for (int corner = 0; corner < 4; corner++) {
            Arrays.fill(block, (byte) (corner + 1));
            photo.getRaster()
                    .setDataElements(
                            corner % 2 == 0 ? 0 : width - side, corner < 2 ? 0 : height - side, side, side, block);
        }
        return encoded(photo, "jpg");
    }

    /** A JPEG with the tag that says how it was held (EXIF 0x0112, 1 to 8). */
    static byte[] oriented(byte[] jpeg, int orientation) {
        return withSegment(jpeg, 0xE1, concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif(orientation)));
    }

    /** The photo as a phone held upright stores it: lying, with the tag that says so, a serial number and a position. */
    public static byte[] portraitOfPhone(BufferedImage lying) {
        return oriented(encoded(lying, "jpg"), 6);
    }

    /** The same as WebP: an extended container (RFC 9649) with an EXIF chunk. */
    public static byte[] portraitAsWebp(BufferedImage lying) {
        byte[] simple = encoded(lying, "webp");
        byte[] picture = Arrays.copyOfRange(simple, 12, simple.length);
        byte[] vp8x = new byte[10];
        vp8x[0] = 0x08;
        putThreeBytes(vp8x, 4, lying.getWidth() - 1);
        putThreeBytes(vp8x, 7, lying.getHeight() - 1);
        byte[] body = concat(concat(chunk("VP8X", vp8x), picture), chunk("EXIF", exif(6)));
        return concat(chunkHeader("RIFF", body.length + 4), concat(ascii("WEBP"), body));
    }

    /** A JPEG whose numbers mean linear light, as its profile says. */
    public static byte[] withLinearProfile(BufferedImage picture) {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] header = concat(ascii("ICC_PROFILE\0"), new byte[] {1, 1});
        return withSegment(encoded(picture, "jpg"), 0xE2, concat(header, profile));
    }

    /** A JPEG segment right after the start of the file. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer result = ByteBuffer.allocate(jpeg.length + content.length + 4);
        result.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2));
        return result.put(content).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A PNG of a few hundred bytes that claims any size. */
    public static byte[] pngClaiming(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(bytes);
        png.writeLong(0x89504E470D0A1A0AL);
        pngChunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        pngChunk(png, "IDAT", deflated(new byte[64 * 1024]));
        pngChunk(png, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    /** A PNG with a compressed text in front of its pixels that breaks whoever unfolds it. */
    public static byte[] pngWithGarbledText(BufferedImage picture) throws IOException {
        byte[] png = encoded(picture, "png");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream output = new DataOutputStream(bytes);
        int afterHeader = 8 + 25;
        output.write(png, 0, afterHeader);
        pngChunk(output, "zTXt", ascii("Comment\0\0this is not deflated"));
        output.write(png, afterHeader, png.length - afterHeader);
        return bytes.toByteArray();
    }

    public static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    /** TIFF with IFD0 (orientation, body serial number, pointer) and a GPS directory: 48° 6' N. */
    private static byte[] exif(int orientation) {
        byte[] serial = ascii(CAMERA_SERIAL + "\0");
        int gps = 8 + 2 + 3 * 12 + 4;
        int serialAt = gps + 2 + 2 * 12 + 4;
        int latitudeAt = serialAt + serial.length + serial.length % 2;
        ByteBuffer tiff = ByteBuffer.allocate(latitudeAt + 24).order(ByteOrder.BIG_ENDIAN);
        tiff.put(ascii("MM")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(gps);
        tiff.putShort((short) 0xA431).putShort((short) 2).putInt(serial.length).putInt(serialAt);
        tiff.putInt(0);
        tiff.putShort((short) 2);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(ascii("N\0\0\0"));
        tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(latitudeAt);
        tiff.putInt(0).put(serial);
        tiff.position(latitudeAt);
        return tiff.putInt(48).putInt(1).putInt(6).putInt(1).putInt(0).putInt(1).array();
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] padded = Arrays.copyOf(content, content.length + content.length % 2);
        return concat(chunkHeader(name, content.length), padded);
    }

    private static byte[] chunkHeader(String name, int size) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(name))
                .putInt(size)
                .array();
    }

    private static void putThreeBytes(byte[] target, int at, int value) {
        target[at] = (byte) value;
        target[at + 1] = (byte) (value >> 8);
        target[at + 2] = (byte) (value >> 16);
    }

    private static void pngChunk(DataOutputStream png, String name, byte[] content) throws IOException {
        byte[] named = concat(ascii(name), content);
        CRC32 crc = new CRC32();
        crc.update(named);
        png.writeInt(content.length);
        png.write(named);
        png.writeInt((int) crc.getValue());
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        byte[] block = new byte[content.length / 100 + 1024];
        int length = deflater.deflate(block);
        deflater.end();
        return Arrays.copyOf(block, length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int rgb(int red, int green, int blue) {
        return clamped(red) << 16 | clamped(green) << 8 | clamped(blue);
    }

    private static int clamped(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
