package org.bocage.portal.feeds;

import java.nio.charset.StandardCharsets;

/**
 * Lines of calendars and visiting cards, folded at 75 octets without cutting a letter (RFC 5545, 3.1; RFC 6350, 3.2). The
 * libraries fold at 75 letters, of which those with accents take two octets: they are told not to fold.
 */
public final class OctetFolding {

    private static final int MOST = 75;

    private OctetFolding() {}

    /** A text of unfolded lines that end in CRLF, folded. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / MOST * 3);
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            int length = Character.charCount(letter);
            if (letter == '\r' || letter == '\n') {
                octets = 0;
            } else {
                int size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > MOST) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                octets += size;
            }
            folded.appendCodePoint(letter);
            i += length;
        }
        return folded.toString();
    }
}
