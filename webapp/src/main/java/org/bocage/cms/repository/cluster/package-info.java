/**
 * Which machine does what is to be done once? The one that leads, of those that share the stores, and work that each does for itself.
 */
@NullMarked
@NamedInterface("cluster")
package org.bocage.cms.repository.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
