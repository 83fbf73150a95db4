/**
 * What did a form send, and what does a node hold? Values as text by path, read from and written to nodes.
 */
@NullMarked
@NamedInterface("values")
package org.bocage.editorial.form.values;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
