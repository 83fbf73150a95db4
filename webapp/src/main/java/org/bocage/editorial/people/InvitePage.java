package org.bocage.editorial.people;

import java.util.List;
import org.bocage.editorial.view.FormPage;

/** {@code inviter.ftlh}: posts "titre", {@code courriel} and "role" to {@code address}; what was typed is given back on error. */
public record InvitePage(
        String address, String title, String email, List<AccountPage.Role> roles, List<FormPage.Problem> problems) {}
