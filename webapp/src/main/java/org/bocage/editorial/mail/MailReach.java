package org.bocage.editorial.mail;

import freemarker.template.Configuration;
import freemarker.template.TemplateBooleanModel;
import org.springframework.stereotype.Component;

/** Tells the screens whether mails leave this machine, as {@code mailsPartent}: none may say of a mail that it left when it did not. */
@Component
class MailReach {

    private static final String VARIABLE = "mailsPartent";

    MailReach(Configuration screens, MailServer server) {
        screens.setSharedVariable(VARIABLE, (TemplateBooleanModel) server::isKnown);
    }
}
