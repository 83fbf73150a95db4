/**
 * How does a store of an older version come to be one of this version, and back? Migrations in their order, the backup before them,
 * and the way back to it.
 */
@NullMarked
@NamedInterface("upgrade")
package org.bocage.cms.repository.upgrade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
