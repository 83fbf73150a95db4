package org.bocage.editorial.view;

import org.jspecify.annotations.Nullable;

/**
 * A picture as a grid, a chooser or its own screen shows it.
 *
 * @param key asset item key, {@code jcr:<uuid>}
 * @param thumbnail address of a rendition about 320 px wide
 * @param width of that rendition in px
 * @param height of that rendition in px
 * @param alt what it shows; empty when decorative, or when still to be written
 * @param title name people know it by, usually the file name
 * @param address of its screen in the private space
 */
public record Picture(
        String key,
        String thumbnail,
        int width,
        int height,
        String alt,
        boolean decorative,
        @Nullable String credit,
        String title,
        String address) {}
