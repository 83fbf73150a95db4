package org.bocage.cms.dam.decoding;

import java.util.Locale;

/** Why a file is not taken. Each has a sentence for people under {@link #messageKey()}, which says what to do. */
public enum Refusal {
    /** Nothing in it. */
    EMPTY,
    /** More bytes than its kind may have. */
    TOO_LARGE,
    /** Neither an accepted picture nor an accepted document, whatever its name says. */
    NOT_ACCEPTED,
    /** Not an accepted picture, where a picture is asked for. */
    UNKNOWN_PICTURE,
    /** A document where a picture is asked for. */
    NOT_A_PICTURE,
    /** A drawing that can carry scripts. */
    SVG,
    /** A photo as iPhones keep them, which browsers do not show. */
    HEIC,
    /** Word, Excel or PowerPoint before 2007, or a newer one behind a password. */
    OLD_OFFICE,
    /** A PDF that nobody opens without its password. */
    LOCKED,
    /** A document that carries programs. */
    MACROS,
    /** Few bytes that unfold into an unreasonable number. */
    UNFOLDS_TOO_LARGE,
    /** More pixels than can be decoded safely. */
    TOO_MANY_PIXELS,
    /** Cut short or damaged. */
    UNREADABLE,
    /** A drawing that cannot be drawn, where one is taken. */
    UNREADABLE_DRAWING,
    /** Nothing wrong with the file: too many pictures are being worked on. */
    BUSY;

    /** The key of the sentence in {@code i18n/dam-messages.properties}. */
    public String messageKey() {
        return "dam.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
