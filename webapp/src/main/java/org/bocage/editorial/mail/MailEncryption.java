package org.bocage.editorial.mail;

/** How the connection to a mail server is encrypted (RFC 8314). */
public enum MailEncryption {

    /** Not at all: for a relay of the local network. */
    NONE(25),
    /** From the command {@code STARTTLS} on, without which nothing is sent (RFC 3207). */
    STARTTLS(587),
    /** From the first byte on. */
    TLS(465);

    private final int usualPort;

    MailEncryption(int usualPort) {
        this.usualPort = usualPort;
    }

    /** Returns the port on which servers are usually reached so. */
    public int usualPort() {
        return usualPort;
    }
}
