package org.bocage.editorial.workflow;

import java.util.Set;
import org.bocage.cms.repository.state.State;

/**
 * One permitted passage.
 *
 * @param action what a person does, as the button posts it
 * @param from states it starts from
 * @param to state it leads to
 * @param by who may: {@code auteur}, {@code relecture}, {@code delegue}, {@code horloge}
 * @param comment whether a comment is required
 * @param mail template of the mail that leaves, empty for none
 * @param mailTo {@code auteur} or {@code relecture}
 */
public record Transition(
        String action, Set<State> from, State to, Set<Party> by, boolean comment, String mail, String mailTo) {

    /** Capacity in which somebody acts on a content. */
    public enum Party {
        AUTEUR,
        RELECTURE,
        /** Reviews for a while in the place of those who do, by its themes. */
        DELEGUE,
        HORLOGE
    }
}
