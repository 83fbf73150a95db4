/**
 * Who is told of what? Mails of the workflow, reminders, digests, subscriptions to topics.
 *
 * <p>Working days are worked out here: eleven holidays that a law fixes are fewer lines than the files a library of holidays brings.
 */
@NullMarked
@NamedInterface("notices")
package org.bocage.editorial.workflow.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
