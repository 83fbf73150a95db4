/**
 * How is a new portal filled? Node types of the content types, first pages, the demo and its end.
 */
@NullMarked
@NamedInterface("bootstrap")
package org.bocage.editorial.publishing.bootstrap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
