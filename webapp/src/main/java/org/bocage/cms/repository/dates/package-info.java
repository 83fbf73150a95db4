/**
 * How is a date kept, and how written in French?
 */
@NullMarked
@NamedInterface("dates")
package org.bocage.cms.repository.dates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
