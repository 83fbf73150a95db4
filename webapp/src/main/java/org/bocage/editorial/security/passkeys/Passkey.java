package org.bocage.editorial.security.passkeys;

import java.time.Instant;

/**
 * A passkey of somebody, as they see it among theirs.
 *
 * @param id by which it is taken away
 * @param label where it was made, or what its owner calls it
 */
public record Passkey(String id, String label, Instant created, Instant lastUsed) {}
