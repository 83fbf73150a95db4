package org.bocage.editorial.mail;

/**
 * Mail server and addresses as an administrator keeps them; the password is kept apart from them.
 *
 * @param host name or address of the server; empty when there is none
 * @param port 1 to 65535
 * @param user account at the server; empty when it asks for none
 * @param from address that mails come from; empty when it is not said
 * @param replyTo address that answers go to; empty when they go where the mails come from
 * @param hourly how many mails may go within an hour; 0 when the server sets no limit
 */
public record MailSettings(
        String host, int port, MailEncryption encryption, String user, String from, String replyTo, int hourly) {

    /** Settings of a portal that was told nothing. */
    public static final MailSettings EMPTY =
            new MailSettings("", MailEncryption.STARTTLS.usualPort(), MailEncryption.STARTTLS, "", "", "", 0);

    /** Returns the same addresses with no server. */
    MailSettings withoutServer() {
        return new MailSettings("", EMPTY.port, EMPTY.encryption, "", from, replyTo, 0);
    }

    /** Returns the same server with other addresses. */
    public MailSettings withAddresses(String from, String replyTo) {
        return new MailSettings(host, port, encryption, user, from, replyTo, hourly);
    }

    /** Returns the same server with another limit. */
    public MailSettings withHourly(int hourly) {
        return new MailSettings(host, port, encryption, user, from, replyTo, hourly);
    }

    /** Returns the account that a password is for: it is not handed to another server or for another user. */
    String account() {
        return user + "\n" + host;
    }
}
