package org.bocage.portal.subscriptions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kind of mail that one may subscribe to. */
enum Kind {
    /** New annonces of some kinds, in some communes. */
    ANNONCES,
    /** New projects, in some communes. */
    PROJETS,
    /** An event that is called off, put off or full. */
    EVENEMENT,
    /** The letter. */
    LETTRE;

    /** The word that addresses and the store know it by. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
