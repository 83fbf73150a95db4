package org.bocage.cms.site.redirects;

import java.util.Optional;

/** Knows what was on line at an address and is no more: it is told to be gone, or where it is now. */
public interface FormerAddresses {

    /** Whether a decoded path was the address of something that everybody could read. */
    boolean isFormer(String path);

    /** Where that is now which had a decoded path for its address; empty when nothing on line had. */
    Optional<String> movedTo(String path);

    /**
     * Where that is now which had a decoded path and a query for its address, {@code /?p=12}; asked before a page of ours answers, for
     * ours need no query to be found.
     */
    default Optional<String> movedTo(String path, String query) {
        return Optional.empty();
    }
}
