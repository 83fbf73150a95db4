/**
 * Where does an address lead that was one? Addresses of renamed and moved pages, and those of contents that were taken off line.
 * Offers {@link org.bocage.cms.site.redirects.FormerAddresses} to whoever knows what was taken off line.
 */
@NullMarked
@NamedInterface("redirects")
package org.bocage.cms.site.redirects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
