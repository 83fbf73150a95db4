package org.bocage.editorial.publishing.exchange;

import java.io.IOException;
import java.io.OutputStream;
import org.bocage.cms.repository.Identity;

/** Contribution of a part of the portal to the full archive, for other programs to read: it does not come back in. */
public interface Takeaway {

    /** An archive being written, one file after the other. */
    @FunctionalInterface
    interface Archive {

        /**
         * Begins a file, and ends the one before.
         *
         * @param name with folders, {@code tableaux/acteurs.csv}
         * @return where it is written; not to be closed
         */
        OutputStream file(String name) throws IOException;
    }

    /**
     * Writes its files, as much as somebody may read.
     *
     * @param base what the addresses of the portal start with, without final slash
     */
    void write(Identity reader, String base, Archive archive) throws IOException;
}
