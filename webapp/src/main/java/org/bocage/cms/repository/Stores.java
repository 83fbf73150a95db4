package org.bocage.cms.repository;

import java.io.Closeable;
import java.io.IOException;

/**
 * The two stores of the portal. A draft is physically absent from the published one.
 *
 * @param author everything, as those who write see it
 * @param published what some visitor or member may see
 */
public record Stores(Store author, Store published) implements Closeable {

    @Override
    public void close() throws IOException {
        try {
            author.close();
        } finally {
            published.close();
        }
    }
}
