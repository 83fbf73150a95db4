/**
 * How is a page put together? The renderer, its scripts, its areas and components, the author's marks.
 */
@NullMarked
@NamedInterface("page")
package org.bocage.cms.rendering.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
