package org.bocage.cms.repository;

import java.io.Closeable;
import java.io.IOException;
import org.bocage.cms.repository.cluster.Leadership;

/**
 * The two stores of the portal. A draft is physically absent from the published one.
 *
 * @param author everything, as those who write see it
 * @param published what some visitor or member may see
 * @param leadership which of the machines that share them does what is to be done once
 */
public record Stores(WritableStore author, Store published, Leadership leadership) implements Closeable {

    /** Stores that no other machine has open. */
    public Stores(WritableStore author, Store published) {
        this(author, published, Leadership.sole());
    }

    /** States of both stores at one moment. */
    public record Moment(Storage.Saved author, Storage.Saved published) {}

    /**
     * The present states; nobody saves in either store on this machine while they are taken. Of what other machines save meanwhile
     * the author store has the more: the published one is brought in step with it.
     */
    public Moment moment() {
        author.noSaves().lock();
        try {
            published.noSaves().lock();
            try {
                Storage.Saved copies = published.storage().head();
                return new Moment(author.storage().head(), copies);
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
            try {
                published.close();
            } finally {
                // whoever leads next finds all that this machine saved
                leadership.close();
            }
        }
    }
}
