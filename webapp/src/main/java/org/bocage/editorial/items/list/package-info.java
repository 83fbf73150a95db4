/**
 * Which contents are there? The list of a type: filters, columns, favourites, a page at a time.
 */
@NullMarked
@NamedInterface("list")
package org.bocage.editorial.items.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
