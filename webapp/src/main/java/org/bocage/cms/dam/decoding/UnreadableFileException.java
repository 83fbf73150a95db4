package org.bocage.cms.dam.decoding;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes are not, or not safely, the picture or the document they should be. */
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    public UnreadableFileException(Refusal reason, String message) {
        this(reason, message, null);
    }

    public UnreadableFileException(Refusal reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
