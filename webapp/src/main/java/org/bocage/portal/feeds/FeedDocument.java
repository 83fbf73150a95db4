package org.bocage.portal.feeds;

/**
 * Document that an address gives to machines, in UTF-8.
 *
 * @param contentType with its charset
 * @param fileName under which a browser keeps it; empty: it shows it
 */
public record FeedDocument(String contentType, String text, String fileName) {

    /** A text that is shown. */
    public static FeedDocument shown(String contentType, String text) {
        return new FeedDocument(contentType, text, "");
    }
}
