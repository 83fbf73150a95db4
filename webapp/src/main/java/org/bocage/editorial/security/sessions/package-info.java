/**
 * Where is somebody signed in? Sessions as nodes of the author store, told as devices.
 */
@NullMarked
@NamedInterface("sessions")
package org.bocage.editorial.security.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
