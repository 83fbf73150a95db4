/**
 * Which files do the light modules consist of? The layered tree of their resources, and the problems found in it.
 */
@NullMarked
@NamedInterface("files")
package org.bocage.cms.definition.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
