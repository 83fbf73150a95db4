/**
 * Which renderings are still true? The cache of pages and fragments, each with the nodes that it depends on.
 */
@NullMarked
@NamedInterface("cache")
package org.bocage.cms.rendering.cache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
