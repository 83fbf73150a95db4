package org.bocage.cms.repository.maintenance;

import java.io.IOException;

/** Something on disk that was made of what the stores hold, and may still hold what they do no more. */
public interface DerivedFiles {

    /**
     * Rids the files of whatever was erased from the stores before this call.
     *
     * @throws IOException when it could not: it is asked for again the next night
     */
    void dropErased() throws IOException;
}
