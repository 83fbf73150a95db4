package org.bocage.portal.sources.reading;

/** Exception for data that is no calendar, feed or list that we can take, or not whole: nothing of it is kept. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param key of the sentence that says why, after {@code sources.problem.} */
    Unreadable(String key) {
        super(key);
    }

    /** The key of the sentence. */
    public String key() {
        return String.valueOf(getMessage());
    }
}
