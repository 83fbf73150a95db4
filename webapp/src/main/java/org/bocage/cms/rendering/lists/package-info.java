/**
 * Which contents does a page list? Lists and searches that a script asks for, answered by the index.
 */
@NullMarked
@NamedInterface("lists")
package org.bocage.cms.rendering.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
