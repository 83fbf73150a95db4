/**
 * How often did something happen? Counts by month, gathered in memory and saved together.
 */
@NullMarked
@NamedInterface("counts")
package org.bocage.cms.repository.counts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
