/**
 * What does the page of somebody else give a form? Events and jobs as pages tell them to machines, by their address.
 */
@NullMarked
@NamedInterface("pasted")
package org.bocage.editorial.form.pasted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
