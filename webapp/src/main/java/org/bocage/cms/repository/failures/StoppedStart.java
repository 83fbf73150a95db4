package org.bocage.cms.repository.failures;

/** Thrown at a start that waited for the database, or for another machine, when the portal was told to stop. */
public final class StoppedStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoppedStart(InterruptedException cause) {
        super("The portal was told to stop before it had started", cause);
    }
}
