package org.bocage.portal.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An item as machines are told of it. Texts are plain, and empty when not given; addresses are whole.
 *
 * @param published when it was first shown; when it was last written, when nobody said
 */
public record SyndicatedItem(
        String id,
        String title,
        String summary,
        String address,
        Instant published,
        Instant changed,
        List<String> communes,
        List<String> themes,
        Optional<File> picture) {

    /**
     * A file of the media library.
     *
     * @param alt what it shows
     * @param size in bytes
     */
    public record File(String address, String type, String alt, long size) {}
}
