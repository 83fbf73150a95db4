/**
 * Why was something not saved? Changed meanwhile, too deep, a full disk, or a failure of the store.
 */
@NullMarked
@NamedInterface("failures")
package org.bocage.cms.repository.failures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
