package org.bocage.editorial.view;

import java.util.List;

/**
 * Questions about the persons on a picture, with the answers. Posts {@code droits}, {@code mineurs},
 * {@code accordParental} under a prefix.
 *
 * @param agreement key of the agreement; empty when still to be said
 * @param errors what is wrong with the agreement
 * @param parentalErrors what is missing for minors
 */
public record RightsChoice(
        String agreement, boolean minors, boolean parental, List<String> errors, List<String> parentalErrors) {

    /** Nothing said yet. */
    public static final RightsChoice TO_SAY = new RightsChoice("", false, false, List.of(), List.of());
}
