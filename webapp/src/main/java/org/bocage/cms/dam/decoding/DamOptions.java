package org.bocage.cms.dam.decoding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Limits on incoming files and on the work pictures may cause: options {@code bocage.dam.*}.
 *
 * @param maxPictureSize largest picture file accepted
 * @param maxDocumentSize largest document file accepted
 * @param maxMegapixels largest picture accepted, in millions of pixels
 * @param maxSide longest side of a picture accepted, in pixels
 * @param maxWidth width at which accepted pictures are kept, in pixels; smaller ones stay as they are
 * @param decodings pictures decoded at the same time; 0: as many as the heap has room for
 */
@ConfigurationProperties("bocage.dam")
public record DamOptions(
        @DefaultValue("15MB") DataSize maxPictureSize,
        @DefaultValue("20MB") DataSize maxDocumentSize,
        @DefaultValue("50") int maxMegapixels,
        @DefaultValue("12000") int maxSide,
        @DefaultValue("2560") int maxWidth,
        @DefaultValue("0") int decodings) {

    /**
     * Heap in bytes to allow for each picture decoded at the same time: the most that it takes, and what the portal
     * needs besides.
     */
    private static final long HEAP_FOR_ONE = 200L * 1024 * 1024;

    /** Refuses values that would disable a protection, naming the option. */
    public DamOptions {
        requireRange("max-picture-size", maxPictureSize, maxPictureSize.toMegabytes(), 1, 100);
        requireRange("max-document-size", maxDocumentSize, maxDocumentSize.toMegabytes(), 1, 1000);
        requireRange("max-megapixels", maxMegapixels, maxMegapixels, 1, 200);
        // 16383 is the longest side WebP can hold
        requireRange("max-side", maxSide, maxSide, 100, 16_383);
        requireRange("max-width", maxWidth, maxWidth, 320, 8_000);
        requireRange("decodings", decodings, decodings, 0, 64);
    }

    /** Largest file of any kind accepted. */
    public DataSize maxFileSize() {
        return maxDocumentSize.compareTo(maxPictureSize) > 0 ? maxDocumentSize : maxPictureSize;
    }

    /** Pictures decoded at the same time, at least 1. */
    public int decodingsAtOnce() {
        long room = Runtime.getRuntime().maxMemory() / HEAP_FOR_ONE;
        return decodings > 0
                ? decodings
                : (int) Math.max(1, Math.min(room, Runtime.getRuntime().availableProcessors()));
    }

    boolean admits(PictureSize size) {
        return size.pixels() <= maxMegapixels * 1_000_000L && size.longestSide() <= maxSide;
    }

    private static void requireRange(String option, Object given, long value, long from, long to) {
        if (value < from || value > to) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.dam." + option, given, "accepted are " + from + " to " + to);
        }
    }
}
