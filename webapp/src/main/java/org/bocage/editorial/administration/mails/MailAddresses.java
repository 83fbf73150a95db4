package org.bocage.editorial.administration.mails;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailServer;
import org.bocage.editorial.mail.MailSettings;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Responsibilities;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Address from which the mails of the portal come, and the one to which they are answered, when they are somebody's own. */
@Component
@Order(36)
class MailAddresses implements Responsibilities {

    private static final String FROM = "from";
    private static final String REPLY_TO = "replyTo";

    private final MailServer server;
    private final MessageSource messages;

    MailAddresses(MailServer server, MessageSource messages) {
        this.server = server;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "mails";
    }

    @Override
    public List<Responsibility> of(Account account) {
        MailSettings kept = server.kept();
        List<Responsibility> theirs = new ArrayList<>();
        if (isOf(kept.from(), account)) {
            theirs.add(new Responsibility(FROM, title(FROM), ""));
        }
        if (isOf(kept.replyTo(), account)) {
            theirs.add(new Responsibility(REPLY_TO, title(REPLY_TO), ""));
        }
        return theirs;
    }

    private static boolean isOf(String address, Account account) {
        return !address.isBlank() && address.strip().equalsIgnoreCase(account.email());
    }

    private String title(String id) {
        return String.valueOf(messages.getMessage("authoring.passer.mails." + id, null, Locale.FRENCH));
    }

    @Override
    public Optional<String> pass(String id, Account from, Account to, Account by) {
        if (!Mail.isAddress(to.email())) {
            return Optional.of("sans-adresse");
        }
        MailSettings kept = server.kept();
        boolean isSender = id.equals(FROM);
        if (!isOf(isSender ? kept.from() : kept.replyTo(), from)) {
            return Optional.of("parti");
        }
        if (isSender && !kept.user().isBlank()) {
            return Optional.of("expediteur");
        }
        server.keep(
                kept.withAddresses(isSender ? to.email() : kept.from(), isSender ? kept.replyTo() : to.email()), "");
        return Optional.empty();
    }
}
