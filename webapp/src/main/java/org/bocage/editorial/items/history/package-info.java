/**
 * What was a content before? Its versions, compared, and the way back to one.
 */
@NullMarked
@NamedInterface("history")
package org.bocage.editorial.items.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
