/**
 * What does a partner's file say? Calendars, feeds and lists of structures read into entries, with warnings about what was odd.
 */
@NullMarked
@NamedInterface("reading")
package org.bocage.portal.sources.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
