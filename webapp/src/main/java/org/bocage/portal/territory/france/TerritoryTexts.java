package org.bocage.portal.territory.france;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences on the choice of a territory. */
public final class TerritoryTexts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("i18n.territory-messages", Locale.FRENCH);

    private TerritoryTexts() {}

    public static String of(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString("territory." + key), Locale.FRENCH).format(arguments);
    }
}
