/**
 * Where does an item stand? Its state, from its first word to the archive, and whether a version of it is on the site.
 */
@NullMarked
@NamedInterface("state")
package org.bocage.cms.repository.state;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
