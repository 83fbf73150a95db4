/**
 * How are many nodes written at once? On the tree of a session, and by copy from one store to the other.
 */
@NullMarked
@NamedInterface("tree")
package org.bocage.cms.repository.tree;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
