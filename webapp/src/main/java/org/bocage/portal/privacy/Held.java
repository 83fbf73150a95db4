package org.bocage.portal.privacy;

/**
 * Something in which a person occurs.
 *
 * @param path in the store
 * @param fate what erasing does to it
 */
record Held(String path, String workspace, String title, Fate fate) {

    /** What becomes of something when a person is erased. */
    enum Fate {
        /** It is theirs: it goes. */
        GOES,
        /** It is about something else: it stays, without them. */
        WITHOUT,
        /** It stays as it is, and there is a reason. */
        STAYS;

        /** As templates call it. */
        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
