/**
 * What does the clock do to contents? Scheduled publications, expiries, the journal's retention.
 */
@NullMarked
package org.bocage.editorial.workflow.schedule;

import org.jspecify.annotations.NullMarked;
