/**
 * How does a mail let its reader in? Links that work once, invitations.
 */
@NullMarked
@NamedInterface("links")
package org.bocage.editorial.security.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
