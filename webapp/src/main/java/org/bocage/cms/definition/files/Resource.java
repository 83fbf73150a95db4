package org.bocage.cms.definition.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A file of the light modules, wherever it lies. */
public interface Resource {

    /** Absolute path in the resource tree, {@code /module/...}. */
    String path();

    /** Length in bytes; -1 when it is not known without reading. */
    long size();

    Instant lastModified();

    /** The bytes as they are now; the caller closes. Throws when the file has gone since it was listed. */
    InputStream open() throws IOException;

    /**
     * Short name of the content, for addresses cached for ever: sixteen hexadecimal digits of its SHA-256, computed once
     * a reload.
     */
    String hash() throws IOException;
}
