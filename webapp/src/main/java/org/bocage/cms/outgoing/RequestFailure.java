package org.bocage.cms.outgoing;

import java.util.Locale;

/** Why nothing came back. */
public enum RequestFailure {
    /** Not an address, or a machine written in figures in an unusual way. */
    ADDRESS,
    /** Neither http nor https. */
    SCHEME,
    /** A name and a password in the address. */
    CREDENTIALS,
    /** Neither port 80 nor port 443. */
    PORT,
    /** Leads into a private network, or to this very machine. */
    PRIVATE,
    /** No server of that name. */
    UNKNOWN_HOST,
    /** The server does not answer, or breaks off. */
    CONNECTION,
    /** The connection is not safe: the certificate is wrong or too old. */
    CERTIFICATE,
    /** It took longer than is waited. */
    TOO_SLOW,
    /** More came than is read. */
    TOO_LARGE,
    /** Sent on from address to address. */
    REDIRECTS,
    /** The server says that there is nothing there, or that it does not give it. */
    STATUS;

    /** The key of the sentence that says so. */
    public String key() {
        return "outgoing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
