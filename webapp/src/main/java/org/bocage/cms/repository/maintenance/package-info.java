/**
 * How does a store last for years? Compaction by night, and copies of both stores.
 */
@NullMarked
@NamedInterface("maintenance")
package org.bocage.cms.repository.maintenance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
