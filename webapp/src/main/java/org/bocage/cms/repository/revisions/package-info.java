/**
 * What was an item before? Its history: who saved, when, what changed, and how long that is kept.
 */
@NullMarked
@NamedInterface("revisions")
package org.bocage.cms.repository.revisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
