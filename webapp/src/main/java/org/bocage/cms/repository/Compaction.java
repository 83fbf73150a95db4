package org.bocage.cms.repository;

/** How much of a store a compaction writes anew. */
enum Compaction {
    /** Only what was saved since the last compaction. */
    TAIL,
    /** Everything. */
    FULL,
    /** Everything, and no file keeps a part that nothing refers to, however small. */
    ERASING
}
