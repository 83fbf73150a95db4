package org.bocage.cms.dam.renditions;

import java.util.List;
import java.util.Locale;
import org.bocage.cms.dam.decoding.PictureFormat;
import org.jspecify.annotations.Nullable;

/** Format requested for a rendition. */
public enum RenditionFormat {
    /** WebP, or {@link #UNIVERSAL} on a machine that cannot write it. */
    WEBP,
    /** Format that every browser shows: JPEG, or PNG where transparency or flat colours would suffer. */
    UNIVERSAL;

    /** Returns the formats that the bytes may turn out to have. */
    List<PictureFormat> outcomes() {
        return switch (this) {
            case WEBP -> List.of(PictureFormat.WEBP);
            case UNIVERSAL -> List.of(PictureFormat.JPEG, PictureFormat.PNG);
        };
    }

    /** The best format for a browser, by the {@code Accept} header of its request. */
    public static RenditionFormat acceptedBy(@Nullable String acceptHeader) {
        boolean webp =
                acceptHeader != null && acceptHeader.toLowerCase(Locale.ROOT).contains(PictureFormat.WEBP.mimeType());
        return webp ? WEBP : UNIVERSAL;
    }
}
