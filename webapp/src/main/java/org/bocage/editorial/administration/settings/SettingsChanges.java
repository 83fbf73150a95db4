package org.bocage.editorial.administration.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bocage.editorial.form.values.FormValues;

/**
 * Differences between what was typed in a form and what counts now.
 *
 * @param mine what was typed, with the fields that somebody else alone changed as they are now
 * @param changed fields that were typed anew
 * @param both those of them that somebody else changed too, since the form was opened
 */
record SettingsChanges(FormValues mine, List<String> changed, Set<String> both) {

    /** @param seen the print of the values that the form started from */
    static SettingsChanges of(SettingsForm form, FormValues typed, FormValues present, String seen) {
        FormValues mine = typed;
        List<String> changed = new ArrayList<>();
        Set<String> both = new HashSet<>();
        for (String field : form.fields()) {
            if (form.isAsSeen(field, typed, seen)) {
                mine = mine.taking(field, present);
            } else if (!mine.within(field).equals(present.within(field))) {
                changed.add(field);
                if (!form.isAsSeen(field, present, seen)) {
                    both.add(field);
                }
            }
        }
        return new SettingsChanges(mine, changed, both);
    }
}
