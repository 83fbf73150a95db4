package org.bocage.portal.privacy;

import java.util.Locale;
import java.util.Map;

/**
 * Something of the author store that carries the mail address of a person.
 *
 * @param id of what is told as one: an account, a mail, a content
 * @param place its workspace
 * @param title what people call it
 * @param fate what erasing does to it
 * @param values what it holds on the person, by the path of the property
 * @param consents to what the person said yes in it, by the path of the property
 */
record PersonalDataFinding(
        String id, String place, String title, Fate fate, Map<String, String> values, Map<String, String> consents) {

    /** Effect of erasing on a finding. */
    enum Fate {
        /** It goes, with its history. */
        GOES,
        /** It goes off line, then away with its history. */
        GOES_OFF_LINE,
        /** It stays without the person, and so does its history. */
        LOSES_PERSON,
        /** The account is closed, and does not know its person any more. */
        CLOSES,
        /** An account that who asks may not close: one's own, or somebody's without the right to. */
        STAYS_OPEN,
        /** The law asks to keep it. */
        STAYS;

        /** As texts and templates name it. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
