package org.bocage.cms.search;

import java.util.List;
import org.bocage.cms.repository.DerivedFiles;

/**
 * The indexes of the two stores.
 *
 * @param author what those who write find
 * @param published what visitors and members find
 */
public record ContentIndexes(ContentIndex author, ContentIndex published) implements DerivedFiles {

    /** Builds both anew: Lucene keeps what is in no document any more until it happens to merge it away. */
    @Override
    public void dropErased() {
        for (ContentIndex index : List.of(author, published)) {
            index.rebuild();
            index.persist();
        }
    }
}
