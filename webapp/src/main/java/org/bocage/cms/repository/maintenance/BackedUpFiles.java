package org.bocage.cms.repository.maintenance;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Extension point: files outside the stores without which a restored portal would not be the same. */
public interface BackedUpFiles {

    /** Opens what a file holds; the caller closes. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /**
     * A file.
     *
     * @param path where it lies in the folder that a backup is unpacked into, as {@code config/roles/ca.yaml}
     * @param secret whether only a backup with a passphrase takes it
     */
    record BackedUpFile(String path, boolean secret, Content content) {}

    /** Returns the files as they are now. */
    List<BackedUpFile> backedUpFiles();
}
