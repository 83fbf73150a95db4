/**
 * What is still true of a store that changes? Values and nodes kept for one state of it, the health of its projections.
 */
@NullMarked
@NamedInterface("changes")
package org.bocage.cms.repository.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
