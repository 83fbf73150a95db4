package org.bocage.portal.moving.reading;

import java.io.IOException;

/** A file that another program made of a whole site, or of a part of it. */
public interface SiteExport {

    /** Key of the program, {@code wordpress}. */
    String program();

    /**
     * Hands over all that it holds, the same each time, and never has all of it in memory.
     *
     * @throws UnreadableExport when nothing of it can be read
     */
    void read(ExportVisitor visitor) throws UnreadableExport, IOException;
}
