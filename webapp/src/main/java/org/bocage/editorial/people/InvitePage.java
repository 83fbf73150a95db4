package org.bocage.editorial.people;

import java.util.List;
import org.bocage.editorial.screens.extension.AccountStructures;
import org.bocage.editorial.view.FormPage;

/**
 * {@code inviter.ftlh}: posts "titre", {@code courriel}, "role" and {@code structure} to {@code address}; what was typed is given back
 * on error.
 *
 * @param structures those that the person may keep; empty where the portal knows of none
 * @param structure identifier of the chosen one; empty for none
 */
public record InvitePage(
        String address,
        String title,
        String email,
        List<AccountPage.Role> roles,
        List<AccountStructures.Structure> structures,
        String structure,
        List<FormPage.Problem> problems) {}
