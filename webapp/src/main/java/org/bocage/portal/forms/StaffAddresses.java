package org.bocage.portal.forms;

import java.util.List;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Roles;
import org.springframework.stereotype.Component;

/** Mail addresses of those who answer for the association: its salariées or, where it has none, who administers the portal. */
@Component
public class StaffAddresses {

    private static final String STAFF = "salariee";

    private final Accounts accounts;

    StaffAddresses(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The addresses at this moment; empty when no account of theirs has one. */
    public List<String> all() {
        List<String> staff = with(STAFF);
        return staff.isEmpty() ? with(Roles.ADMINISTRATOR) : staff;
    }

    private List<String> with(String role) {
        return accounts.withRole(role).stream()
                .map(Account::email)
                .filter(Mail::isAddress)
                .toList();
    }
}
