package org.bocage.cms.dam.decoding;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Tells by its first bytes a film that browsers show, or the captions of one. */
public final class FilmSniffer {

    /** Brands of the ISO base media format that browsers play as MP4. */
    private static final Set<String> BRANDS =
            Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash");

    private static final String MATROSKA = "\u001aE\u00df\u00a3";
    /** Bytes of the head in which a Matroska file names what it is. */
    private static final int NAMED = 64;

    private FilmSniffer() {}

    /** Returns the media type of a film or of captions; empty when the bytes begin neither. */
    public static Optional<String> mimeType(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, NAMED), StandardCharsets.ISO_8859_1);
        if (text.startsWith("ftyp", 4) && text.length() >= 12 && BRANDS.contains(text.substring(8, 12))) {
            return Optional.of("video/mp4");
        }
        if (text.startsWith(MATROSKA) && text.contains("webm")) {
            return Optional.of("video/webm");
        }
        String words = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        return words.matches("(?s)WEBVTT([ \\t\\r\\n].*)?") ? Optional.of("text/vtt") : Optional.empty();
    }
}
