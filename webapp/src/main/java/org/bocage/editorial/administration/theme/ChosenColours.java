package org.bocage.editorial.administration.theme;

import java.util.Map;
import java.util.Optional;

/**
 * The colours that somebody chose for the site, as they were chosen.
 *
 * @param pair the two colours of the association
 * @param single those chosen one by one, by the name of the fill
 */
record ChosenColours(Optional<ColourPair> pair, Map<String, String> single) {

    static final ChosenColours NONE = new ChosenColours(Optional.empty(), Map.of());

    boolean isEmpty() {
        return pair.isEmpty() && single.isEmpty();
    }
}
