package org.bocage.cms.dam;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes are not, or not safely, the picture or the document they should be. */
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    UnreadableFileException(Refusal reason, String message) {
        this(reason, message, null);
    }

    UnreadableFileException(Refusal reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
