package org.bocage.cms.repository;

import java.util.List;

/** Both stores, to be written to past the projection: what stands in the published one without an author who decided it. */
public final class BothStores {

    private BothStores() {}

    /** Returns the author store, then the published one. */
    public static List<WritableStore> of(Stores stores) {
        return List.of(stores.author(), published(stores));
    }

    /** Returns the published store. */
    public static WritableStore published(Stores stores) {
        return (WritableStore) stores.published();
    }
}
