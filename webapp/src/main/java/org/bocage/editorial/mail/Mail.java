package org.bocage.editorial.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, as plain text, and as HTML too when it has any. Nothing in it can add a header: the subject is one line, the address is one
 * address (RFC 5322).
 *
 * @param to a bare address, at most 254 characters
 * @param subject one line, at most 200 characters
 * @param text at most 100,000 characters
 * @param replyTo a bare address that answers go to; empty: where the portal's own go
 * @param unsubscribe address that ends mails of this kind at one press (RFC 8058); empty when there is none
 * @param personal whether the text lets its reader in, and so is for nobody but the addressee
 * @param html the same as a page, at most 500,000 characters; empty when there is none
 */
public record Mail(
        String to, String subject, String text, String replyTo, String unsubscribe, boolean personal, String html) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"',;:()\\[\\]]+@[^\\s<>\"',;:()\\[\\]]+");
    private static final int MAX_ADDRESS = 254;
    private static final int MAX_SUBJECT = 200;
    private static final int MAX_TEXT = 100_000;
    private static final int MAX_HTML = 500_000;

    /** A mail whose answers go where the portal's own go. */
    public Mail(String to, String subject, String text) {
        this(to, subject, text, "", "", false, "");
    }

    /** This mail, with answers going to somebody. */
    public Mail answeredTo(String address) {
        return new Mail(to, subject, text, address, unsubscribe, personal, html);
    }

    /** This mail, which its reader may do without from now on by one press of a button (RFC 8058). */
    public Mail endedAt(String address) {
        return new Mail(to, subject, text, replyTo, address, personal, html);
    }

    /** This mail, which lets its reader in: nobody else is shown it. */
    public Mail forItsReaderAlone() {
        return new Mail(to, subject, text, replyTo, unsubscribe, true, html);
    }

    /** This mail, with the same as a page. */
    public Mail shownAs(String page) {
        return new Mail(to, subject, text, replyTo, unsubscribe, personal, page);
    }

    /** @throws IllegalArgumentException when an address or the subject is not what it should be */
    public Mail {
        if (!isAddress(to) || !(replyTo.isEmpty() || isAddress(replyTo))) {
            throw new IllegalArgumentException("Not a mail address");
        }
        if (subject.isBlank() || subject.length() > MAX_SUBJECT || !isOneLine(subject)) {
            throw new IllegalArgumentException("A subject is one line of at most " + MAX_SUBJECT + " characters");
        }
        if (!unsubscribe.matches("|https?://[\\x21-\\x7e&&[^<>]]{1,500}")) {
            throw new IllegalArgumentException("Not an address of the web");
        }
        if (text.length() > MAX_TEXT || html.length() > MAX_HTML) {
            throw new IllegalArgumentException(
                    "A mail has at most " + MAX_TEXT + " characters, " + MAX_HTML + " as a page");
        }
    }

    /** Whether a text is one mail address, without display name, that a mail may be sent to. */
    public static boolean isAddress(String text) {
        if (text.length() > MAX_ADDRESS || !isOneLine(text) || text.indexOf('@') < 1) {
            return false;
        }
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, true);
            String host = text.substring(text.lastIndexOf('@') + 1);
            return parsed.length == 1
                    && text.equals(parsed[0].getAddress())
                    && !parsed[0].isGroup()
                    && (host.indexOf('.') > 0 || host.equals("localhost"));
        } catch (AddressException e) {
            return false;
        }
    }

    /** Returns what a server says without the mail addresses in it: a log holds nobody's. */
    public static String withoutAddresses(@Nullable String said) {
        return ADDRESS.matcher(String.valueOf(said)).replaceAll("…@…");
    }

    private static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }
}
