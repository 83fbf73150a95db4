/**
 * How is a new portal filled? Node types of the content types, first pages, the demo and its end.
 */
@NullMarked
@NamedInterface("installation")
package org.bocage.editorial.publishing.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
