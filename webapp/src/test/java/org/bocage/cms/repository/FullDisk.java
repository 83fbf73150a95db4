package org.bocage.cms.repository;

import org.bocage.cms.repository.failures.StoreFull;

/** A disk that has no room left, for tests that have plenty. */
public final class FullDisk {

    private FullDisk() {}

    /** Returns what a store says when it has no room for a save. */
    public static StoreFull refusal() {
        return new StoreFull("Nothing is saved: the disk of the store has 0 kB left");
    }
}
