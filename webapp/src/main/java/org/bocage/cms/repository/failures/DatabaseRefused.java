package org.bocage.cms.repository.failures;

import java.util.Locale;

/** Thrown at a start when the database of the stores is not one that they can be kept in. */
public final class DatabaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Requirement that is not met. */
    public enum Reason {
        /** The server answers. */
        UNREACHABLE,
        /** The account may connect to the database. */
        LOGIN,
        /** The server is not too old. */
        VERSION,
        /** Texts are kept in UTF-8. */
        ENCODING,
        /** Texts are compared byte by byte. */
        COLLATION,
        /** The clock of the server tells the time of this machine. */
        CLOCK,
        /** The contents are not in the home as segment files. */
        SEGMENTS,
        /** No other portal has it open. */
        IN_USE,
        /** No other machine has it open that would go on with contents of an older version. */
        UPGRADE,
        /** No migration into the database was stopped. */
        UNFINISHED;

        /** The name in the messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final String url;
    private final String found;

    /**
     * Refuses a database.
     *
     * @param url of the database, without a password
     * @param found in place of what is required
     */
    public DatabaseRefused(Reason reason, String url, String found) {
        super(reason + ": " + url + ": " + found);
        this.reason = reason;
        this.url = url;
        this.found = found;
    }

    public Reason reason() {
        return reason;
    }

    public String url() {
        return url;
    }

    public String found() {
        return found;
    }
}
