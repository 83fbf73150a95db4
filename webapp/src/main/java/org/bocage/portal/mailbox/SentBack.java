package org.bocage.portal.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.editorial.mail.Mail;

/**
 * Notice of a mail server about a mail that it could not deliver (RFC 3464).
 *
 * @param addresses that took nothing, for good
 * @param why in its words
 */
record SentBack(List<String> addresses, String why) {

    private static final int LARGEST = 64 * 1024;
    private static final Pattern RECIPIENT =
            Pattern.compile("(?im)^(?:Final|Original)-Recipient:\\s*rfc822\\s*;\\s*<?([^\\s<>]+)>?\\s*$");
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed\\s*$");
    private static final Pattern REASON = Pattern.compile("(?im)^Diagnostic-Code:\\s*(?:smtp\\s*;)?\\s*(.+)$");

    /** Reads one; empty when a mail is something else, or tells of a delay alone. */
    static Optional<SentBack> of(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart report)) {
            return Optional.empty();
        }
        List<String> addresses = new ArrayList<>();
        String why = "";
        for (int i = 0; i < report.getCount(); i++) {
            if (report.getBodyPart(i).isMimeType("message/delivery-status")) {
                // a paragraph about the server, then one for each address
                for (String paragraph : text(report.getBodyPart(i)).split("\\r?\\n\\s*\\r?\\n", -1)) {
                    Matcher recipient = RECIPIENT.matcher(paragraph);
                    if (FAILED.matcher(paragraph).find() && recipient.find() && Mail.isAddress(recipient.group(1))) {
                        addresses.add(recipient.group(1));
                        Matcher reason = REASON.matcher(paragraph);
                        why = reason.find() ? reason.group(1).strip() : why;
                    }
                }
            }
        }
        return addresses.isEmpty() ? Optional.empty() : Optional.of(new SentBack(List.copyOf(addresses), why));
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        try (InputStream bytes = part.getInputStream()) {
            return new String(bytes.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }
}
