package org.bocage.cms.repository.upgrade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.bocage.cms.repository.Stores;

/**
 * Stores in segment files of a home.
 *
 * @param opening opens them
 */
record SegmentPlace(Path home, Supplier<Stores> opening) implements StoresPlace {

    @Override
    public void requireAlone() {
        // their files are open in one process
    }

    @Override
    public boolean isNew() {
        return !Files.isDirectory(home.resolve(REPOSITORY));
    }

    @Override
    public Stores open() {
        return opening.get();
    }

    @Override
    public Path files(Path folder) {
        return home;
    }
}
