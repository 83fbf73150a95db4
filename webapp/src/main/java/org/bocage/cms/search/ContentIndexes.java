package org.bocage.cms.search;

import java.io.IOException;
import java.util.List;
import org.bocage.cms.repository.maintenance.DerivedFiles;

/**
 * The indexes of the two stores.
 *
 * @param author what those who write find
 * @param published what visitors and members find
 */
public record ContentIndexes(ContentIndex author, ContentIndex published) implements DerivedFiles {

    /** Builds both anew: Lucene keeps what is in no document any more until it happens to merge it away. */
    @Override
    public void dropErased() throws IOException {
        boolean done = true;
        for (ContentIndex index : List.of(author, published)) {
            done &= index.rebuild() && index.persist();
        }
        if (!done) {
            throw new IOException("An index could not be built anew, and may still hold what was erased");
        }
    }
}
