package org.bocage.cms.repository.failures;

import java.nio.file.Path;

/**
 * Failure to open a store whose files are there without the journal that names its last state: it would be taken for a new one, and
 * the next compaction would delete all that the files hold.
 */
public class LostJournal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;

    public LostJournal(Path file) {
        super("There are data files without " + file);
        this.file = file;
    }

    /** The file that is missing. */
    public Path file() {
        return file;
    }
}
