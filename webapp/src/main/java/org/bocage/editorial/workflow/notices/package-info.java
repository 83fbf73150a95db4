/**
 * Who is told of what? Mails of the workflow, reminders, digests, subscriptions to topics.
 */
@NullMarked
@NamedInterface("notices")
package org.bocage.editorial.workflow.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
