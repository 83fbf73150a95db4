package org.bocage.portal.moving.reading;

/** Where a content of the former site stood. */
public enum FormerState {
    /** Everybody could read it. */
    PUBLISHED,
    /** Nobody had published it yet, or it waited for a date. */
    DRAFT,
    /** Some could read it, or those who had a password. */
    PRIVATE
}
