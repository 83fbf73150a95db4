/**
 * Which keys does an account have? Passkeys (Web Authentication, level 2), kept in the author store.
 */
@NullMarked
@NamedInterface("passkeys")
package org.bocage.editorial.security.passkeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
