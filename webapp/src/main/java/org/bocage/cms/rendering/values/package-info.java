/**
 * What is a script given? {@code ctx}, {@code state}, {@code model}, nodes and properties as scripts see them.
 */
@NullMarked
package org.bocage.cms.rendering.values;

import org.jspecify.annotations.NullMarked;
