package org.bocage.cms.dam.decoding;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a photo was held, from its EXIF tag 0x0112. Cameras write JPEG and converters WebP; PNG and GIF are taken as
 * they lie, since the metadata of a PNG is compressed and unfolding it would have to be bounded first.
 */
final class ExifOrientation {

    private static final Logger log = LoggerFactory.getLogger(ExifOrientation.class);
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    private ExifOrientation() {}

    static Orientation of(byte[] picture, PictureFormat format) {
        try {
            return switch (format) {
                case JPEG -> in(jpegMetadata(picture));
                case WEBP -> in(webpMetadata(picture));
                case PNG, GIF -> Orientation.TOP_LEFT;
            };
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // a picture with garbled metadata is still a picture
            log.debug("Unreadable EXIF, the picture is taken as it lies", e);
            return Orientation.TOP_LEFT;
        }
    }

    private static Orientation in(Metadata metadata) {
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer tag = directory == null ? null : directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return tag == null || tag < 1 || tag > 8 ? Orientation.TOP_LEFT : Orientation.typeOf(tag);
    }

    private static Metadata jpegMetadata(byte[] picture) throws ImageProcessingException, IOException {
        return JpegMetadataReader.readMetadata(new ByteArrayInputStream(picture), List.of(new ExifReader()));
    }

    /**
     * The EXIF chunk of a WebP container (RFC 9649, section 2.7.1.5). Chunks are walked here because the library
     * allocates whatever size a chunk claims.
     */
    private static Metadata webpMetadata(byte[] picture) {
        Metadata metadata = new Metadata();
        ByteBuffer riff = ByteBuffer.wrap(picture).order(ByteOrder.LITTLE_ENDIAN);
        long at = RIFF_HEADER;
        while (at + CHUNK_HEADER <= picture.length) {
            String name = new String(picture, (int) at, 4, StandardCharsets.ISO_8859_1);
            long size = Integer.toUnsignedLong(riff.getInt((int) at + 4));
            if (name.equals("EXIF")) {
                new ExifReader()
                        .extract(new ByteArrayReader(picture, exifStart(picture, (int) at + CHUNK_HEADER)), metadata);
                return metadata;
            }
            at += CHUNK_HEADER + size + (size & 1);
        }
        return metadata;
    }

    /** Some writers keep the preamble that EXIF has in JPEG. */
    private static int exifStart(byte[] picture, int start) {
        int end = Math.min(picture.length, start + 6);
        boolean preamble = new String(picture, start, end - start, StandardCharsets.ISO_8859_1).equals("Exif\0\0");
        return preamble ? end : start;
    }
}
