package org.bocage.portal.fediverse;

import java.security.PublicKey;

/**
 * Actor of another server.
 *
 * @param sharedInbox of all actors of its server; empty when it has none
 * @param handle as people write it, {@code @camille@mastodon.exemple}
 */
record RemoteActor(String id, String inbox, String sharedInbox, String handle, PublicKey key) {

    /** Where to deliver what it follows. */
    String delivery() {
        return sharedInbox.isEmpty() ? inbox : sharedInbox;
    }
}
