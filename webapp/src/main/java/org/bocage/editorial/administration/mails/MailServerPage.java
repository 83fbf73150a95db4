package org.bocage.editorial.administration.mails;

import java.util.List;
import org.bocage.editorial.view.FormPage;
import org.jspecify.annotations.Nullable;

/**
 * {@code serveur-mail.ftlh}: the mail server, its trial, and what to write in the domain of the address.
 *
 * @param typed what stands in the fields
 * @param fixed server that the options name; null when the fields say it
 * @param fixedFrom address that the options say; empty when a field says it, as {@code fixedReplyTo}
 * @param password state of the kept password: none, kept, or lost with its key
 * @param host server that counts; empty when there is none
 * @param to where the mail of the trial goes; empty when the account has no address
 * @param trial null when none was made
 * @param domain of the address that mails come from; empty while it is nobody's
 */
public record MailServerPage(
        String address,
        Typed typed,
        List<FormPage.Problem> problems,
        @Nullable Fixed fixed,
        String fixedFrom,
        String fixedReplyTo,
        String password,
        String host,
        String to,
        @Nullable Trial trial,
        String domain) {

    /** Fields as typed, but for the password. */
    public record Typed(
            String host, String port, String encryption, String user, String from, String replyTo, String hourly) {}

    /** Server of the options. */
    public record Fixed(String host, int port, String encryption, String user) {}

    /**
     * End of a trial.
     *
     * @param sentence what it means, and what to do
     * @param said answer of the server; empty when it gave none
     */
    public record Trial(boolean sent, String sentence, String said) {}
}
