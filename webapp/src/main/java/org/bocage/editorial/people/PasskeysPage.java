package org.bocage.editorial.people;

import java.util.List;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;

/**
 * {@code compte-cles.ftlh}: one's own passkeys. A key is taken away by posting {@code retirer=<id>} to {@code address}.
 *
 * @param possible whether browsers know keys for where this portal is
 * @param asksPassword whether who adds one is asked for their password first
 * @param askAddress where the script asks what a new key needs
 * @param addAddress where it sends the new key
 */
public record PasskeysPage(
        String address, List<Key> keys, boolean possible, boolean asksPassword, String askAddress, String addAddress) {

    /**
     * A passkey.
     *
     * @param label the browser in which it was made, null when unknown
     * @param used when it last let its owner in, null when it never did
     */
    public record Key(
            String id,
            @Nullable String label,
            Moment created,
            @Nullable Moment used) {}
}
