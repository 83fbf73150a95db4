package org.bocage.cms.repository.upgrade;

/** Thrown when the stores were written by a newer version, which this one does not understand. */
public final class NewerContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int found;
    private final int known;

    NewerContent(int found, int known) {
        super("The stores are of content version " + found + ", this is " + known);
        this.found = found;
        this.known = known;
    }

    /** Returns the content version of the stores. */
    public int found() {
        return found;
    }

    /** Returns the content version that this application knows. */
    public int known() {
        return known;
    }
}
