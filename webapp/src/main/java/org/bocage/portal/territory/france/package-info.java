/**
 * Which communes has France, and which of them does a network choose? Each with its département, its intercommunality, its point and
 * its neighbours, found by name, code or postcode.
 */
@NullMarked
@NamedInterface("france")
package org.bocage.portal.territory.france;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
