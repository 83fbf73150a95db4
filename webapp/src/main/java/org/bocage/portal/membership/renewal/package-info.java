/**
 * Who is to pay, and who to come back? Memberships that wait, reminders, the days of grace.
 */
@NullMarked
package org.bocage.portal.membership.renewal;

import org.jspecify.annotations.NullMarked;
