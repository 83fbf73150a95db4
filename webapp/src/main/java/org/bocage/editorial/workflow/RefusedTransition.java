package org.bocage.editorial.workflow;

/** Thrown when a transition is not permitted from this state, to this person, or lacks its comment; nothing was changed. */
public class RefusedTransition extends RuntimeException {

    /** Why. */
    public enum Reason {
        NOT_PERMITTED,
        COMMENT_MISSING,
        /** No definition of its type can be relied on. */
        WITHHELD
    }

    private final Reason reason;

    RefusedTransition(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
