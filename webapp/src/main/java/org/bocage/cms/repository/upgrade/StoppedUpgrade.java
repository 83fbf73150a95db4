package org.bocage.cms.repository.upgrade;

/** Thrown when a migration failed in the middle; the next start goes on with it. */
public final class StoppedUpgrade extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String migration;

    StoppedUpgrade(String migration, RuntimeException cause) {
        super("Migration " + migration + " failed: " + cause.getMessage(), cause);
        this.migration = migration;
    }

    /** Returns the name of the migration. */
    public String migration() {
        return migration;
    }
}
