package org.bocage.portal.sources.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Bytes as text, whatever their server says they are: a calendar is UTF-8 (RFC 5545, 3.1.4), or else was written on Windows. */
final class ReceivedText {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';

    private ReceivedText() {}

    static String of(byte[] bytes, Consumer<Warning> warnings) {
        String text = decoded(bytes, warnings);
        return text.indexOf(MARK) == 0 ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes, Consumer<Warning> warnings) {
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            warnings.accept(Warning.of("charset"));
            return new String(bytes, WESTERN);
        }
    }

    /** Returns the beginning of a text that is longer than it may be, up to the end of a word. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest - 1);
        int end = space > longest / 2 ? space : longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
