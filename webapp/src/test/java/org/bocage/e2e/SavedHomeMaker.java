package org.bocage.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saves the home of the present version as {@link SavedHome}; run by its name alone, once a version is released. */
class SavedHomeMaker {

    @TempDir
    Path folder;

    @Test
    void the_home_of_this_version_is_saved() throws Exception {
        SavedHome.save(folder);
    }
}
