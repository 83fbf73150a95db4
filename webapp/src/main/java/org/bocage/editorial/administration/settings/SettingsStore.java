package org.bocage.editorial.administration.settings;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bocage.editorial.form.values.FormValues;

/** Where the settings of a form are kept. */
interface SettingsStore {

    /** The values that count, wherever they stand. */
    FormValues read(SettingsForm form);

    /**
     * Keeps what was typed.
     *
     * @param seen the print of the values that the form started from
     * @return empty when it is kept
     */
    Optional<Conflict> keep(SettingsForm form, FormValues typed, String seen);

    /**
     * Changes of somebody else to the same fields, for which nothing was kept.
     *
     * @param mine what was typed, with the fields that the other person alone changed as they are now
     * @param fields those that both changed
     * @param by name of the other person's account
     */
    record Conflict(FormValues mine, FormValues theirs, Set<String> fields, String by, Instant when) {}
}
