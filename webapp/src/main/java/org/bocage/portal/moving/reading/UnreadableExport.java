package org.bocage.portal.moving.reading;

/** Exception for a file of which nothing can be taken. */
public final class UnreadableExport extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int number;

    /**
     * @param reason key of the sentence that says why
     * @param number line of the file, or how many there may be; 0 when there is nothing to tell
     */
    public UnreadableExport(String reason, int number) {
        super(reason + " " + number);
        this.reason = reason;
        this.number = number;
    }

    public String reason() {
        return reason;
    }

    public int number() {
        return number;
    }
}
