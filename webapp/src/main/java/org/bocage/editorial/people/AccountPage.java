package org.bocage.editorial.people;

import java.util.List;
import org.bocage.editorial.screens.extension.AccountStructures;
import org.bocage.editorial.view.FormPage;

/**
 * {@code compte-de.ftlh}: one person's account, as those see it who care for all. Each gesture posts {@code action} to
 * {@code address}: {@code roles} with several "role", {@code confier} or {@code reprendre} with a "structure", {@code fermer},
 * {@code ouvrir}, {@code inviter} or {@code mot-de-passe}.
 *
 * @param roles those there are; empty when this person may not change them
 * @param kept structures that the person keeps
 * @param structures those that may be given besides
 * @param gestures which of the other actions may be done
 * @param handover address where all that names the person passes to somebody else; empty for who may not do that
 */
public record AccountPage(
        String address,
        AccountsPage.Line person,
        List<Role> roles,
        List<AccountStructures.Structure> kept,
        List<AccountStructures.Structure> structures,
        List<String> gestures,
        String handover,
        boolean oneself,
        List<FormPage.Problem> problems) {

    /** A role, with a sentence on what its holders may do; empty when there is none. */
    public record Role(String name, String title, String about, boolean chosen) {}
}
