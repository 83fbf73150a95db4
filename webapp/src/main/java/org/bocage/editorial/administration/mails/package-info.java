/**
 * By which server do mails go out, which of them wait or failed, and does a test mail arrive? The screens of the mail server and of
 * the outbox.
 */
@NullMarked
package org.bocage.editorial.administration.mails;

import org.jspecify.annotations.NullMarked;
