package org.bocage.cms.definition.form;

import java.util.Locale;
import java.util.Optional;

/**
 * The messages of all light modules, {@code i18n/**.properties}: one bundle a language, English behind them; in the
 * words of the site.
 */
public interface Messages {

    /** The message of the locale, else of its language, else the English one; as written, without formatting. */
    Optional<String> find(Locale locale, String key);

    /**
     * The message, or the key when there is none. Only when arguments are given is it a {@link java.text.MessageFormat}
     * pattern, where {@code ''} is an apostrophe.
     */
    String lookup(Locale locale, String key, Object... arguments);

    /** A label: its literal as a key, its literal as it is, its generated keys in order, at last its first key. */
    String text(Locale locale, Label label);
}
