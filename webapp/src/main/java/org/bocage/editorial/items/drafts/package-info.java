/**
 * What is being typed right now? Autosaved drafts, and who else has the form open.
 */
@NullMarked
@NamedInterface("drafts")
package org.bocage.editorial.items.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
