package org.bocage.portal.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bocage.editorial.form.values.RichText;
import org.bocage.editorial.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * Content of a received mail.
 *
 * @param id what its sender's machine called it
 * @param email who sent it, as far as it says
 * @param name what they are called; their address when they do not say
 * @param title in one line, without what answering or passing on put before it
 * @param paragraphs of its text
 * @param files that came with it
 */
record ReceivedMail(String id, String email, String name, String title, List<String> paragraphs, List<Attached> files) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 20_000;
    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 100;

    private static final Pattern BEFORE_TITLE =
            Pattern.compile("(?i)^\\s*((re|rép|tr|fw|fwd)\\s*:\\s*)+", Pattern.UNICODE_CASE);
    /** Signature of a mail: all that stands under a line of two hyphens. */
    private static final Pattern SIGNATURE = Pattern.compile("(?s)\\n-- ?\\n.*\\z");

    /** A file, with the name it came with. */
    record Attached(String name, Part part) {}

    /** Reads a mail; empty when a machine sent it, or nobody says who did. */
    static Optional<ReceivedMail> of(MimeMessage message) throws MessagingException, IOException {
        String automatic = message.getHeader("Auto-Submitted", ",");
        if (automatic != null && !automatic.strip().equalsIgnoreCase("no")) {
            return Optional.empty();
        }
        if (!(first(message.getFrom()) instanceof InternetAddress from)
                || !Mail.isAddress(String.valueOf(from.getAddress()))) {
            return Optional.empty();
        }
        Parts parts = new Parts();
        parts.read(message, 0);
        List<String> paragraphs = paragraphs(parts.text());
        String title = line(message.getSubject(), LONGEST_TITLE);
        String id = message.getMessageID();
        return Optional.of(new ReceivedMail(
                id == null ? from.getAddress() + " " + message.getSentDate() + " " + title : id,
                from.getAddress().toLowerCase(Locale.ROOT),
                from.getPersonal() == null ? from.getAddress() : line(from.getPersonal(), LONGEST_NAME),
                BEFORE_TITLE.matcher(title).replaceFirst(""),
                paragraphs,
                parts.files));
    }

    private static @Nullable Address first(Address @Nullable [] addresses) {
        return addresses == null || addresses.length == 0 ? null : addresses[0];
    }

    private static String line(@Nullable String text, int longest) {
        String line = text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1).strip() + "…";
    }

    private static List<String> paragraphs(String text) {
        String own = SIGNATURE.matcher(text.replace("\r\n", "\n")).replaceFirst("");
        String cut = own.length() <= LONGEST_TEXT ? own : own.substring(0, LONGEST_TEXT) + "…";
        return Arrays.stream(cut.split("\\n[\\s\u00a0]*\\n"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** The parts of a mail, one in the other. */
    private static final class Parts {

        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<Attached> files = new ArrayList<>();
        private int read;

        /** As its sender typed it; of a mail that is a page alone, its words. */
        String text() {
            return plain.toString().isBlank()
                    ? RichText.plain(html.toString().replaceAll("\\s+", " ").replaceAll("(?i)</(p|div)>", "$0<br><br>"))
                    : plain.toString();
        }

        void read(Part part, int depth) throws MessagingException, IOException {
            if (depth > DEEPEST || ++read > MOST_PARTS) {
                return;
            }
            String name = part.getFileName();
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    read(several.getBodyPart(i), depth + 1);
                }
            } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part passedOn) {
                read(passedOn, depth + 1);
            } else if (name == null && part.isMimeType("text/plain")) {
                plain.append(text(part)).append("\n\n");
            } else if (name == null && part.isMimeType("text/html")) {
                html.append(text(part));
            } else if (name != null || part.isMimeType("image/*")) {
                files.add(new Attached(name == null ? "image" : line(decoded(name), LONGEST_TITLE), part));
            }
        }

        private static String text(Part part) throws MessagingException, IOException {
            try {
                return String.valueOf(part.getContent());
            } catch (UnsupportedEncodingException e) {
                // a charset that nobody knows
                try (InputStream bytes = part.getInputStream()) {
                    return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
                }
            }
        }

        private static String decoded(String name) {
            try {
                return MimeUtility.decodeText(name);
            } catch (UnsupportedEncodingException e) {
                return name;
            }
        }
    }
}
