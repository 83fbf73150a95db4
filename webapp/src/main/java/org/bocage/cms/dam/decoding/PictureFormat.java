package org.bocage.cms.dam.decoding;

import java.util.Arrays;
import java.util.Optional;

/** The formats a picture is read from; {@link #GIF} is read, never written. */
public enum PictureFormat {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif");

    private final String mimeType;
    private final String extension;

    PictureFormat(String mimeType, String extension) {
        this.mimeType = mimeType;
        this.extension = extension;
    }

    public String mimeType() {
        return mimeType;
    }

    /** The usual file extension, without dot. */
    public String extension() {
        return extension;
    }

    public static Optional<PictureFormat> ofMimeType(String mimeType) {
        return Arrays.stream(values())
                .filter(format -> format.mimeType.equals(mimeType))
                .findFirst();
    }
}
