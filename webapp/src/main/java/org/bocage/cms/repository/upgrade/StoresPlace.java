package org.bocage.cms.repository.upgrade;

import java.io.IOException;
import java.nio.file.Path;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.failures.DatabaseRefused;

/** Place of the two stores, as far as an upgrade deals with it: files in the home, or a database. */
interface StoresPlace {

    /** Name of the folder in which stores lie as segment files, one folder each. */
    String REPOSITORY = "repository";

    /**
     * Makes sure that no other machine has them open: it would go on with what an upgrade changes.
     *
     * @throws DatabaseRefused when one does
     */
    void requireAlone();

    /** Whether there are none yet; to be asked before they are opened. */
    boolean isNew();

    Stores open();

    /**
     * Returns the folder in which {@value #REPOSITORY} holds the closed stores as segment files.
     *
     * @param folder in which a folder for them is made when they are kept otherwise; the caller deletes it
     */
    Path files(Path folder) throws IOException;
}
