/**
 * How do contents come from elsewhere, and go there? Imports of bootstrap files, exports, the full archive.
 */
@NullMarked
@NamedInterface("exchange")
package org.bocage.editorial.publishing.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
