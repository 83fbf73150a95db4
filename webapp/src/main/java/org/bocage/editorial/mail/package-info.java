/**
 * Who is told? Mails written from templates, kept in the author store with the save they belong to, and sent with
 * retries, by the server that options or an administrator named. Offers {@link org.bocage.editorial.mail.Outbox},
 * {@link org.bocage.editorial.mail.MailTemplates}, {@link org.bocage.editorial.mail.MailServer} and
 * {@link org.bocage.editorial.mail.MailTrial}, and {@link org.bocage.editorial.mail.MailKey} to whoever keeps another secret; depends on {@code cms.repository} and {@code editorial.jobs}.
 */
@ApplicationModule(
        displayName = "editorial.mail",
        allowedDependencies = {
            "cms.repository",
            "cms.repository :: cluster",
            "cms.repository :: config",
            "cms.repository :: dates",
            "cms.repository :: failures",
            "cms.repository :: maintenance",
            "cms.repository :: tree",
            "editorial.jobs"
        })
@NullMarked
package org.bocage.editorial.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
