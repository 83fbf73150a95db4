package org.bocage.cms.repository;

import java.io.Closeable;
import java.io.IOException;

/**
 * The two stores of the portal. A draft is physically absent from the published one.
 *
 * @param author everything, as those who write see it
 * @param published what some visitor or member may see
 */
public record Stores(WritableStore author, Store published) implements Closeable {

    /** States of both stores at one moment. */
    public record Moment(Storage.Saved author, Storage.Saved published) {}

    /** The present states; nobody saves in either store while they are taken. */
    public Moment moment() {
        author.noSaves().lock();
        try {
            published.noSaves().lock();
            try {
                return new Moment(author.storage().head(), published.storage().head());
            } finally {
                published.noSaves().unlock();
            }
        } finally {
            author.noSaves().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            author.close();
        } finally {
            published.close();
        }
    }
}
