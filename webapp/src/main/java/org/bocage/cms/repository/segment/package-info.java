/**
 * In which files does a store lie? Oak's segments: opened, recovered, compacted, copied.
 */
@NullMarked
package org.bocage.cms.repository.segment;

import org.jspecify.annotations.NullMarked;
