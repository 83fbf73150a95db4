package org.bocage.cms.repository.maintenance;

import java.io.IOException;

/** Thrown for an archive that no portal can be restored from; the message says why. */
final class BrokenBackup extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenBackup(String message) {
        super(message);
    }

    BrokenBackup(String message, Throwable cause) {
        super(message, cause);
    }
}
