package org.bocage.portal.sources.reading;

import java.util.List;
import java.util.Optional;
import org.bocage.cms.outgoing.ReceivedJson;
import org.bocage.portal.feeds.AdDetails;
import tools.jackson.databind.JsonNode;

/**
 * A <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed</a>, with what portals tell besides.
 *
 * @param goesOn whether more is told at another address
 * @param whole whether its portal says that what is not in it is not on line
 */
record JsonFeed(List<JsonNode> items, boolean goesOn, boolean whole) {

    private static final String VERSION = "https?://(www\\.)?jsonfeed\\.org/version/1(\\.[0-9])?";

    /** Reads a feed; empty when it is none, or was cut. */
    static Optional<JsonFeed> of(byte[] bytes) {
        return ReceivedJson.whole(bytes)
                .filter(JsonNode::isObject)
                .filter(feed -> ReceivedJson.text(feed, "version").matches(VERSION)
                        && feed.path("items").isArray())
                .map(feed -> new JsonFeed(
                        feed.path("items").valueStream().toList(),
                        !ReceivedJson.text(feed, "next_url").isEmpty(),
                        feed.path(AdDetails.EXTENSION).path("complete").asBoolean(false)));
    }

    /** Returns the kind of annonce that an item is; empty when it is none. */
    static String kind(JsonNode item) {
        return ReceivedJson.text(item.path(AdDetails.EXTENSION), "kind");
    }
}
