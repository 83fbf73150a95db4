package org.bocage.cms.repository.cluster;

/**
 * Place of the one machine, of those that share the stores, that does what is to be done once: jobs, mails, and what is copied into
 * the published store. It moves to another machine when its own ends.
 */
public interface Leadership extends AutoCloseable {

    /** Leadership where no other machine can be: it is always here. */
    static Leadership sole() {
        return new Leadership() {
            @Override
            public boolean isHere() {
                return true;
            }

            @Override
            public void whenMoved(Runnable told) {
                // it never does
            }

            @Override
            public void close() {
                // nobody else is to have it
            }
        };
    }

    /** Whether this machine leads. */
    boolean isHere();

    /** Adds a callback for whenever it came here or left. */
    void whenMoved(Runnable told);

    @Override
    void close();
}
